package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/**
 * Trains throw-away copies of an experiment's network for a moment, so that Java has compiled what a run needs before
 * somebody waits for it. It shares nothing with the real run but the data, which it reads, and the threads; what it
 * learned is forgotten.
 */
public final class Warmup implements Job<Long> {

    /** Many short runs, for Java throws away compiled code when something happens that it has not seen, such as a start. */
    private static final long RUN_MILLIS = 120;
    private static final int RUNS_OF_A_FEW_TO_ONE_OF_ALL = 3;
    private static final int BATCHES = 6;
    private static final int HELD_OUT = 600;

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
        try {
            Experiment endless = endless();
            Dataset whole = chosen();
            Dataset few = few(whole);
            WarmupPace pace = new WarmupPace(control, mostMillis);
            Optional<JobOutcome.Failed<Long>> failure = Optional.empty();
            for (int run = 0; failure.isEmpty() && pace.goesOn(); run++) {
                pace.beginRun(RUN_MILLIS);
                Dataset data = run % (RUNS_OF_A_FEW_TO_ONE_OF_ALL + 1) == 0 ? whole : few;
                failure = new Run(endless, data, pace).failure();
            }
            if (failure.isPresent()) {
                return failure.get();
            }
            return control.isStopped() ? new JobOutcome.Stopped<>(pace.steps()) : new JobOutcome.Finished<>(pace.steps());
        } catch (SettingException misfit) {
            return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
        }
    }

    /** One training, on a thread of its own as the real one: with empty memory for the kernels. */
    private final class Run implements Runnable {

        private final Experiment endless;
        private final Dataset data;
        private final JobControl control;
        private Optional<JobOutcome.Failed<Long>> failure = Optional.empty();

        private Run(Experiment endless, Dataset data, JobControl control) {
            this.endless = endless;
            this.data = data;
            this.control = control;
        }

        private Optional<JobOutcome.Failed<Long>> failure() {
            device.runAside(this);
            return failure;
        }

        @Override
        public void run() {
            try {
                if (new Trainer(endless, data, device, _ -> {}).run(control) instanceof JobOutcome.Failed<TrainingResult>(var message, var cause)) {
                    failure = Optional.of(new JobOutcome.Failed<>(message, cause));
                }
            } catch (SettingException misfit) {
                failure = Optional.of(new JobOutcome.Failed<>(misfit.getMessage(), misfit));
            } catch (OutOfMemoryError large) {
                failure = Optional.of(new JobOutcome.Failed<>("There is no room for a copy of this network.", large));
            } catch (RuntimeException broken) {
                failure = Optional.of(new JobOutcome.Failed<>("The warm-up broke off.", broken));
            }
        }
    }

    private Experiment endless() throws SettingException {
        Map<String, Object> plan = new LinkedHashMap<>(experiment.training().settings().asMap());
        plan.put("epochs", 100_000L);
        plan.put("steps", 0L);
        plan.put("patience", 0L);
        TrainingPlan longer = new TrainingPlan(TrainingPlan.RECIPE.settings(plan), experiment.training().order());
        return experiment.withData(experiment.data().ofAll()).withTraining(longer);
    }

    /** With the training samples that the experiment speaks of. */
    private Dataset chosen() throws SettingException {
        SampleChanges changes = experiment.data().changes();
        changes.accept(dataset);
        return dataset.with(experiment.data().chosen(changes.correct(dataset.train(), false), dataset.classes().size()),
                dataset.test().map(split -> changes.correct(split, true)));
    }

    /** A few batches, with the same smaller one at the end of an epoch. */
    private Dataset few(Dataset whole) {
        int batch = experiment.training().batch();
        int train = (int) Math.min(whole.train().size(), (long) batch * BATCHES + whole.train().size() % batch);
        Optional<Split> test = whole.test().map(split -> first(split, HELD_OUT));
        return whole.with(first(whole.train(), train), test);
    }

    private static Split first(Split split, int count) {
        return split.subset(IntStream.range(0, Math.min(count, split.size())).toArray());
    }
}
