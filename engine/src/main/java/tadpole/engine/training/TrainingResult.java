package tadpole.engine.training;

import java.util.Optional;
import tadpole.engine.layer.Network;

/**
 * What a run ends with.
 *
 * @param network    with its last weights, or those of the best epoch where patience looks for one
 * @param train      of the last epoch's own batches
 * @param validation where the experiment holds samples out
 * @param test       where the data set has test samples
 * @param seconds    of work, pauses left out
 * @param ending     one sentence: why it ended
 */
public record TrainingResult(
        Network network,
        Evaluation train,
        Optional<Evaluation> validation,
        Optional<Evaluation> test,
        long steps,
        int epochs,
        double seconds,
        String ending) {}
