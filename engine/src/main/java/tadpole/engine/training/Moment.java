package tadpole.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Tensor;

/**
 * All that a run is between two steps, copied: a trainer that goes on from it does bit for bit what the first one did.
 *
 * @param step         how many steps were made
 * @param epoch        how many epochs are behind
 * @param position     samples learned from in the epoch under way; all of them before the held-out samples are judged
 * @param experiment   with the settings in use, those changed by hand while it ran among them
 * @param plannedBatch the batch size that a schedule counts its steps by; that of the experiment but where it was changed while it ran
 * @param tally        what was summed up on the way
 * @param best         where patience looks for the best epoch, the one so far
 * @param tensors      by names that begin with what they are of: "network/linear1.weight", "optimizer/step"; not to be written to
 */
public record Moment(
        long step,
        int epoch,
        int position,
        Experiment experiment,
        int plannedBatch,
        Tally tally,
        Optional<BestEpoch> best,
        Map<String, Tensor> tensors) {

    public static final String NETWORK = "network/";
    public static final String OPTIMIZER = "optimizer/";
    /** Weights of the best epoch. */
    public static final String BEST = "best/";
    /** Gradients that were not zeroed. */
    public static final String STALE = "stale/";

    /**
     * @param lossSum of the epoch under way, over its samples
     * @param correct right answers in the epoch under way
     * @param train   of the last step or epoch
     * @param seconds of work so far, pauses left out
     */
    public record Tally(double lossSum, int correct, Evaluation train, double seconds) {}

    /** @param epoch its number, from 1 */
    public record BestEpoch(int epoch, Evaluation evaluation) {}

    public Moment {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** The learning rate in use, before a schedule. */
    public double rate() {
        return experiment.rate();
    }

    /** The batch size in use. */
    public int batchSize() {
        return experiment.training().batch();
    }

    /** The optimizer with the settings in use. */
    public Spec optimizer() {
        return experiment.optimizer();
    }

    /** The tensors of one kind, such as {@link #NETWORK}, by their names without it, in the order of the network. */
    public Map<String, Tensor> tensors(String kind) {
        Map<String, Tensor> some = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(kind)) {
                some.put(name.substring(kind.length()), tensor);
            }
        });
        return some;
    }

    /** The same with other tensors. */
    public Moment withTensors(Map<String, Tensor> other) {
        return new Moment(step, epoch, position, experiment, plannedBatch, tally, best, other);
    }

    /** Of the tensors, in bytes. */
    public long bytes() {
        return tensors.values().stream().mapToLong(each -> (long) Float.BYTES * each.size()).sum();
    }
}
