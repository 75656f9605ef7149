package tadpole.engine.picture.pull;

import java.util.Map;
import tadpole.engine.tensor.Tensor;

/** Moves the pixels of a picture down a gradient. */
public interface PixelOptimizer {

    /** One step; the pixels are changed, the gradient is not. */
    void step(float[] pixels, float[] gradient);

    /** Its memory, as copies: with it {@link #restore} goes on to the same bits. */
    Map<String, Tensor> state();

    void restore(Map<String, Tensor> state);
}
