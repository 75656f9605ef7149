package tadpole.parity.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.parity.Part;
import tadpole.parity.cases.TorchCase.Source;

/** Every optimizer, on a small network. */
final class OptimizerCases {

    static final String SGD = sgd("0.", "0.", "False");

    static final List<TorchCase> ALL = List.of(
            optimizer("sgd", "", Map.of("rate", 0.1)).by(Source.OPERATOR, SGD),
            optimizer("sgd", "weight decay", Map.of("rate", 0.1, "weightDecay", 0.05)).by(Source.OPERATOR, sgd("0.05", "0.", "False")),
            optimizer("momentum", "", Map.of("rate", 0.05)).by(Source.OPERATOR, sgd("0.", "0.", "False").replace("[], ", "s0, ")),
            optimizer("momentum", "dampening, weight decay", Map.of("rate", 0.05, "momentum", 0.8, "dampening", 0.3, "weightDecay", 0.02))
                    .by(Source.OPERATOR, sgd("0.02", "0.3", "False").replace("[], ", "s0, ")),
            optimizer("nesterov", "", Map.of("rate", 0.05)).by(Source.OPERATOR, sgd("0.", "0.", "True").replace("[], ", "s0, ")),
            optimizer("nesterov", "weight decay", Map.of("rate", 0.05, "momentum", 0.7, "weightDecay", 0.02))
                    .by(Source.OPERATOR, sgd("0.02", "0.", "True").replace("[], ", "s0, ")),
            optimizer("rmsprop", "", Map.of("rate", 0.01)).by(Source.FORMULA, each(
                    "torch.add_(torch.mul_(s0[i], 0.99), torch.mul(torch.mul(g[i], g[i]), 0.01))",
                    "torch.sub_(p[i], torch.mul(torch.div(g[i], torch.add(torch.sqrt(s0[i]), 1e-08)), lr))")),
            optimizer("rmsprop", "momentum, weight decay", Map.of("rate", 0.01, "alpha", 0.9, "momentum", 0.5, "weightDecay", 0.1))
                    .by(Source.FORMULA, each(
                            "d = torch.add(g[i], torch.mul(p[i], 0.1))",
                            "torch.add_(torch.mul_(s0[i], 0.9), torch.mul(torch.mul(d, d), 0.1))",
                            "torch.add_(torch.mul_(s1[i], mu), torch.div(d, torch.add(torch.sqrt(s0[i]), 1e-08)))",
                            "torch.sub_(p[i], torch.mul(s1[i], lr))")),
            optimizer("rmsprop", "centered", Map.of("rate", 0.01, "alpha", 0.9, "centered", true)).by(Source.FORMULA, each(
                    "torch.add_(torch.mul_(s0[i], 0.9), torch.mul(torch.mul(g[i], g[i]), 0.1))",
                    "torch.add_(torch.mul_(s1[i], 0.9), torch.mul(g[i], 0.1))",
                    "v = torch.sub(s0[i], torch.mul(s1[i], s1[i]))",
                    "torch.sub_(p[i], torch.mul(torch.div(g[i], torch.add(torch.sqrt(v), 1e-08)), lr))")),
            optimizer("adagrad", "", Map.of("rate", 0.1)).by(Source.OPERATOR,
                    "torch._fused_adagrad_(p, g, s0, steps, lr=lr, lr_decay=0., weight_decay=0., eps=1e-10, maximize=False)"),
            optimizer("adagrad", "rate decay, weight decay", Map.of("rate", 0.1, "lrDecay", 0.1, "weightDecay", 0.05)).by(Source.OPERATOR,
                    "torch._fused_adagrad_(p, g, s0, steps, lr=lr, lr_decay=0.1, weight_decay=0.05, eps=1e-10, maximize=False)"),
            optimizer("adadelta", "", Map.of("rate", 1.0)).by(Source.FORMULA, adadelta("d = g[i]")),
            optimizer("adadelta", "weight decay", Map.of("rate", 0.5, "weightDecay", 0.05))
                    .by(Source.FORMULA, adadelta("d = torch.add(g[i], torch.mul(p[i], 0.05))")),
            optimizer("adam", "", Map.of("rate", 0.02)).by(Source.OPERATOR, adam("adam", "0.", "False")),
            optimizer("adam", "weight decay", Map.of("rate", 0.02, "weightDecay", 0.1)).by(Source.OPERATOR, adam("adam", "0.1", "False")),
            optimizer("adam", "AMSGrad", Map.of("rate", 0.02, "amsgrad", true)).by(Source.OPERATOR, adam("adam", "0.", "True")),
            optimizer("adamw", "", Map.of("rate", 0.02)).by(Source.OPERATOR, adam("adamw", "0.01", "False")),
            optimizer("adamw", "weight decay 0.3, AMSGrad", Map.of("rate", 0.02, "weightDecay", 0.3, "amsgrad", true))
                    .by(Source.OPERATOR, adam("adamw", "0.3", "True")),
            bowl("no line search", Map.of("rate", 0.5, "maxIter", 2, "maxEval", 50, "historySize", 5))
                    .by(Source.FORMULA, CurvedUpdates.lbfgs(15, 2, 5, false)),
            curved("lbfgs", "strong Wolfe", Map.of("rate", 1.0, "maxIter", 1, "maxEval", 50, "historySize", 5, "lineSearch", "strongWolfe"))
                    .by(Source.FORMULA, CurvedUpdates.lbfgs(CurvedUpdates.PARAMETERS, 1, 5, true)),
            curved("conjugateGradient", "", Map.of("rate", 1.0)).by(Source.OTHERS, CurvedUpdates.conjugateGradient()));

