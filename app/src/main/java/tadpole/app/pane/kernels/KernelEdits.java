package tadpole.app.pane.kernels;

import java.util.function.UnaryOperator;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Kernel;

/** Where the edits of a kernel go. */
public interface KernelEdits {

    /** One step for undo. */
    void change(Kernel kernel);

    /** One of many changes in a row, such as of a drag: those of the same gesture are one step for undo. */
    void change(Object gesture, Kernel kernel);

    /** The mouse was released: the next change is a step of its own. */
    void endGesture();

    /** To the chosen filter's kernel for the chosen channel. */
    static KernelEdits of(KernelsModel model) {
        return new KernelEdits() {
            @Override
            public void change(Kernel kernel) {
                model.change(with(kernel));
            }

            @Override
            public void change(Object gesture, Kernel kernel) {
                model.change(gesture, with(kernel));
            }

            @Override
            public void endGesture() {
                model.endGesture();
            }

            private UnaryOperator<ConvolutionPlan> with(Kernel kernel) {
                return plan -> plan.withKernel(model.filterProperty().get(), model.channelProperty().get(), kernel);
            }
        };
    }
}
