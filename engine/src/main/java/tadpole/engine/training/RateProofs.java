package tadpole.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.ShapeException;

/** Fifty steps each at a tenth, at one and at ten times a rate, from the same start on the same batches; then all is put back. */
public final class RateProofs implements Job<RateProofs.Result> {

    public static final int STEPS = 50;
    private static final double[] FACTORS = {0.1, 1, 10};

    /**
     * @param before checksum of weights, buffers and optimizer state before the first step
     * @param after  the same after all was put back
     */
    public record Result(List<RateProof> proofs, String before, String after) {}

    private final Experiment experiment;
    private final double rate;
    private final RateTrial trial;
    private final Consumer<List<RateProof>> listener;

    /**
     * @param rate     the one in the middle
     * @param listener told after every step what there is so far, on the job's thread
     * @throws SettingException where the parts do not fit each other or the data
     */
    public RateProofs(Experiment experiment, double rate, Dataset dataset, Device device, Consumer<List<RateProof>> listener)
            throws SettingException {
        this.experiment = experiment;
        this.rate = rate;
        this.trial = new RateTrial(experiment, dataset, device);
        this.listener = listener;
    }

    @Override
    public String name() {
        return "Trying rates for " + experiment.name();
    }

    @Override
    public JobOutcome<Result> run(JobControl control) {
        Stopwatch stopwatch = new Stopwatch(control);
        List<RateProof> done = new ArrayList<>();
        try {
            for (double factor : FACTORS) {
                if (!prove(factor * rate, done, stopwatch)) {
                    break;
                }
                trial.restore();
            }
        } catch (ShapeException misfit) {
            return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
        } finally {
            trial.restore();
        }
        Result result = new Result(List.copyOf(done), trial.before(), trial.checksum());
        return stopwatch.wasStopped() ? new JobOutcome.Stopped<>(result) : new JobOutcome.Finished<>(result);
    }

    /** @return false where it was stopped */
    private boolean prove(double at, List<RateProof> done, JobControl control) {
        double[] losses = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            if (!control.proceed()) {
                return false;
            }
            OptionalDouble loss = trial.learn(at, control);
            if (loss.isEmpty()) {
                return false;
            }
            losses[i] = loss.getAsDouble();
            RateProof now = new RateProof(at, Arrays.copyOf(losses, i + 1));
            if (i == 0) {
                done.add(now);
            } else {
                done.set(done.size() - 1, now);
            }
            listener.accept(List.copyOf(done));
            control.report(new Progress((long) (done.size() - 1) * STEPS + i + 1, (long) FACTORS.length * STEPS, "rate %.2g".formatted(at)));
            if (!now.isFinite()) {
                return true;
            }
            if (!trial.update(control)) {
                return false;
            }
        }
        return true;
    }
}
