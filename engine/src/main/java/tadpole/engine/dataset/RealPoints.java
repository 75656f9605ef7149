package tadpole.engine.dataset;

import java.util.Optional;
import tadpole.engine.tensor.Shape;

/**
 * Samples that are a few numbers each, with the numbers that are to come out.
 *
 * @param values  one sample after the other, inputs numbers each
 * @param targets one sample's after the other's, outputs numbers each
 */
public record RealPoints(int inputs, float[] values, int outputs, float[] targets) implements Split {

    public RealPoints {
        if ((long) values.length * outputs != (long) targets.length * inputs) {
            throw new IllegalArgumentException("%d numbers in rows of %d and %d in rows of %d are not as many rows."
                    .formatted(values.length, inputs, targets.length, outputs));
        }
    }

    @Override
    public int size() {
        return values.length / inputs;
    }

    @Override
    public Shape shape() {
        return Shape.of(inputs);
    }

    @Override
    public Optional<Shape> target() {
        return Optional.of(Shape.of(outputs));
    }

    /** All of them stand in one drawer. */
    @Override
    public int label(int index) {
        return 0;
    }

    @Override
    public void read(int index, float[] into, int offset) {
        System.arraycopy(values, index * inputs, into, offset, inputs);
    }

    @Override
    public void readTarget(int index, float[] into, int offset) {
        System.arraycopy(targets, index * outputs, into, offset, outputs);
    }
}
