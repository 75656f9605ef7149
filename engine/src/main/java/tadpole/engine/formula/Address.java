package tadpole.engine.formula;

/**
 * Where a number stands in one step of training: what one clicks to see its arithmetic. Samples are counted within the batch; an index
 * counts the numbers of one sample, or of one parameter, in row-major order.
 */
public sealed interface Address {

    /** A raw number of a sample, as the file has it: a pixel 0..255. */
    record Raw(int sample, int index) implements Address {}

    /** A prepared number, as the network is given it. */
    record Input(int sample, int index) implements Address {}

    /** @param parameter its name, such as "linear1.weight" */
    record Weight(String parameter, int index) implements Address {}

    /** What a layer gives. @param layer counted from 0 */
    record Activation(int layer, int sample, int index) implements Address {}

    /** softmax of the network's outputs, where the loss has one inside. */
    record Probability(int sample, int index) implements Address {}

    /** The share of one sample in the loss, before the mean is taken. */
    record SampleLoss(int sample) implements Address {}

    /** The loss of the batch. */
    record Loss() implements Address {}

    /** Gradient of the batch's loss by what a layer gives; layer -1 is the prepared input. */
    record ActivationGradient(int layer, int sample, int index) implements Address {}

    /** Gradient of the batch's loss by a weight or bias. */
    record WeightGradient(String parameter, int index) implements Address {}

    /** Derivative of softmax: of the probability of one class by the logit of another one. */
    record Jacobian(int sample, int probability, int logit) implements Address {}

    /** A weight or bias after the optimizer's step. */
    record Updated(String parameter, int index) implements Address {}

    /**
     * What the optimizer remembers of a weight after its step.
     *
     * @param name as in PyTorch, such as "exp_avg"
     */
    record Memory(String parameter, int index, String name) implements Address {}

    /** What a line of the optimizer's rule gives for one weight. @param line counted from 0, where the gradient is given */
    record RuleLine(String parameter, int index, int line) implements Address {}

    /**
     * A number inside a recurrent layer at one time of a text: a gate, the sum that goes into it, a state.
     *
     * @param stage the layer's name, such as "lstm1"
     * @param time  which token was read, counted from 0; -1 is before the first
     * @param name  what it is: "i", "f", "g", "o", "r", "z", "n", "c", "h", or "sum " and the gate
     */
    record Cell(String stage, int time, String name, int unit) implements Address {}
}
