package tadpole.parity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.parity.Difference;
import tadpole.engine.parity.Figures;
import tadpole.engine.parity.Golden;
import tadpole.engine.parity.TadpoleSide;
import tadpole.engine.tensor.Device;
import tadpole.parity.cases.TorchCase;
import tadpole.parity.torch.TorchSide;

/** Both sides of a case, step by step: each goes its own way from the same start. */
final class Trial {

    private final TorchCase given;
    private double first;
    private double worst;
    private String where = "nothing";
    private double last;
    private final List<Map<String, Double>> all = new ArrayList<>();

    private Trial(TorchCase given) {
        this.given = given;
    }

    static Outcome run(TorchCase given) {
        return new Trial(given).run();
    }

    private Outcome run() {
        try (Device device = Device.cpu(1)) {
            TadpoleSide ours = new TadpoleSide(given.given(), device);
            List<float[]> start = ours.parameters();
            try (TorchSide theirs = new TorchSide(given.given(), given.script(), given.rates(), ours)) {
                return run(ours, theirs, start);
            }
        }
    }

    private Outcome run(TadpoleSide ours, TorchSide theirs, List<float[]> start) {
        int steps = given.given().training().steps();
        float[] losses = new float[steps];
        String kind = given.given().subject().kind();
        double[] rates = new double[kind.equals("schedule") ? steps : 0];
        List<float[]> gradients = List.of();
        Figures began = null;
        Figures b = null;
        for (int step = 0; step < steps; step++) {
            b = theirs.step(step);
            began = step == 0 ? b : began;
            compare(step, differences(ours.step(step), b, began, start));
            losses[step] = (float) b.loss();
            if (rates.length > 0) {
                rates[step] = b.rate();
            }
            if (step == 0 && (kind.equals("layer") || kind.equals("loss"))) {
                gradients = b.gradients();
            }
        }
        float[] evaluation = theirs.evaluate();
        compare(steps, Map.of("evaluation", Difference.of(List.of(ours.evaluate()), List.of(evaluation))));
        Golden.Expected expected = new Golden.Expected(losses, rates, gradients, b.parameters(), b.buffers(), evaluation);
        return new Outcome(given, first, worst, where, last, all, new Golden(given.given(), given.script().program(given.given().subject().kind()), expected));
    }

    private static Map<String, Double> differences(Figures a, Figures b, Figures first, List<float[]> start) {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("rate", Difference.of(a.rate(), b.rate()));
        all.put("outputs", Difference.of(List.of(a.outputs()), List.of(b.outputs())));
        all.put("loss", Difference.of(a.loss(), b.loss()));
        all.put("input gradient", Difference.ofGradients(List.of(first.inputGradient()), List.of(a.inputGradient()), List.of(b.inputGradient())));
        all.put("gradients", Difference.ofGradients(first.gradients(), a.gradients(), b.gradients()));
        all.put("parameters", Difference.ofParameters(start, a.parameters(), b.parameters()));
        all.put("buffers", Difference.of(new ArrayList<>(a.buffers()), b.buffers()));
        return all;
    }

    private void compare(int step, Map<String, Double> differences) {
        int steps = given.given().training().steps();
        all.add(differences);
        differences.forEach((what, difference) -> {
            double each = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
            if (each > worst) {
                worst = each;
                where = what + (step == steps ? "" : ", step " + (step + 1));
            }
            first = step == 0 ? Math.max(first, each) : first;
            last = step >= steps - 1 ? Math.max(last, each) : last;
        });
    }
}
