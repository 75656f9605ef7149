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
    private final Preparation[] preparations;
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
        // An array: a list would make an iterator for every sample.
        this.preparations = preparations.toArray(Preparation[]::new);
        this.augmenter = augmenter;
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
        int sample = split.shape().size();
        augmenter.get().each(count, (i, hand) -> {
            int index = order[from + i];
            read(index, i);
            hand.apply(true, room, i * sample, epoch.value(), index);
            prepare(i);
            hand.apply(false, room, i * sample, epoch.value(), index);
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
        int sample = split.shape().size();
        for (Preparation preparation : preparations) {
            preparation.apply(room, place * sample, sample);
        }
    }

    private void finish(int count) {
        Shape shape = split.shape().batchOf(count);
        if (!inputs.shape().equals(shape) || inputs.data() != room) {
            inputs = Tensor.of(shape, room);
        }
        size = count;
    }

    /** [n, sample shape]. */
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
