package tadpole.engine.training;

import java.util.Map;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Tensor;

/**
 * All that a run is between two steps, copied: a trainer that goes on from it does bit for bit what the first one did.
 *
 * @param step      how many steps were made
 * @param epoch     how many epochs are behind
 * @param position  samples learned from in the epoch under way
 * @param rate      set by hand or by the experiment
 * @param batchSize set by hand or by the experiment
 * @param optimizer with the settings in use
 * @param lossSum   of the epoch under way, over its samples
 * @param correct   right answers in the epoch under way
 * @param tensors   by names that begin with what they are of: "network/linear1.weight", "optimizer/step"
 */
public record Moment(
        long step,
        int epoch,
        int position,
        double rate,
        int batchSize,
        Spec optimizer,
        double lossSum,
        int correct,
        Map<String, Tensor> tensors) {

    public static final String NETWORK = "network/";
    public static final String OPTIMIZER = "optimizer/";

    public Moment {
        tensors = Map.copyOf(tensors);
    }

    /** Of the tensors, in bytes. */
    public long bytes() {
        return tensors.values().stream().mapToLong(each -> (long) Float.BYTES * each.size()).sum();
    }
}
