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
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;

class LearningRateFinderTest {

    private static final Dataset DATA = TinyData.clouds(400, 0, 4);

    private static SweepPlan plan(Map<String, Object> settings) throws SettingException {
        return SweepPlan.of(SweepPlan.RECIPE.settings(settings));
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
                    .hasMessageContaining("\"from\"").hasMessageContaining("NaN");
            assertThatThrownBy(() -> plan(Map.of("from", 0.0))).isInstanceOf(SettingException.class);
            assertThatThrownBy(() -> plan(Map.of("steps", 1))).isInstanceOf(SettingException.class).hasMessageContaining("2 steps");
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

        @Test
        void everySuggestionLiesBetweenAHundredthAndOne() throws Exception {
            String given = System.getProperty("TADPOLE_DATA", System.getenv().getOrDefault("TADPOLE_DATA", ""));
            Path file = Path.of("..", "samples", "experiments", "mnist-784-100-10.json");
            assumeTrue(!given.isBlank() && Files.exists(file), "TADPOLE_DATA names no folder with data sets.");
            Dataset mnist = new DataFolder(Path.of(given)).datasets().stream().filter(each -> each.key().equals("mnist")).findFirst()
                    .orElseThrow().read(JobControl.UNWATCHED);
            for (var preset : SweepPlan.PRESETS) {
                try (Device device = Device.cpu(2)) {
                    SweepPlan plan = SweepPlan.of(preset.of(SweepPlan.RECIPE).settings());
                    Sweep sweep = ((JobOutcome.Finished<Sweep>) new LearningRateFinder(
                            ExperimentFile.read(file), plan, mnist, device, _ -> {}).run(JobControl.UNWATCHED)).result();

                    assertThat(sweep.suggestions()).as(preset.label()).hasSize(4).allMatch(each -> each.rate() >= 1e-2 && each.rate() <= 1);
                    assertThat(sweep.isRestored()).isTrue();
                }
            }
        }
    }
}
