package tadpole.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.Stepped;

/** A run with all that it told on the way. */
public record TinyRun(Trainer trainer, JobOutcome<TrainingResult> outcome, List<TrainingEvent> events, List<Progress> progress) {

    /** To its end on one thread. */
    public static TinyRun of(TinyExperiment experiment, Dataset dataset) {
        return of(experiment, dataset, 1, Integer.MAX_VALUE, (_, _) -> {});
    }

    public static TinyRun onThreads(int threads, TinyExperiment experiment, Dataset dataset) {
        return of(experiment, dataset, threads, Integer.MAX_VALUE, (_, _) -> {});
    }

    /** Stopped when it asks once more than so many times whether to go on. */
    public static TinyRun stoppedAfter(int asks, TinyExperiment experiment, Dataset dataset) {
        return of(experiment, dataset, 1, asks, (_, _) -> {});
    }

    /** With somebody who watches the events and may change things. */
    public static TinyRun watched(TinyExperiment experiment, Dataset dataset, BiConsumer<Trainer, TrainingEvent> watcher) {
        return of(experiment, dataset, 1, Integer.MAX_VALUE, watcher);
    }

    private static TinyRun of(TinyExperiment experiment, Dataset dataset, int threads, int asks,
            BiConsumer<Trainer, TrainingEvent> watcher) {
        List<TrainingEvent> events = new ArrayList<>();
        Control control = new Control(asks);
        Trainer[] self = new Trainer[1];
        try (Device device = Device.cpu(threads)) {
            self[0] = new Trainer(experiment.build(), dataset, device, event -> {
                events.add(event);
                watcher.accept(self[0], event);
            });
            return new TinyRun(self[0], self[0].run(control), events, control.reports);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    /** What a run that finished or stopped ends with. */
    public TrainingResult result() {
        return switch (outcome) {
            case JobOutcome.Finished<TrainingResult>(TrainingResult result) -> result;
            case JobOutcome.Stopped<TrainingResult>(TrainingResult result) -> result;
            case JobOutcome.Failed<TrainingResult>(String message, Throwable cause) -> throw new AssertionError(message, cause);
        };
    }

    public List<Stepped> steps() {
        return events.stream().filter(Stepped.class::isInstance).map(Stepped.class::cast).toList();
    }

    public List<EpochEnded> epochs() {
        return events.stream().filter(EpochEnded.class::isInstance).map(EpochEnded.class::cast).toList();
    }

    /** Every weight and bias, one after the other. */
    public List<float[]> weights() {
        return trainer.setup().network().parameters().stream().map(Parameter::value).map(value -> value.copy().data()).toList();
    }

    private static final class Control implements JobControl {

        private final List<Progress> reports = new ArrayList<>();
        private int asksLeft;

        Control(int asks) {
            this.asksLeft = asks;
        }

        @Override
        public boolean proceed() {
            return asksLeft-- > 0;
        }

        @Override
        public void report(Progress progress) {
            reports.add(progress);
        }
    }
}
