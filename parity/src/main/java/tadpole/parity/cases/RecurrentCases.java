package tadpole.parity.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tadpole.engine.parity.Part;
import tadpole.parity.cases.TorchCase.Source;

/** Plain cells, dropout through time, and stacks that carry their states from step to step. */
final class RecurrentCases {

    private static final Part FLATTEN = Part.of("flatten");
    private static final Part HEAD = Part.of("linear", Map.of("out", 3));
    private static final String STRETCH = "h = torch.flatten(h, 1)";
    private static final String ZERO = "z = torch.zeros([1, 5, 3])";
    private static final String[] RMSPROP = {"for i in range(len(p)):",
        "  torch.add_(torch.mul_(s0[i], 0.95), torch.mul(torch.mul(g[i], g[i]), 0.05))",
        "  torch.sub_(p[i], torch.mul(torch.div(g[i], torch.add(torch.sqrt(s0[i]), 1e-08)), lr))"};

    private static final String STATES = "torch.mul(torch.stack([b[0], b[1]]), k)";
    private static final String RNN = "h, e = torch.FUNCTION(x, " + STATES + ", %s, True, 2, 0., train, False, True)";
    private static final String GRU = RNN.replace("FUNCTION", "gru");
    private static final String LSTM = "h, e, d = torch.lstm(x, [torch.mul(torch.stack([b[1], b[3]]), k), torch.mul(torch.stack([b[0], b[2]]), k)],"
            + " %s, True, 2, 0., train, False, True)";

    static final List<TorchCase> ALL = List.of(
            rnn("", Map.of("hidden", 3), "h, c = torch.rnn_tanh(x, z, [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)"),
            rnn("ReLU", Map.of("hidden", 3, "nonlinearity", "relu"),
                    "h, c = torch.rnn_relu(x, z, [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)"),
            sigmoid(),
            layer("rnn", "last time").input(4, 3).layers(Part.of("rnn", Map.of("hidden", 3, "output", "last")), HEAD)
                    .forward(ZERO, "a, h = torch.rnn_tanh(x, z, [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)", "h = h[0]",
                            "y = torch.linear(h, p[4], p[5])").by(Source.OPERATOR),
            layer("rnn", "of words").input(4).layers(Part.of("rnn", Map.of("hidden", 3, "vocabulary", 5)), FLATTEN, HEAD)
                    .forward(ZERO, "o = torch.to(torch.one_hot(torch.to(x, 4), 5), 6)",
                            "h, c = torch.rnn_tanh(o, z, [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)", STRETCH,
                            "y = torch.linear(h, p[4], p[5])").by(Source.OPERATOR),
            dropped("rnn", "h, c = torch.rnn_tanh(x, z, [p[0], w, p[2], p[3]], True, 1, 0., train, False, True)"),
            dropped("lstm", "h, c, d = torch.lstm(x, [z, z], [p[0], w, p[2], p[3]], True, 1, 0., train, False, True)"),
            dropped("gru", "h, c = torch.gru(x, z, [p[0], w, p[2], p[3]], True, 1, 0., train, False, True)"),
            layer("lockedDropout", "masks given").input(4, 3)
                    .layers(Part.of("linear", Map.of("out", 6)), Part.of("tanh"), Part.of("lockedDropout", Map.of("p", 0.4)), FLATTEN, HEAD)
                    .forward("h = torch.mul(torch.tanh(torch.linear(x, p[0], p[1])), m[0])", STRETCH, "y = torch.linear(h, p[2], p[3])")
                    .by(Source.COMPOSED),
            carried("rnn", "tanh", RNN.replace("FUNCTION", "rnn_tanh"), false),
            carried("rnn", "relu", RNN.replace("FUNCTION", "rnn_relu"), false),
            carried("rnn", "tanh", RNN.replace("FUNCTION", "rnn_tanh"), true),
            carried("lstm", "", LSTM, false),
            carried("lstm", "", LSTM, true),
            carried("gru", "", GRU, false),
            carried("gru", "", GRU, true));

    private RecurrentCases() {}

    private static Draft layer(String type, String with) {
        return new Draft("layer", type, with);
    }

    private static TorchCase rnn(String with, Map<String, Object> settings, String line) {
        return layer("rnn", with).input(4, 3).layers(Part.of("rnn", settings), FLATTEN, HEAD)
                .forward(ZERO, line, STRETCH, "y = torch.linear(h, p[4], p[5])").by(Source.OPERATOR);
    }

    private static TorchCase sigmoid() {
        List<String> lines = new ArrayList<>(List.of("s = torch.zeros([5, 3])"));
        for (int t = 0; t < 4; t++) {
            lines.add("s = torch.sigmoid(torch.add(torch.linear(torch.select(x, 1, %d), p[0], p[2]), torch.linear(s, p[1], p[3])))".formatted(t));
            lines.add("h%d = s".formatted(t));
        }
        lines.addAll(List.of("h = torch.cat([h0, h1, h2, h3], 1)", "y = torch.linear(h, p[4], p[5])"));
        return layer("rnn", "sigmoid").input(4, 3).layers(Part.of("rnn", Map.of("hidden", 3, "nonlinearity", "sigmoid")), FLATTEN, HEAD)
                .forward(lines.toArray(String[]::new)).by(Source.COMPOSED);
    }

    private static TorchCase dropped(String type, String line) {
        return layer(type, "weight dropout, masks given").input(4, 3)
                .layers(Part.of(type, Map.of("hidden", 3, "weightDropout", 0.4)), FLATTEN, HEAD)
                .forward(ZERO, "w = torch.mul(p[1], m[0])", line, STRETCH, "y = torch.linear(h, p[4], p[5])").by(Source.OPERATOR);
    }

    /** Two layers; PyTorch's lines put the states back into b; the evaluation, whose k is 0, begins at zero. Clipped by value as char-rnn, or by length. */
    private static TorchCase carried(String type, String nonlinearity, String line, boolean clippedByValue) {
        Map<String, Object> settings = nonlinearity.isEmpty() ? Map.of("hidden", 6) : Map.of("hidden", 6, "nonlinearity", nonlinearity);
        List<String> lines = new ArrayList<>(List.of(line.formatted("[p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]]")));
        boolean lstm = type.equals("lstm");
        for (int layer = 0; layer < 2; layer++) {
            if (lstm) {
                lines.add("torch.copy_(b[%d], torch.select(torch.detach(d), 0, %d))".formatted(2 * layer, layer));
            }
            lines.add("torch.copy_(b[%d], torch.select(torch.detach(e), 0, %d))".formatted(lstm ? 2 * layer + 1 : layer, layer));
        }
        lines.addAll(List.of(STRETCH, "y = torch.linear(h, p[8], p[9])"));
        String words = "two layers, states carried%s, %s".formatted(nonlinearity.equals("relu") ? ", ReLU" : "",
                clippedByValue ? "RMSProp clipped by value" : "SGD clipped by length");
        Draft draft = layer(type, words).input(5, 3).carried()
                .layers(Part.of(type, settings), Part.of(type, settings), FLATTEN, HEAD).forward(lines.toArray(String[]::new));
        return (clippedByValue
                ? draft.clipValue(0.05).optimizer(Part.of("rmsprop", Map.of("rate", 0.002, "alpha", 0.95)), RMSPROP)
                : draft.clipNorm(0.5)).by(Source.OPERATOR);
    }
}
