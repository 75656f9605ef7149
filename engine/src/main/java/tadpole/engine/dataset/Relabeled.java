package tadpole.engine.dataset;

import tadpole.engine.tensor.Shape;

/** A split whose samples have other classes than in their file. */
record Relabeled(Split whole, int[] labels) implements Split {

    Relabeled {
        if (labels.length != whole.size()) {
            throw new IllegalArgumentException("There are %d samples, but %d labels.".formatted(whole.size(), labels.length));
        }
    }

    @Override
    public int size() {
        return whole.size();
    }

    @Override
    public Shape shape() {
        return whole.shape();
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void read(int index, float[] into, int offset) {
        whole.read(index, into, offset);
    }
}