    private OptimizerCases() {}

    /** A case that waits for PyTorch's lines. */
    private record Waiting(Draft draft, Part part) {

        TorchCase by(Source source, String... lines) {
            return draft.optimizer(part, lines).by(source);
        }
    }

    private static Waiting optimizer(String type, String with, Map<String, Object> settings) {
        return new Waiting(new Draft("optimizer", type, with), Part.of(type, new HashMap<>(settings)));
    }

    /** Every step has the same batch, of more targets than there are parameters. */
    private static Waiting curved(String type, String with, Map<String, Object> settings) {
        Draft draft = new Draft("optimizer", type, with).batch(10).same().again(CurvedUpdates.WORK).within(2e-3)
                .layers(Part.of("linear", Map.of("out", 2)), Part.of("tanh"), Part.of("linear", Map.of("out", 3)))
                .values().loss(Part.of("meanSquaredError"), "l = torch.mse_loss(y, t)");
        return new Waiting(draft, Part.of(type, new HashMap<>(settings)));
    }

    /** Softmax regression: without a line search rounding grows fast where the ground is not a bowl. */
    private static Waiting bowl(String with, Map<String, Object> settings) {
        Draft draft = new Draft("optimizer", "lbfgs", with).batch(30).same().again(CurvedUpdates.WORK).within(2e-3)
                .layers(Part.of("linear", Map.of("out", 3))).forward("y = torch.linear(x, p[0], p[1])");
        return new Waiting(draft, Part.of("lbfgs", new HashMap<>(settings)));
    }

    private static String sgd(String decay, String dampening, String nesterov) {
        return "torch._fused_sgd_(p, g, [], weight_decay=%s, momentum=mu, lr=lr, dampening=%s, nesterov=%s, maximize=False, is_first_step=step == 0)"
                .formatted(decay, dampening, nesterov);
    }

    private static String adam(String name, String decay, String amsgrad) {
        return "torch._fused_%s_(p, g, s0, s1, %s, steps, lr=lr, beta1=mu, beta2=0.999, weight_decay=%s, eps=1e-08, amsgrad=%s, maximize=False)"
                .formatted(name, amsgrad.equals("True") ? "s2" : "[]", decay, amsgrad);
    }

    private static String[] adadelta(String first) {
        return each(first,
                "torch.add_(torch.mul_(s0[i], 0.9), torch.mul(torch.mul(d, d), 0.1))",
                "d = torch.mul(torch.div(torch.sqrt(torch.add(s1[i], 1e-06)), torch.sqrt(torch.add(s0[i], 1e-06))), d)",
                "torch.add_(torch.mul_(s1[i], 0.9), torch.mul(torch.mul(d, d), 0.1))",
                "torch.sub_(p[i], torch.mul(d, lr))");
    }

    /** For each parameter. */
    private static String[] each(String... lines) {
        String[] all = new String[lines.length + 1];
        all[0] = "for i in range(len(p)):";
        for (int i = 0; i < lines.length; i++) {
            all[i + 1] = "  " + lines[i];
        }
        return all;
    }
}
