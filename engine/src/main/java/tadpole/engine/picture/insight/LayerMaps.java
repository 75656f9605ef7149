package tadpole.engine.picture.insight;

import tadpole.engine.tensor.Tensor;

/**
 * All maps of one layer, of the current picture and of the painting.
 *
 * @param current  [channels,height,width]
 * @param painting of the same shape
 * @param most     largest value of both, for one scale
 */
public record LayerMaps(InsightQuestion question, Tensor current, Tensor painting, float most) implements Insight {

    public int channels() {
        return current.shape().at(0);
    }

    public int height() {
        return current.shape().at(1);
    }

    public int width() {
        return current.shape().at(2);
    }
}
