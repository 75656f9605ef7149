package tadpole.engine.doctor;

import java.util.stream.IntStream;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;

/**
 * What the loss is of a network that has learned nothing.
 *
 * @param loss  where every class is answered alike; NaN where numbers are to come out
 * @param words how it comes about: "ln 10 = 2.303"
 */
record Chance(double loss, String words) {

    private static final int MOST = 256;

    static Chance of(Experiment experiment, Setup setup, Device device) {
        int outputs = setup.network().output().size();
        if (setup.classes() < 2 || outputs != setup.classes()) {
            return new Chance(Double.NaN, "");
        }
        int[] labels = Inputs.places(setup.train(), MOST).map(setup.train()::label).toArray();
        double loss = loss(setup.loss(), labels, outputs, alike(experiment, outputs), device);
        double logarithm = Math.log(outputs);
        String words = Math.abs(loss - logarithm) < 1e-3 ? "ln %d = %s".formatted(outputs, Words.decimal(logarithm, 3))
                : "%s where all %d classes are answered alike".formatted(Words.number(loss), outputs);
        return new Chance(loss, words);
    }

    /** One output of a network that says the same of every class. */
    private static double alike(Experiment experiment, int outputs) {
        return switch (experiment.loss().type()) {
            case "negativeLogLikelihood" -> -Math.log(outputs);
            case "probabilityCrossEntropy", "meanSquaredError", "sumOfSquares" -> 1.0 / outputs;
            case "sigmoidCrossEntropy" -> -Math.log(outputs - 1.0);
            default -> 0;
        };
    }

    private static double loss(Loss loss, int[] labels, int outputs, double value, Device device) {
        float[] values = new float[labels.length * outputs];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) value);
        return loss.forward(Tensor.of(Shape.of(labels.length, outputs), values), new Target.Classes(labels, labels.length), Pass.evaluation(device));
    }

    boolean isKnown() {
        return !Double.isNaN(loss);
    }
}
