package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.layer.Tanh;
import tadpole.engine.recipe.Spec;

/**
 * One neuron, and two linear layers to be made one: what the Playground's room Neuron shows.
 *
 * @param about      one or two sentences; may be empty
 * @param inputs     1 to {@link #MOST}
 * @param weights    one for each input
 * @param activation one of the engine's
 */
public record NeuronPlan(
        String name, String about, List<Double> inputs, List<Double> weights, double bias, Spec activation, Stack stack) {

    public static final int MOST = 4;
    /** Numbers are within ±this. */
    public static final double WIDEST = 100;

    public NeuronPlan {
        inputs = List.copyOf(inputs);
        weights = List.copyOf(weights);
        if (inputs.isEmpty() || inputs.size() > MOST || inputs.size() != weights.size()) {
            throw new IllegalArgumentException("A neuron takes 1 to %d inputs and as many weights, but has %d and %d.".formatted(
                    MOST, inputs.size(), weights.size()));
        }
    }

    /**
     * Two linear layers, h = W1 x + b1 and y = W2 h + b2.
     *
     * @param weight1 [hidden, inputs], row after row
     * @param weight2 [outputs, hidden], row after row
     * @param between whether the neuron's activation stands between them
     */
    public record Stack(
            List<Double> input, List<Double> weight1, List<Double> bias1, List<Double> weight2, List<Double> bias2, boolean between) {

        public Stack {
            input = List.copyOf(input);
            weight1 = List.copyOf(weight1);
            bias1 = List.copyOf(bias1);
            weight2 = List.copyOf(weight2);
            bias2 = List.copyOf(bias2);
            int hidden = bias1.size();
            if (weight1.size() != hidden * input.size() || weight2.size() != hidden * bias2.size() || input.isEmpty() || bias2.isEmpty() || hidden == 0) {
                throw new IllegalArgumentException("Two layers from %d inputs over %d units to %d outputs have %d and %d weights, but here are %d and %d."
                        .formatted(input.size(), hidden, bias2.size(), hidden * input.size(), hidden * bias2.size(), weight1.size(), weight2.size()));
            }
        }

        public Stack withBetween(boolean on) {
            return new Stack(input, weight1, bias1, weight2, bias2, on);
        }

        public Stack withInput(List<Double> other) {
            return new Stack(other, weight1, bias1, weight2, bias2, between);
        }
    }

    public static NeuronPlan standard() {
        return new NeuronPlan("neuron", "", List.of(1.0, -0.5), List.of(0.8, 0.4), 0.1, Tanh.RECIPE.standard(),
                new Stack(List.of(1.0, -2.0), List.of(0.5, -1.0, 2.0, 0.25, -0.75, 1.5), List.of(0.1, -0.2, 0.3),
                        List.of(1.0, 0.5, -1.0, -0.5, 2.0, 0.25), List.of(0.2, -0.1), false));
    }
}
