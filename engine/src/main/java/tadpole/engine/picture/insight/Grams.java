package tadpole.engine.picture.insight;

import tadpole.engine.picture.pull.Gram;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * What pass 2 wants of a layer's Gram matrix, and what it is.
 *
 * @param target  of the painting where the object was matched
 * @param current of the picture under the loose mask
 * @param maps    that they were made of
 */
public record Grams(InsightQuestion question, Gram target, Gram current, LayerMaps maps) implements Insight {

    /** [1,channels,channels]. */
    public Tensor targetValues() {
        return plane(target.values());
    }

    /** [1,channels,channels]. */
    public Tensor currentValues() {
        return plane(current.values());
    }

    /** Current less target, [1,channels,channels]. */
    public Tensor difference() {
        float[] difference = current.values().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= target.values()[i];
        }
        return plane(difference);
    }

    /** |current - target|^2 / |target|^2: how far the picture's style is from the painting's; 0 for a target of zeros. */
    public double relativeDistance() {
        double off = 0;
        double all = 0;
        for (int i = 0; i < target.values().length; i++) {
            double wanted = target.values()[i];
            off += (current.values()[i] - wanted) * (current.values()[i] - wanted);
            all += wanted * wanted;
        }
        return all > 0 ? off / all : 0;
    }

    private Tensor plane(float[] values) {
        return Tensor.of(Shape.of(1, target.channels(), target.channels()), values);
    }
}
