package tadpole.engine.doctor;

import java.util.Comparator;
import java.util.Optional;
import tadpole.engine.training.TrainingPlan;

/** Batch normalization needs enough numbers to measure a mean and a deviation from. */
final class TinyBatches implements Rule {

    private static final int ENOUGH = 32;
    private static final int FEW = 8;
    private static final long STEPS = 200;

    @Override
    public String id() {
        return "tiny-batches";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        Optional<Facts.Averaged> least = s.facts().averages().stream().min(Comparator.comparingInt(Facts.Averaged::numbers));
        if (least.isEmpty() || least.get().numbers() >= ENOUGH) {
            return Optional.empty();
        }
        String evidence = "%s measures mean and deviation of each channel from %d numbers; from %d on they are steady.".formatted(
                least.get().layer(), least.get().numbers(), ENOUGH);
        Optional<Trial> trial = trial(s, (int) Math.ceil((double) ENOUGH * s.experiment().training().batch() / least.get().numbers()));
        return least.get().numbers() <= FEW ? ill("Batches are too small for batch normalization", evidence, trial)
                : suspect("Batches are small for batch normalization", evidence, trial);
    }

    private static Optional<Trial> trial(Symptoms s, int batch) {
        if (batch > s.facts().samples()) {
            return Optional.empty();
        }
        Trial trial = Trials.trial(s.experiment(), "batch %d".formatted(batch),
                own -> own.withTraining(Trials.plan(own.training(), TrainingPlan.BATCH.key(), (long) batch)), STEPS, Trial.Goal.HELD_OUT_LOWER,
                "The loss over held-out images ends lower.");
        return Optional.of(trial);
    }
}
