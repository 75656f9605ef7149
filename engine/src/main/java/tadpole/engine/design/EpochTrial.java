package tadpole.engine.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingPlan;
import tadpole.engine.training.TrainingResult;
import tadpole.engine.training.Warmup;

/**
 * Estimates the seconds of an epoch: trains a throw-away copy of the very network on the real device with a few of the real batches,
 * once Java has compiled it, and takes the middle half of the last third of the steps. What it learned is forgotten.
 */
public final class EpochTrial implements Job<EpochEstimate> {

    private static final int BATCHES = 6;
    private static final int HELD_OUT = 512;
    private static final double WARMING = 0.55;
    private static final int LEAST_THIRD = 20;
    private static final double FASTER = 0.9;
    /** Of a training sample's time, where no held-out sample was reached: forward alone is a third of forward and backward. */
    private static final double FORWARD = 1 / 3.0;

    private final Experiment experiment;
    private final Dataset dataset;
    private final Device device;
    private final long mostMillis;
    private Optional<JobOutcome.Failed<EpochEstimate>> failure = Optional.empty();

    /** @param mostMillis how long it may take, thrice that where steps still get faster, as Java compiles them; a single step is made at least */
    public EpochTrial(Experiment experiment, Dataset dataset, Device device, long mostMillis) {
        this.experiment = experiment;
        this.dataset = dataset;
        this.device = device;
        this.mostMillis = mostMillis;
    }

    @Override
    public String name() {
        return "Timing " + experiment.name();
    }

    @Override
    public JobOutcome<EpochEstimate> run(JobControl control) {
        long begun = System.nanoTime();
        JobOutcome<Long> warmed = new Warmup(experiment, dataset, device, Math.round(mostMillis * WARMING)).run(control);
        if (warmed instanceof JobOutcome.Failed<Long>(var message, var cause)) {
            return new JobOutcome.Failed<>(message, cause);
        }
        Steps steps = new Steps(control, begun + mostMillis * 1_000_000);
        device.runAside(() -> measure(steps));
        if (steps.full().isEmpty()) {
            return failure.orElseGet(() -> new JobOutcome.Failed<>("It was stopped before a step was made.", new IllegalStateException("no step")));
        }
        EpochEstimate estimate = steps.estimate();
        return control.isStopped() ? new JobOutcome.Stopped<>(estimate) : new JobOutcome.Finished<>(estimate);
    }

    private void measure(Steps steps) {
        try {
            Trainer trainer = new Trainer(endless(), few(), device, steps::hear);
            steps.begin();
            if (trainer.run(steps) instanceof JobOutcome.Failed<TrainingResult>(var message, var cause)) {
                failure = Optional.of(new JobOutcome.Failed<>(message, cause));
            }
        } catch (SettingException misfit) {
            failure = Optional.of(new JobOutcome.Failed<>(misfit.getMessage(), misfit));
        } catch (OutOfMemoryError large) {
            failure = Optional.of(new JobOutcome.Failed<>("There is no room for this network: %d MB may be taken."
                    .formatted(Runtime.getRuntime().maxMemory() >> 20), large));
        }
    }

    private Experiment endless() throws SettingException {
        Map<String, Object> plan = new LinkedHashMap<>(experiment.training().settings().asMap());
        plan.put("epochs", 100_000L);
        plan.put("steps", 0L);
        plan.put("patience", 0L);
        return experiment.withData(experiment.data().ofAll()).withTraining(new TrainingPlan(TrainingPlan.RECIPE.settings(plan), experiment.training().order()));
    }

    private Dataset few() throws SettingException {
        Split train = experiment.data().chosen(dataset.train(), dataset.classes().size());
        return dataset.with(first(train, BATCHES * experiment.training().batch()), dataset.test().map(test -> first(test, HELD_OUT)));
    }

    private static Split first(Split split, int count) {
        return split.subset(IntStream.range(0, Math.min(count, split.size())).toArray());
    }

    /** Listens to a run of a few batches, and ends it when the time is up. */
    private final class Steps implements JobControl {

        private final JobControl control;
        private final long end;
        private final List<Double> perSample = new ArrayList<>();
        private final List<Double> perHeldOut = new ArrayList<>();
        private long last;
        private int largest;
        private boolean made;

        private Steps(JobControl control, long end) {
            this.control = control;
            this.end = end;
        }

        private void begin() {
            last = System.nanoTime();
        }

        private List<Double> full() {
            return perSample;
        }

        private void hear(TrainingEvent event) {
            long now = System.nanoTime();
            double seconds = (now - last) / 1e9;
            last = now;
            switch (event) {
                case TrainingEvent.Stepped stepped -> {
                    if (stepped.count() >= largest) {
                        largest = stepped.count();
                        perSample.add(seconds / stepped.count());
                    }
                    made = true;
                }
                case TrainingEvent.EpochEnded ended -> ended.heldOut().ifPresent(held -> perHeldOut.add(seconds / held.evaluation().count()));
                case TrainingEvent.Changed _ -> { }
            }
        }

        @Override
        public boolean proceed() {
            boolean goOn = control.proceed();
            last = System.nanoTime();
            return goOn && (!made || last < end || last < end + 2 * mostMillis * 1_000_000 && isGettingFaster());
        }

        /** Java compiles in leaps: what the last third of the steps took is not yet what the third before it took. */
        private boolean isGettingFaster() {
            int third = perSample.size() / 3;
            return third < LEAST_THIRD || median(perSample.size() - third, perSample.size()) < FASTER * median(perSample.size() - 2 * third, perSample.size() - third);
        }

        private double median(int from, int to) {
            return perSample.subList(from, to).stream().sorted().toList().get((to - from) / 2);
        }

        @Override
        public boolean proceedWithin() {
            return control.proceedWithin();
        }

        @Override
        public boolean isStopped() {
            return control.isStopped();
        }

        @Override
        public void report(Progress progress) {
            long left = Math.max(0, end - System.nanoTime());
            control.report(new Progress(Math.round(mostMillis - left / 1e6), mostMillis, "timing steps"));
        }

        private EpochEstimate estimate() {
            int all = experiment.data().samples(dataset.train().size(), dataset.classes().size());
            int held = experiment.data().heldOut(all);
            int judged = held > 0 ? held : dataset.test().map(Split::size).orElse(0);
            List<Double> sorted = perSample.subList(perSample.size() - Math.max(1, perSample.size() / 3), perSample.size()).stream().sorted().toList();
            double middle = middleHalf(sorted);
            double judging = judged * (perHeldOut.isEmpty() ? middle * FORWARD : middleHalf(perHeldOut.subList(perHeldOut.size() - Math.max(1, perHeldOut.size() / 3), perHeldOut.size()).stream().sorted().toList()));
            int learned = all - held;
            return new EpochEstimate(learned * middle + judging, learned * sorted.get(sorted.size() / 4) + judging,
                    learned * sorted.get(sorted.size() - 1 - sorted.size() / 4) + judging, sorted.size());
        }

        private static double middleHalf(List<Double> sorted) {
            int quarter = sorted.size() / 4;
            return sorted.subList(quarter, sorted.size() - quarter).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }
    }
}
