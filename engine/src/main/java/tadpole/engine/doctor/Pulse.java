package tadpole.engine.doctor;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Squares;

/**
 * One step, measured in every layer with weights, from the first on.
 *
 * @param rate that it used
 */
record Pulse(long step, double rate, List<OfLayer> layers) {

    Pulse {
        layers = List.copyOf(layers);
    }

    /**
     * @param weight   L2 norm before the step
     * @param gradient L2 norm
     * @param update   L2 norm of what the step changed
     */
    record OfLayer(String name, double weight, double gradient, double update) {

        /** NaN where all weights were zero. */
        double ratio() {
            return weight == 0 ? Double.NaN : update / weight;
        }
    }

    /** L2 norm of all gradients of weights together. */
    double gradient() {
        return Math.sqrt(layers.stream().mapToDouble(each -> each.gradient() * each.gradient()).sum());
    }

    /** Keeps weights over a step. Biases, factors and shifts of normalizations start at zero or one and tell little: they are left out. */
    static final class Meter {

        private final List<Parameter> weights;
        private final List<float[]> before;
        private final double[] norms;
        private final double[] gradients;

        Meter(Network network) {
            weights = network.parameters().stream().filter(Meter::counts).toList();
            before = weights.stream().map(each -> new float[each.size()]).toList();
            norms = new double[weights.size()];
            gradients = new double[weights.size()];
        }

        private static boolean counts(Parameter parameter) {
            return parameter.role() == Parameter.Role.WEIGHT && parameter.shape().rank() > 1;
        }

        void keep() {
            for (int i = 0; i < norms.length; i++) {
                Parameter each = weights.get(i);
                System.arraycopy(each.value().data(), 0, before.get(i), 0, each.size());
                norms[i] = Math.sqrt(Squares.sum(each.value().data(), each.size()));
                gradients[i] = Math.sqrt(Squares.sum(each.gradient().data(), each.size()));
            }
        }

        Pulse measure(long step, double rate) {
            List<OfLayer> layers = new ArrayList<>();
            for (int i = 0; i < norms.length; i++) {
                String name = weights.get(i).name();
                layers.add(new OfLayer(name.substring(0, Math.max(0, name.lastIndexOf('.'))), norms[i], gradients[i],
                        Math.sqrt(Squares.ofDistance(weights.get(i).value().data(), before.get(i), before.get(i).length))));
            }
            return new Pulse(step, rate, layers);
        }
    }
}
