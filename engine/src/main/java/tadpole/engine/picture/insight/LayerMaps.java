package tadpole.engine.picture.insight;

import tadpole.engine.tensor.Tensor;

/**
 * All maps of one layer, of the part of the picture that is worked on and of the whole painting.
 *
 * @param current  [channels,height,width]
 * @param painting [channels,height,width], of another size
 * @param most     largest value of both, for one scale
 */
public record LayerMaps(InsightQuestion question, Tensor current, Tensor painting, float most) implements Insight {

    public LayerMaps(InsightQuestion question, Tensor current, Tensor painting) {
        this(question, current, painting, Math.max(most(current), most(painting)));
    }

    public int channels() {
        return current.shape().at(0);
    }

    private static float most(Tensor maps) {
        float most = 0;
        for (int i = 0; i < maps.size(); i++) {
            most = Math.max(most, maps.data()[i]);
        }
        return most;
    }
}
