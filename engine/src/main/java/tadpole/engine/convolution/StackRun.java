package tadpole.engine.convolution;

import java.util.List;
import java.util.Optional;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/**
 * What the stages of a stack gave. Made by {@link StackRunner}.
 *
 * @param picture as the first stage took it: gray already, where that says so
 * @param results of the stages that fit, in order
 * @param misfit  the first stage that did not
 */
public record StackRun(StackPlan plan, Picture picture, List<Result> results, Optional<Misfit> misfit) {

    public StackRun {
        results = List.copyOf(results);
    }

    /**
     * What one stage gave.
     *
     * @param stage        with a kernel for each channel
     * @param convolved    of convolutions only
     * @param output       [channels, height, width]
     * @param parameters   weights and biases, as the layer counts them
     * @param multiplyAdds for this picture
     */
    public record Result(StackStage stage, Tensor input, Tensor output, Optional<Convolved> convolved, long parameters, long multiplyAdds) {}

    /** @param stage counted from 1 @param sentence names it */
    public record Misfit(int stage, String sentence) {}

    /** The picture, or what a stage gave: [channels, height, width]. @param plane 0 for the picture */
    public Tensor plane(int plane) {
        return plane == 0 ? picture.values() : results.get(plane - 1).output();
    }

    public ReceptiveField receptiveField() {
        return plan.receptiveField();
    }

    /** Where one number of a stage comes from. @param stage counted from 1 */
    public StackNumber number(int stage, int channel, int y, int x) {
        return StackNumber.of(results.get(stage - 1), channel, y, x);
    }
}
