package tadpole.engine.training;

import java.util.Locale;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;

/** Finds where a run left the numbers. */
final class Divergence {

    private Divergence() {}

    /**
     * One sentence on the first layer whose parameters are no longer finite, or have grown most, with the length of the
     * gradient that moved it last.
     */
    static String explain(Network network, double loss, long step, double rate) {
        Network.Stage culprit = null;
        double largest = -1;
        for (Network.Stage stage : network.stages()) {
            if (stage.layer().parameters().isEmpty()) {
                continue;
            }
            double gradient = gradientNorm(stage);
            if (!stage.layer().parameters().stream().allMatch(parameter -> parameter.value().isFinite())) {
                return sentence(stage, gradient, loss, step, rate);
            }
            if (gradient > largest) {
                largest = gradient;
                culprit = stage;
            }
        }
        return sentence(culprit, largest, loss, step, rate);
    }

    private static String sentence(Network.Stage stage, double gradient, double loss, long step, double rate) {
        String what = Double.isNaN(loss) ? "NaN" : "infinite";
        String where = stage == null
                ? "The network has no parameters."
                : "It broke in layer %s, whose last gradient had length %s.".formatted(stage.name(), shortest(gradient));
        return "The loss became %s at step %d with learning rate %s. %s Try a learning rate of %s."
                .formatted(what, step, shortest(rate), where, shortest(rate / 10));
    }

    private static double gradientNorm(Network.Stage stage) {
        double sum = 0;
        for (Parameter parameter : stage.layer().parameters()) {
            double norm = parameter.gradient().norm();
            sum += norm * norm;
        }
        return Math.sqrt(sum);
    }

    private static String shortest(double value) {
        return String.format(Locale.ROOT, "%.4g", value).replaceAll("(\\.\\d*?)0+(e|$)", "$1$2").replaceAll("\\.(e|$)", "$1");
    }
}
