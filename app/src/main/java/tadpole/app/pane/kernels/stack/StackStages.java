package tadpole.app.pane.kernels.stack;

import java.util.List;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.StackStage;
import tadpole.engine.convolution.StackStage.Convolution;
import tadpole.engine.convolution.StackStage.Pooled;
import tadpole.engine.convolution.StackStage.Rectified;

/** The stages that can be added, as they come. */
final class StackStages {

    /** @param id in tests @param stage as it is added */
    record Kind(String id, String label, String about, StackStage stage) {}

    static final List<Kind> ALL = List.of(
            new Kind("convolution", "Convolution", "One kernel over each channel, or filters that sum all channels.", convolution()),
            new Kind("relu", "ReLU", "Cuts what is below zero: y = max(0, x).", new Rectified()),
            new Kind("max", "Max pooling", "Keeps the largest number of each window.", pooling(Pooled.Kind.MAX)),
            new Kind("average", "Average pooling", "Takes the mean of each window.", pooling(Pooled.Kind.AVERAGE)));

    private StackStages() {}

    /** Brighter to the right, on each channel alone. */
    static Convolution convolution() {
        return new Convolution(ConvolutionPlan.of(Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1)).withMixing(Mixing.EACH));
    }

    static Pooled pooling(Pooled.Kind kind) {
        return new Pooled(kind, 2, 2, 0);
    }
}
