package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/**
 * Trains a throw-away copy of an experiment's network for a moment, so that Java has compiled what a step needs before
 * somebody waits for it. It shares nothing with the real run but the data, which it reads, and the threads; what it
 * learned is forgotten.
 */
public final class Warmup implements Job<Long> {

    private final Experiment experiment;
    private final Dataset dataset;
    private final Device device;
    private final long mostMillis;

    /** @param mostMillis how long it may take; it ends earlier when steps no longer get faster */
    public Warmup(Experiment experiment, Dataset dataset, Device device, long mostMillis) {
        this.experiment = experiment;
        this.dataset = dataset;
        this.device = device;
        this.mostMillis = mostMillis;
    }

    @Override
    public String name() {
        return "Warming up " + experiment.name();
    }

    /** Gives the number of steps it made. */
    @Override
    public JobOutcome<Long> run(JobControl control) {
        if (control.isStopped()) {
            return new JobOutcome.Stopped<>(0L);
        }
        try {
            WarmupPace pace = new WarmupPace(control, mostMillis);
            Looks looks = new Looks(pace);
            Trainer trainer = new Trainer(endless(), dataset, device, looks);
            looks.trainer = Optional.of(trainer);
            JobOutcome<TrainingResult> outcome = trainer.run(pace);
            if (outcome instanceof JobOutcome.Failed<TrainingResult>(String message, Throwable cause)) {
                return new JobOutcome.Failed<>(message, cause);
            }
            return control.isStopped() ? new JobOutcome.Stopped<>(pace.steps()) : new JobOutcome.Finished<>(pace.steps());
        } catch (SettingException misfit) {
            return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
        } catch (OutOfMemoryError large) {
            return new JobOutcome.Failed<>("There is no room for a copy of this network.", large);
        }
    }

    private Experiment endless() throws SettingException {
        Settings given = experiment.training().settings();
        Map<String, Object> plan = new LinkedHashMap<>(given.asMap());
        plan.put("epochs", 100_000L);
        plan.put("steps", 0L);
        plan.put("patience", 0L);
        TrainingPlan longer = new TrainingPlan(TrainingPlan.RECIPE.settings(plan), experiment.training().order());
        return new Experiment(experiment.name(), experiment.about(), experiment.data(), experiment.layers(), experiment.loss(),
                experiment.optimizer(), experiment.schedule(), longer, experiment.seed());
    }

    /** Now and then a few batches of what is looked at after an epoch, long before the first epoch ends. */
    private final class Looks implements java.util.function.Consumer<TrainingEvent> {

        private static final long EVERY_NANOS = 100_000_000;
        private static final int CHUNKS = 3;

        private final JobControl control;
        private Optional<Trainer> trainer = Optional.empty();
        private Optional<Evaluator> evaluator = Optional.empty();
        private long next = System.nanoTime();

        private Looks(JobControl control) {
            this.control = control;
        }

        @Override
        public void accept(TrainingEvent event) {
            if (event instanceof TrainingEvent.Stepped && System.nanoTime() >= next) {
                trainer.map(Trainer::setup).ifPresent(this::look);
                next = System.nanoTime() + EVERY_NANOS;
            }
        }

        private void look(Setup setup) {
            evaluator = evaluator.or(() -> setup.heldOut().map(split -> new Evaluator(split, setup.preparations(), setup.loss(), device)));
            int[] chunks = {CHUNKS};
            evaluator.ifPresent(each -> each.evaluate(setup.network(), new JobControl() {
                @Override
                public boolean proceed() {
                    return chunks[0]-- > 0;
                }

                @Override
                public boolean isStopped() {
                    return control.isStopped();
                }

                @Override
                public void report(tadpole.engine.job.Progress progress) {}
            }));
        }
    }
}
