package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Room for a batch of prepared samples and their targets, filled again for every step. */
public final class Batch {

    private static final Shape NO_TARGET = Shape.of(0);

    private final Split split;
    private final Shape sample;
    private final Preparation[] preparations;
    private final int[] sizes;
    private final int stride;
    private final Shape target;
    private final Optional<Augmenter> augmenter;
    private float[] room = new float[0];
    private int[] labels = new int[0];
    private float[] values = new float[0];
    private Tensor inputs = Tensor.NONE;
    private Tensor targets = Tensor.NONE;
    private int size;

    public Batch(Split split, List<Preparation> preparations) {
        this(split, preparations, Optional.empty());
    }

    /** For training: {@link #fill(int[], int, int, Seed)} changes samples on the device's threads. */
    public Batch(Split split, List<Preparation> preparations, List<Augmentation> augmentations, Device device) {
        this(split, preparations, Optional.of(augmentations).filter(some -> !some.isEmpty())
                .map(some -> new Augmenter(some, Preparations.room(preparations, split.shape()), device)));
    }

    private Batch(Split split, List<Preparation> preparations, Optional<Augmenter> augmenter) {
        this.split = split;
        this.sample = Preparations.shape(preparations, split.shape());
        // An array: a list would make an iterator for every sample.
        this.preparations = preparations.toArray(Preparation[]::new);
        this.sizes = sizes(preparations, split.shape());
        this.stride = Preparations.room(preparations, split.shape());
        this.target = split.target().orElse(NO_TARGET);
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
        augmenter.get().each(count, (i, hand) -> {
            int index = order[from + i];
            read(index, i);
            hand.apply(true, room, i * stride, epoch.value(), index);
            prepare(i);
            hand.apply(false, room, i * stride, epoch.value(), index);
        });
        finish(count);
    }

    private void makeRoom(int count) {
        if (labels.length < count) {
            room = new float[count * stride];
            labels = new int[count];
            values = new float[count * target.size()];
        }
    }

    private void read(int index, int place) {
        split.read(index, room, place * stride);
        labels[place] = split.label(index);
        if (target != NO_TARGET) {
            split.readTarget(index, values, place * target.size());
        }
    }

    private void prepare(int place) {
        int offset = place * stride;
        for (int k = 0; k < preparations.length; k++) {
            preparations[k].apply(room, offset, sizes[k]);
        }
    }

    /** Brings samples together that need less room than the preparation did. */
    private void pack(int count) {
        for (int i = 1; i < count && sample.size() < stride; i++) {
            System.arraycopy(room, i * stride, room, i * sample.size(), sample.size());
        }
    }

    private void finish(int count) {
        pack(count);
        Shape shape = sample.batchOf(count);
        if (!inputs.shape().equals(shape) || inputs.data() != room) {
            inputs = Tensor.of(shape, room);
        }
        size = count;
        if (target != NO_TARGET && (targets.data() != values || targets.shape().at(0) != count)) {
            targets = Tensor.of(target.batchOf(count), values);
        }
    }

    /** [n, shape of a prepared sample]. */
    public Tensor inputs() {
        return inputs;
    }

    /** One class a sample, 0 where targets are numbers; only the first {@link #size} count. */
    public int[] labels() {
        return labels;
    }

    /** What is to come out for the samples; good until the next {@link #fill}. */
    public Target target() {
        return target == NO_TARGET ? new Target.Classes(labels, size) : new Target.Values(targets);
    }

    public int size() {
        return size;
    }
}
