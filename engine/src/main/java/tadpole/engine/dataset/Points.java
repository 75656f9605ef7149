package tadpole.engine.dataset;

import tadpole.engine.tensor.Shape;

/**
 * Samples that are a few numbers each, with their classes.
 *
 * @param values one sample after the other, inputs numbers each
 * @param labels one class a sample, counted from 0
 */
public record Points(int inputs, float[] values, int[] labels) implements Split {

    public Points {
        if ((long) labels.length * inputs != values.length) {
            throw new IllegalArgumentException("%d points of %d numbers need %d, but there are %d."
                    .formatted(labels.length, inputs, (long) labels.length * inputs, values.length));
        }
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public Shape shape() {
        return Shape.of(inputs);
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void read(int index, float[] into, int offset) {
        System.arraycopy(values, index * inputs, into, offset, inputs);
    }
}
