package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Room for a batch of prepared samples and their labels, filled again for every step. */
public final class Batch {

    private final Split split;
    private final Shape sample;
    private final Preparation[] preparations;
    private final int[] sizes;
    private final Optional<Augmenter> augmenter;
    private float[] room = new float[0];
    private int[] labels = new int[0];
    private Tensor inputs = Tensor.NONE;
    private int size;

    public Batch(Split split, List<Preparation> preparations) {
        this(split, preparations, Optional.empty());
    }

    /** For training: {@link #fill(int[], int, int, Seed)} changes samples on the device's threads. */
    public Batch(Split split, List<Preparation> preparations, List<Augmentation> augmentations, Device device) {
        this(split, preparations, Optional.of(augmentations).filter(some -> !some.isEmpty())
                .map(some -> new Augmenter(some, split.shape().size(), device)));
    }

    private Batch(Split split, List<Preparation> preparations, Optional<Augmenter> augmenter) {
        this.split = split;
        this.sample = Preparations.shape(preparations, split.shape());
        // An array: a list would make an iterator for every sample.
        this.preparations = preparations.toArray(Preparation[]::new);
        this.sizes = sizes(preparations, split.shape());
        this.augmenter = augmenter;
    }

    /** How many numbers each preparation is given. */
    private static int[] sizes(List<Preparation> preparations, Shape raw) {
        int[] sizes = new int[preparations.size()];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Preparations.shape(preparations.subList(0, k), raw).size();
        }
        return sizes;
    }

    /** Takes the samples that stand in order from a place on, as they are. */
    public void fill(int[] order, int from, int count) {
        makeRoom(count);
        for (int i = 0; i < count; i++) {
            read(order[from + i], i);
            prepare(i);
        }
        finish(count);
    }

    /**
     * Takes the samples that stand in order from a place on, augmented. What becomes of a sample depends on the seed and its number
     * in the split, not on its place in the batch.
     *
     * @param epoch the seed of this epoch's augmentation
     */
    public void fill(int[] order, int from, int count, Seed epoch) {
        if (augmenter.isEmpty()) {
            fill(order, from, count);
            return;
        }
        makeRoom(count);
        int size = split.shape().size();
        augmenter.get().each(count, (i, hand) -> {
            int index = order[from + i];
            read(index, i);
            hand.apply(true, room, i * size, epoch.value(), index);
            prepare(i);
            hand.apply(false, room, i * size, epoch.value(), index);
        });
        finish(count);
    }

    private void makeRoom(int count) {
        if (labels.length < count) {
            room = new float[count * split.shape().size()];
            labels = new int[count];
        }
    }

    private void read(int index, int place) {
        split.read(index, room, place * split.shape().size());
        labels[place] = split.label(index);
    }

    private void prepare(int place) {
        int offset = place * split.shape().size();
        for (int k = 0; k < preparations.length; k++) {
            preparations[k].apply(room, offset, sizes[k]);
        }
    }

    /** Brings samples that the preparation made smaller together. */
    private void pack(int count) {
        int raw = split.shape().size();
        for (int i = 1; i < count && sample.size() < raw; i++) {
            System.arraycopy(room, i * raw, room, i * sample.size(), sample.size());
        }
    }

    private void finish(int count) {
        pack(count);
        Shape shape = sample.batchOf(count);
        if (!inputs.shape().equals(shape) || inputs.data() != room) {
            inputs = Tensor.of(shape, room);
        }
        size = count;
    }

    /** [n, shape of a prepared sample]. */
    public Tensor inputs() {
        return inputs;
    }

    /** One class a sample; only the first {@link #size} count. */
    public int[] labels() {
        return labels;
    }

    public int size() {
        return size;
    }
}
