package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Room for a batch of prepared samples and their labels, filled again for every step. */
public final class Batch {

    private final Split split;
    private final Preparation[] preparations;
    private float[] room = new float[0];
    private int[] labels = new int[0];
    private Tensor inputs = Tensor.NONE;
    private int size;

    public Batch(Split split, List<Preparation> preparations) {
        this.split = split;
        // An array: a list would make an iterator for every sample.
        this.preparations = preparations.toArray(Preparation[]::new);
    }

    /** Takes the samples that stand in order from a place on. */
    public void fill(int[] order, int from, int count) {
        int sample = split.shape().size();
        if (labels.length < count) {
            room = new float[count * sample];
            labels = new int[count];
        }
        for (int i = 0; i < count; i++) {
            int index = order[from + i];
            split.read(index, room, i * sample);
            for (Preparation preparation : preparations) {
                preparation.apply(room, i * sample, sample);
            }
            labels[i] = split.label(index);
        }
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
