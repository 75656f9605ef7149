package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Evaluator;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingResult;

/** Trains twice from the same start, without and with the change of a trial, and compares where both end. */
public final class TrialJob implements Job<TrialResult> {

    private static final int MOST = 2000;
    /** How much lower it must end. */
    private static final double BETTER = 0.97;
    private static final double NEARLY_ZERO = 0.1;

    private final Trial trial;
    private final Dataset dataset;
    private final Device device;

    public TrialJob(Trial trial, Dataset dataset, Device device) {
        this.trial = trial;
        this.dataset = dataset;
        this.device = device;
    }

    @Override
    public String name() {
        return trial.label();
    }

    /** How many steps it takes in all. */
    public static long steps(Trial trial, Dataset dataset) {
        long after = steps(trial.experiment(), dataset);
        return trial.goal() == Trial.Goal.BY_HEART ? after : after + steps(trial.before(), dataset);
    }

    private static long steps(Experiment experiment, Dataset dataset) {
        return experiment.training().plannedSteps(experiment.data().learned(dataset.train().size(), dataset.classes().size()));
    }

    @Override
    public JobOutcome<TrialResult> run(JobControl control) {
        try {
            boolean compares = trial.goal() != Trial.Goal.BY_HEART;
            Optional<Evaluation> before = compares ? end(trial.before(), part(control, 0, 2)) : Optional.empty();
            Optional<Evaluation> after = end(trial.experiment(), part(control, compares ? 1 : 0, compares ? 2 : 1));
            if (control.isStopped() || !control.proceed()) {
                return new JobOutcome.Stopped<>(new TrialResult(trial, Double.NaN, Double.NaN, false, "stopped"));
            }
            return new JobOutcome.Finished<>(result(before, after));
        } catch (SettingException | ShapeException misfit) {
            return new JobOutcome.Failed<>("The trial cannot run: " + misfit.getMessage(), misfit);
        }
    }

    private TrialResult result(Optional<Evaluation> before, Optional<Evaluation> after) {
        double then = before.map(Evaluation::loss).orElse(Double.NaN);
        double now = after.map(Evaluation::loss).orElse(Double.NaN);
        if (trial.goal() == Trial.Goal.BY_HEART) {
            boolean learned = now < NEARLY_ZERO && after.get().correct() == after.get().count();
            return new TrialResult(trial, then, now, learned, after.map(TrialJob::byHeart).orElse("not learned: the loss became NaN"));
        }
        boolean lower = Double.isFinite(now) && !(then * BETTER <= now);
        String words = lower ? "confirmed: ends at %s instead of %s" : "not confirmed: ends at %s, without the change at %s";
        return new TrialResult(trial, then, now, lower, words.formatted(Words.number(now), Words.number(then)));
    }

    private static String byHeart(Evaluation end) {
        String right = "%d of %d".formatted(end.correct(), end.count());
        if (end.correct() < end.count()) {
            return "not learned: %s right, loss %s: look at the network and its rate".formatted(right, Words.number(end.loss()));
        }
        return end.loss() < NEARLY_ZERO
                ? "confirmed: %s learned by heart, loss %s: the network is sound; where it learns nothing from all, it is the labels".formatted(right, Words.number(end.loss()))
                : "not learned to the end: %s right, but the loss is still %s: the rate is low".formatted(right, Words.number(end.loss()));
    }

    /** How an experiment ends; empty where its numbers were lost, or it was stopped. */
    private Optional<Evaluation> end(Experiment experiment, JobControl control) throws SettingException {
        Trainer trainer = new Trainer(experiment, dataset, device, _ -> {});
        return switch (trainer.run(control)) {
            case JobOutcome.Finished<TrainingResult>(var result) -> judged(trainer.setup(), result.network(), control);
            case JobOutcome.Stopped<TrainingResult> _, JobOutcome.Failed<TrainingResult> _ -> Optional.empty();
        };
    }

    /** Over some of the images that the goal looks at, without learning. */
    private Optional<Evaluation> judged(Setup setup, Network network, JobControl control) {
        Split split = trial.goal() == Trial.Goal.HELD_OUT_LOWER ? setup.heldOut().orElse(setup.train()) : setup.train();
        Split some = split.subset(Inputs.places(split, MOST).toArray());
        return new Evaluator(some, setup.preparations(), setup.loss(), device).evaluate(network, control);
    }

    /** One of several parts of the way. */
    private static JobControl part(JobControl whole, int part, int parts) {
        return new JobControl() {
            @Override
            public boolean proceed() {
                return whole.proceed();
            }

            @Override
            public boolean proceedWithin() {
                return whole.proceedWithin();
            }

            @Override
            public boolean isStopped() {
                return whole.isStopped();
            }

            @Override
            public void report(Progress progress) {
                whole.report(new Progress(part * progress.total() + progress.done(), parts * progress.total(), progress.text()));
            }
        };
    }
}
