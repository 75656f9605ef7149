package tadpole.engine.dataset;

import java.util.Arrays;
import java.util.Optional;
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
    public Optional<Shape> target() {
        return whole.target();
    }

    @Override
    public void readTarget(int index, float[] into, int offset) {
        whole.readTarget(indices[index], into, offset);
    }

    /** Of the whole itself, so that reading never walks through a chain. */
    @Override
    public Split subset(int[] places) {
        return new Subset(whole, Arrays.stream(places).map(place -> indices[place]).toArray());
    }

    @Override
    public void read(int index, float[] into, int offset) {
        whole.read(indices[index], into, offset);
    }
}
