package tadpole.engine.dataset;

import tadpole.engine.tensor.Shape;

/** Some samples of a split, in an order of their own. */
record Subset(Split whole, int[] indices) implements Split {

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public Shape shape() {
        return whole.shape();
    }

    @Override
    public int label(int index) {
        return whole.label(indices[index]);
    }

    @Override
    public void read(int index, float[] into, int offset) {
        whole.read(indices[index], into, offset);
    }
}
