package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Relu;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.optimizer.Lbfgs;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;

class LearningRateFinderTest {

    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);
    private static final Dataset DATA = TinyData.clouds(400, 0, 4);

    private static SweepPlan plan(Map<String, Object> settings) throws SettingException {
        return SweepPlan.of(settings);
    }

    private static Sweep sweep(TinyExperiment experiment, Map<String, Object> settings) throws SettingException {
        return sweep(experiment, settings, 1);
    }

    private static Sweep sweep(TinyExperiment experiment, Map<String, Object> settings, int threads) throws SettingException {
        try (Device device = Device.cpu(threads)) {
            JobOutcome<Sweep> outcome = new LearningRateFinder(experiment.build(), plan(settings), DATA, device, _ -> {}).run(JobControl.UNWATCHED);
            return ((JobOutcome.Finished<Sweep>) outcome).result();
        }
    }

    @Nested
    class TheRates {

        @Test
        void riseByTheSameFactor() throws Exception {
            SweepPlan plan = plan(Map.of("from", 1e-4, "to", 1.0));

            assertThat(plan.rate(0, 5)).isEqualTo(1e-4);
            assertThat(plan.rate(1, 5)).isCloseTo(1e-3, within(1e-12));
            assertThat(plan.rate(4, 5)).isCloseTo(1, within(1e-12));
        }

        @Test
        void riseByTheSameDistanceWhereTheyAreSpacedEvenly() throws Exception {
            SweepPlan plan = plan(Map.of("from", 0.1, "to", 0.5, "spacing", "even"));

            assertThat(plan.rate(1, 5)).isCloseTo(0.2, within(1e-12));
            assertThat(plan.rate(2, 5)).isCloseTo(0.3, within(1e-12));
        }

        @Test
        void takeAnEpochWhereNothingElseIsSaid() throws Exception {
            assertThat(sweep(TinyExperiment.of(4), Map.of("to", 0.001)).steps()).hasSize(40);
            assertThat(sweep(TinyExperiment.of(4), Map.of("to", 0.001, "steps", 90)).steps()).hasSize(90);
        }

        @Test
        void mustRise() {
            assertThatThrownBy(() -> plan(Map.of("from", 0.1, "to", 1e-5))).isInstanceOf(SettingException.class)
                    .hasMessage("The sweep must end above its start: rate = from · (to / from)^(i / (n - 1)) rises only with to > from, but from is 0.1 and to is 1e-5.");
            assertThatThrownBy(() -> plan(Map.of("from", 0.1, "to", 0.1))).isInstanceOf(SettingException.class);
            assertThatThrownBy(() -> plan(Map.of("from", Double.NaN))).isInstanceOf(SettingException.class)
                    .hasMessage("Rates are powers of ten, above 0: in rate = from · (to / from)^(i / (n - 1)), from must be between 1e-12 and 1000, but is NaN.");
            assertThatThrownBy(() -> plan(Map.of("from", 0.0))).isInstanceOf(SettingException.class).hasMessageEndingWith("but is 0.");
            assertThatThrownBy(() -> plan(Map.of("to", Double.NEGATIVE_INFINITY))).isInstanceOf(SettingException.class).hasMessageContaining("to must be");
            assertThatThrownBy(() -> plan(Map.of("steps", 1))).isInstanceOf(SettingException.class)
                    .hasMessage("A sweep needs 2 steps at least, one for each end: in rate = from · (to / from)^(i / (n - 1)), n - 1 is 0 with steps n = 1. 0 takes one epoch.");
        }

        @Test
        void needABatchForEachOfThem() throws Exception {
            assertThatThrownBy(() -> sweep(TinyExperiment.of(4).plan("batch", 401), Map.of())).isInstanceOf(SettingException.class)
                    .hasMessage("Every rate takes a batch of its own: an epoch has samples / batch = 400 / 401, less than 1. Batch size must be between 1 and 400.");
            assertThat(sweep(TinyExperiment.of(4).plan("batch", 400), Map.of("to", 1e-3)).steps()).hasSize(2);
        }

        @Test
        void ofBothPresetsAreTheirs() {
            Map<String, Object> fastai = SweepPlan.PRESETS.get(1).of(SweepPlan.RECIPE).settings().asMap();

            assertThat(fastai).containsEntry("from", 1e-7).containsEntry("to", 10.0).containsEntry("steps", 100L).containsEntry("skipLast", 5L);
            assertThat(SweepPlan.standard().beta()).isEqualTo(0.98);
            assertThat(SweepPlan.standard().stop()).isEqualTo(4);
        }
    }

    @Nested
    class TheCurve {

        @Test
        void beginsWithTheLossOfTheRunItself() throws Exception {
            Sweep sweep = sweep(TinyExperiment.of(4), Map.of());

            assertThat(sweep.steps().getFirst().loss()).isEqualTo(TinyRun.of(TinyExperiment.of(4), DATA).steps().getFirst().loss());
        }

        @Test
        void isThatOfARunWithARateNearlyConstant() throws Exception {
            Sweep sweep = sweep(TinyExperiment.of(4), Map.of("from", 0.1, "to", Math.nextUp(0.1), "steps", 80));

            assertThat(sweep.steps()).extracting(SweepStep::loss)
                    .containsExactlyElementsOf(TinyRun.of(TinyExperiment.of(4), DATA).steps().stream().map(TrainingEvent.Stepped::loss).toList());
        }

        @Test
        void isSmoothedWithoutThePullTowardZero() throws Exception {
            List<SweepStep> steps = sweep(TinyExperiment.of(4), Map.of("beta", 0.5)).steps();

            assertThat(steps.get(0).smoothed()).isCloseTo(steps.get(0).loss(), within(1e-12));
            assertThat(steps.get(1).smoothed()).isCloseTo((0.5 * steps.get(0).loss() + steps.get(1).loss()) / 1.5, within(1e-12));
        }

        @Test
        void endsWhereTheLossExplodes() throws Exception {
            Sweep sweep = sweep(TinyExperiment.of(4), Map.of("from", 1e-3, "to", 1000.0, "steps", 400, "beta", 0.5));

            assertThat(sweep.steps().size()).isLessThan(400);
            double best = sweep.steps().stream().mapToDouble(SweepStep::smoothed).min().orElseThrow();
            if (!sweep.ending().contains("NaN")) {
                assertThat(sweep.steps().getLast().smoothed()).isGreaterThan(4 * best);
                assertThat(sweep.ending()).startsWith("The smoothed loss rose above 4 times its best at rate ");
            }
            assertThat(sweep.isRestored()).isTrue();
        }

        @Test
        void repeatsWithTheSameSeedOnAnyNumberOfThreadsAndNotWithAnother() throws Exception {
            Sweep one = sweep(TinyExperiment.of(4), Map.of());

            assertThat(sweep(TinyExperiment.of(4), Map.of(), 2).steps()).isEqualTo(one.steps());
            assertThat(sweep(TinyExperiment.of(4).seed(2), Map.of()).steps()).isNotEqualTo(one.steps());
        }
    }

    @Nested
    class WithAugmentation {

        private final Spec noise = TinyExperiment.with(Recipe.find(Augmentations.ALL, "augmentation", "noise"), Map.of());

        WithAugmentation() throws SettingException {}

        @Test
        void sweepsTheBatchesOfTheRunItself() throws Exception {
            TinyExperiment noisy = TinyExperiment.of(4).augment(noise);

            Sweep sweep = sweep(noisy, Map.of("from", 0.1, "to", Math.nextUp(0.1), "steps", 80));

            assertThat(sweep.steps()).extracting(SweepStep::loss)
                    .containsExactlyElementsOf(TinyRun.of(noisy, DATA).steps().stream().map(TrainingEvent.Stepped::loss).toList());
            assertThat(sweep.steps().getFirst().loss()).isNotEqualTo(sweep(TinyExperiment.of(4), Map.of()).steps().getFirst().loss());
            assertThat(sweep.isRestored()).isTrue();
        }

        @Test
        void repeatsOnAnyNumberOfThreads() throws Exception {
            TinyExperiment noisy = TinyExperiment.of(4).augment(noise);

            assertThat(sweep(noisy, Map.of(), 2).steps()).isEqualTo(sweep(noisy, Map.of()).steps());
        }
    }

    /** Train runs, and Find is pressed: both work on the program's one device. */
    @Nested
    class BesideARun {

        private static final Dataset WIDE = TinyData.wide(2000, 300);
        private final TinyExperiment experiment = TinyExperiment.of(10).layers(TinyExperiment.linear(128), Relu.RECIPE.standard(), TinyExperiment.linear(10))
                .plan("batch", 50).plan("epochs", 4);

        @Test
        void bothHaveTheBitsThatEachHasAlone() throws Exception {
            List<Double> alone = losses(TinyRun.of(experiment, WIDE).events());
            SweepPlan plan = plan(Map.of("from", 1e-4, "steps", 160));
            try (Device device = Device.cpu(3)) {
                List<SweepStep> aloneOnIt = finished(new LearningRateFinder(experiment.build(), plan, WIDE, device, _ -> {}).run(JobControl.UNWATCHED)).steps();
                List<TrainingEvent> told = new ArrayList<>();
                Trainer trainer = new Trainer(experiment.build(), WIDE, device, told::add);
                LearningRateFinder finder = new LearningRateFinder(experiment.build(), plan, WIDE, device, _ -> {});

                CompletableFuture<JobOutcome<TrainingResult>> run = CompletableFuture.supplyAsync(() -> trainer.run(JobControl.UNWATCHED), THREADS);
                Sweep beside = finished(finder.run(JobControl.UNWATCHED));
                run.get(60, TimeUnit.SECONDS);

                assertThat(beside.steps()).isEqualTo(aloneOnIt);
                assertThat(losses(told)).isEqualTo(alone);
            }
        }

        @Test
        void bothStopWhenTheyAreTold() throws Exception {
            AtomicBoolean stopped = new AtomicBoolean();
            CountDownLatch training = new CountDownLatch(1);
            CountDownLatch sweeping = new CountDownLatch(1);
            try (Device device = Device.cpu(2)) {
                Trainer trainer = new Trainer(experiment.plan("epochs", 100_000).build(), WIDE, device, _ -> {});
                LearningRateFinder finder = new LearningRateFinder(
                        experiment.build(), plan(Map.of("from", 1e-9, "to", 1e-3, "steps", 100_000)), WIDE, device, _ -> {});
                CompletableFuture<JobOutcome<TrainingResult>> run = CompletableFuture.supplyAsync(() -> trainer.run(until(stopped, training)), THREADS);
                CompletableFuture<JobOutcome<Sweep>> sweep = CompletableFuture.supplyAsync(() -> finder.run(until(stopped, sweeping)), THREADS);
                assertThat(training.await(60, TimeUnit.SECONDS) && sweeping.await(60, TimeUnit.SECONDS)).isTrue();
                stopped.set(true);

                assertThat(run.get(60, TimeUnit.SECONDS)).isInstanceOf(JobOutcome.Stopped.class);
                assertThat(((JobOutcome.Stopped<Sweep>) sweep.get(60, TimeUnit.SECONDS)).resultSoFar().isRestored()).isTrue();
            }
        }

        private static JobControl until(AtomicBoolean stopped, CountDownLatch going) {
            return new JobControl() {
                @Override
                public boolean proceed() {
                    return !stopped.get();
                }

                @Override
                public void report(Progress progress) {
                    going.countDown();
                }
            };
        }

        private static Sweep finished(JobOutcome<Sweep> outcome) {
            return ((JobOutcome.Finished<Sweep>) outcome).result();
        }

        private static List<Double> losses(List<TrainingEvent> events) {
            return events.stream().filter(TrainingEvent.Stepped.class::isInstance).map(each -> ((TrainingEvent.Stepped) each).loss()).toList();
        }
    }

    @Nested
    class Afterwards {

        private final List<Spec> optimizers = List.of(
                TinyExperiment.with(Momentum.RECIPE, Map.of("rate", 0.1)), Adam.RECIPE.standard(), Lbfgs.RECIPE.standard());

        @Test
        void weightsBuffersAndTheOptimizersMemoryAreWhatTheyWere() throws Exception {
            for (Spec optimizer : optimizers) {
                TinyExperiment experiment = TinyExperiment.of(4).optimizer(optimizer)
                        .layers(TinyExperiment.linear(8), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), TinyExperiment.linear(4));

                Sweep sweep = sweep(experiment, Map.of("from", 1e-4));

                assertThat(sweep.before()).as(optimizer.type()).matches("[0-9a-f]{4} [0-9a-f]{4}").isEqualTo(sweep.after());
            }
        }

        @Test
        void theChecksumNoticesEveryPart() throws Exception {
            Setup setup = Setup.of(TinyExperiment.of(4).optimizer(optimizers.getFirst()).build(), DATA);
            Checkpoint start = new Checkpoint(setup.network(), setup.optimizer());
            String before = start.checksum();

            setup.network().parameters().getLast().value().data()[0] += 1e-6f;
            assertThat(start.checksum()).isNotEqualTo(before);
            start.restore();
            assertThat(start.checksum()).isEqualTo(before);

            try (Device device = Device.cpu(1)) {
                setup.optimizer().step(Step.of(setup.network().parameters(), 0.0, device));
            }
            assertThat(start.checksum()).as("a velocity").isNotEqualTo(before);
            start.restore();
            assertThat(start.checksum()).isEqualTo(before);
        }

        @Test
        void aStopAlsoPutsEverythingBack() throws Exception {
            int[] asked = {0};
            List<Progress> reports = new ArrayList<>();
            JobControl impatient = new JobControl() {
                @Override
                public boolean proceed() {
                    return asked[0]++ < 7;
                }

                @Override
                public void report(Progress progress) {
                    reports.add(progress);
                }
            };
            try (Device device = Device.cpu(1)) {
                List<SweepStep> told = new ArrayList<>();
                JobOutcome<Sweep> outcome =
                        new LearningRateFinder(TinyExperiment.of(4).build(), SweepPlan.standard(), DATA, device, told::add).run(impatient);

                Sweep sweep = ((JobOutcome.Stopped<Sweep>) outcome).resultSoFar();
                assertThat(sweep.steps()).hasSize(7).isEqualTo(told);
                assertThat(sweep.isRestored()).isTrue();
                assertThat(reports).hasSize(7).last().isEqualTo(new Progress(7, 40, reports.getLast().text()));
            }
        }
    }

    @Nested
    class TheProofs {

        private RateProofs.Result prove(double rate) throws SettingException {
            try (Device device = Device.cpu(1)) {
                return ((JobOutcome.Finished<RateProofs.Result>) new RateProofs(TinyExperiment.of(4).build(), rate, DATA, device, _ -> {})
                        .run(JobControl.UNWATCHED)).result();
            }
        }

        @Test
        void takeATenthOnceAndTenTimesTheRateFromTheSameStart() throws Exception {
            RateProofs.Result result = prove(0.1);

            assertThat(result.proofs()).extracting(RateProof::rate).usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1).containsExactly(0.01, 0.1, 1.0);
            assertThat(result.proofs()).extracting(proof -> proof.losses()[0]).containsOnly(result.proofs().getFirst().losses()[0]);
            assertThat(result.proofs().get(1).losses()).containsExactly(
                    TinyRun.of(TinyExperiment.of(4), DATA).steps().stream().limit(50).mapToDouble(TrainingEvent.Stepped::loss).toArray());
            assertThat(result.before()).isEqualTo(result.after());
        }

        @Test
        void sayPlainlyWhatHappened() {
            assertThat(proof(i -> 2.3 - 0.0001 * i).verdict()).isEqualTo(RateProof.Verdict.HARDLY_MOVES);
            assertThat(proof(i -> 2.3 - 0.015 * i).verdict()).isEqualTo(RateProof.Verdict.FALLS_SLOWLY);
            assertThat(proof(i -> 2.3 * Math.exp(-0.05 * i)).verdict()).isEqualTo(RateProof.Verdict.FALLS);
            assertThat(proof(i -> 2.3 * Math.exp(-0.05 * i) + (i == 20 ? 0.2 : 0)).verdict()).isEqualTo(RateProof.Verdict.FALLS);
            assertThat(proof(i -> 2.3 * Math.exp(-0.05 * i) + (i == 20 ? 1 : 0)).verdict()).isEqualTo(RateProof.Verdict.FALLS_UNSTEADILY);
            assertThat(proof(i -> 2.3 * Math.exp(-0.05 * i) + (i > 25 && i < 35 ? 0.5 : 0)).verdict()).isEqualTo(RateProof.Verdict.FALLS_UNSTEADILY);
            assertThat(proof(i -> 2.3 - (i > 10 && i < 40 ? 1.5 : 0)).verdict()).as("down and up again").isEqualTo(RateProof.Verdict.JUMPS);
            assertThat(proof(i -> 1.5 + Math.sin(i / 4.0)).verdict()).isEqualTo(RateProof.Verdict.JUMPS);
            assertThat(proof(i -> 2.3 + 0.1 * i).verdict()).isEqualTo(RateProof.Verdict.RISES);
            assertThat(proof(i -> i < 9 ? 2.3 : Double.NaN).verdict()).isEqualTo(RateProof.Verdict.EXPLODES);
        }

        private static RateProof proof(IntToDoubleFunction loss) {
            return new RateProof(0.1, IntStream.range(0, 50).mapToDouble(loss).toArray());
        }
    }

    /** Published advice, and what the issue asks for: every suggestion between 1e-2 and 1. */
    @Nested
    class OnMnist {

        private static final int SEEDS = 5;

        @Test
        void everySuggestionLiesBetweenAHundredthAndOne() throws Exception {
            String given = System.getProperty("TADPOLE_DATA", System.getenv().getOrDefault("TADPOLE_DATA", ""));
            Path file = Path.of("..", "samples", "experiments", "mnist-784-100-10.json");
            assumeTrue(!given.isBlank() && Files.exists(file), "TADPOLE_DATA names no folder with data sets.");
            Dataset mnist = new DataFolder(Path.of(given)).datasets().stream().filter(each -> each.key().equals("mnist")).findFirst()
                    .orElseThrow().read(JobControl.UNWATCHED);
            Experiment experiment = ExperimentFile.read(file);
            try (Device device = Device.cpu(2)) {
                for (Preset preset : SweepPlan.PRESETS) {
                    for (long seed = 1; seed <= SEEDS; seed++) {
                        Sweep sweep = ((JobOutcome.Finished<Sweep>) new LearningRateFinder(
                                seeded(experiment, seed), SweepPlan.of(preset.settings()), mnist, device, _ -> {}).run(JobControl.UNWATCHED)).result();

                        assertThat(sweep.suggestions()).as("%s, seed %d", preset.label(), seed).hasSize(4)
                                .allMatch(each -> each.rate() >= 1e-2 && each.rate() <= 1);
                        assertThat(sweep.isRestored()).isTrue();
                    }
                }
            }
        }

        private static Experiment seeded(Experiment of, long seed) {
            return new Experiment(of.name(), of.about(), of.data(), of.layers(), of.loss(), of.optimizer(), of.schedule(), of.training(), seed);
        }
    }
}
