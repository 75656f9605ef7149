package tadpole.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * Trains an experiment from its start while the learning rate rises at every batch, notes the losses, and puts everything back.
 * Smith 2017 (arXiv 1506.01186); the settings are those of {@link SweepPlan}. A finder runs once.
 */
public final class LearningRateFinder implements Job<Sweep> {

    private final Experiment experiment;
    private final SweepPlan plan;
    private final Consumer<SweepStep> listener;
    private final RateTrial trial;
    private final int planned;
    private final List<SweepStep> steps = new ArrayList<>();
    private String ending = "";

    /**
     * @param listener told every step, on the job's thread
     * @throws SettingException where the parts do not fit each other or the data, or a batch is larger than the data
     */
    public LearningRateFinder(Experiment experiment, SweepPlan plan, Dataset dataset, Device device, Consumer<SweepStep> listener)
            throws SettingException {
        this.experiment = experiment;
        this.plan = SweepPlan.of(plan.settings());
        this.listener = listener;
        this.trial = new RateTrial(experiment, dataset, device);
        int batch = experiment.training().batch();
        if (batch > trial.samples()) {
            throw new SettingException("Every rate takes a batch of its own: an epoch has samples / batch = %d / %d, less than 1. Batch size must be between 1 and %d."
                    .formatted(trial.samples(), batch, trial.samples())).at("training.batch");
        }
        this.planned = plan.steps(trial.stepsAnEpoch());
    }

    @Override
    public String name() {
        return "Finding the learning rate of " + experiment.name();
    }

    /** How many rates are to be tried. */
    public int planned() {
        return planned;
    }

    /** Everything is put back however it ends. Fails only where the very first loss is no number. */
    @Override
    public JobOutcome<Sweep> run(JobControl control) {
        Stopwatch stopwatch = new Stopwatch(control);
        try {
            sweep(stopwatch);
        } catch (ShapeException misfit) {
            return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
        } finally {
            trial.restore();
        }
        if (stopwatch.wasStopped()) {
            return new JobOutcome.Stopped<>(result(stopwatch, "Stopped."));
        }
        if (steps.isEmpty()) {
            return new JobOutcome.Failed<>("The very first loss is no number, before any rate was tried. Look at the data and its preparation.",
                    new DivergedException("The first loss of " + experiment.name() + " is no number."));
        }
        return new JobOutcome.Finished<>(result(stopwatch, ending));
    }

    private Sweep result(Stopwatch stopwatch, String why) {
        return new Sweep(plan, steps, planned, trial.before(), trial.checksum(), stopwatch.seconds(), why);
    }

    private void sweep(JobControl control) {
        double value = 0;
        double weight = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < planned && control.proceed(); i++) {
            double rate = plan.rate(i, planned);
            OptionalDouble loss = trial.learn(rate, control);
            if (loss.isEmpty()) {
                return;
            }
            if (!Double.isFinite(loss.getAsDouble())) {
                ending = String.format(Locale.ROOT, "The loss became %s at rate %.3g.", Double.isNaN(loss.getAsDouble()) ? "NaN" : "infinite", rate);
                return;
            }
            value = plan.beta() * value + (1 - plan.beta()) * loss.getAsDouble();
            weight = plan.beta() * weight + (1 - plan.beta());
            double smoothed = value / weight;
            SweepStep step = new SweepStep(i + 1, rate, loss.getAsDouble(), smoothed);
            steps.add(step);
            listener.accept(step);
            control.report(new Progress(i + 1, planned, String.format(Locale.ROOT, "rate %.1e", rate)));
            best = Math.min(best, smoothed);
            if (i > 0 && smoothed > plan.stop() * best) {
                ending = String.format(Locale.ROOT, "The smoothed loss rose above %s times its best at rate %.3g%s.",
                        Double.toString(plan.stop()).replaceAll("\\.0$", ""), rate, plan.skipLast() > 0 ? ", in the last steps, which are not drawn" : "");
                return;
            }
            if (!trial.update(control)) {
                return;
            }
        }
        ending = String.format(Locale.ROOT, "Reached rate %.3g.", plan.to());
    }
}
