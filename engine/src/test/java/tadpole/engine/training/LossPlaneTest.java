package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.SumOfSquares;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;

class LossPlaneTest {

    private static final int FEATURES = 6;
    private static final int CLASSES = 3;

    private Dataset clouds = TinyData.overlapping(120, 20, CLASSES);
    private final List<PlaneEvent> events = new ArrayList<>();
    private LossPlane job;

    /** One linear layer and the sum of squares: the loss is a quadratic of the parameters. */
    private static TinyExperiment quadratic() {
        return new TinyExperiment().layers(TinyExperiment.linear(CLASSES)).loss(SumOfSquares.RECIPE).rate(0.02).plan("epochs", 3);
    }

    private static PlanePlan plan(Map<String, Object> settings) {
        return new PlanePlan(TinyExperiment.with(PlanePlan.RECIPE, settings).settings());
    }

    private static PlaneRun run(TinyExperiment experiment) {
        return new PlaneRun("SGD", experiment.build());
    }

    private JobOutcome<Optional<LossMap>> outcome(int threads, JobControl control, PlanePlan plan, PlaneRun... runs) {
        try (Device device = Device.cpu(threads)) {
            job = new LossPlane(List.of(runs), plan, clouds, device, events::add);
            return job.run(control);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private LossMap map(PlanePlan plan, PlaneRun... runs) {
        return ((JobOutcome.Finished<Optional<LossMap>>) outcome(1, JobControl.UNWATCHED, plan, runs)).result().orElseThrow();
    }

    private static JobControl asking(int times) {
        return new JobControl() {
            private int left = times;

            @Override
            public boolean proceed() {
                return left-- > 0;
            }

            @Override
            public boolean proceedWithin() {
                return true;
            }

            @Override
            public void report(Progress progress) {}
        };
    }

    /** The same loss in double, over all samples, from the formula. */
    private double byHand(double x, double y) {
        PrincipalPlane plane = job.plane().orElseThrow();
        double[] w = new double[plane.origin().length];
        for (int i = 0; i < w.length; i++) {
            w[i] = plane.origin()[i] + x * plane.first()[i] + y * plane.second()[i];
        }
        double sum = 0;
        float[] sample = new float[FEATURES];
        for (int i = 0; i < clouds.train().size(); i++) {
            clouds.train().read(i, sample, 0);
            for (int c = 0; c < CLASSES; c++) {
                double output = w[CLASSES * FEATURES + c];
                for (int j = 0; j < FEATURES; j++) {
                    output += w[c * FEATURES + j] * sample[j];
                }
                double difference = output - (clouds.train().label(i) == c ? 1 : 0);
                sum += difference * difference;
            }
        }
        return sum / clouds.train().size();
    }

    @Nested
    class OfAQuadratic {

        @Test
        void agreesWithTheFormulaAtEveryPoint() {
            LossGrid grid = map(plan(Map.of("fineness", 9)), run(quadratic())).grid();

            assertThat(grid.known()).isEqualTo(81);
            for (int row = 0; row < 9; row++) {
                for (int column = 0; column < 9; column++) {
                    int point = 9 * row + column;
                    double expected = byHand(grid.x(point), grid.y(point));
                    assertThat(grid.at(row, column)).isCloseTo(expected, within(2e-5 * expected));
                }
            }
        }

        @Test
        void endsThePathAtTheOriginWithTheLossThere() {
            LossMap map = map(plan(Map.of("fineness", 17)), run(quadratic()));

            TrainingPath.Moment end = map.paths().getFirst().end();
            assertThat(end.x()).isZero();
            assertThat(end.y()).isZero();
            assertThat(end.off()).isZero();
            assertThat(map.grid().at(0.0, 0.0)).isEqualTo(end.loss());
            assertThat(end.loss()).isLessThan(map.paths().getFirst().moments().getFirst().loss());
        }

        @Test
        void keepsEvenlySpacedMomentsFromStartToEnd() {
            List<TrainingPath.Moment> moments = map(plan(Map.of("fineness", 9, "moments", 6)), run(quadratic())).paths().getFirst().moments();

            assertThat(moments).extracting(TrainingPath.Moment::step).containsExactly(0L, 6L, 12L, 18L, 24L, 30L, 36L);
        }

        @Test
        void theLossOffThePlaneIsThatOfTheTrueNetwork() {
            LossMap map = map(plan(Map.of("fineness", 9)), run(quadratic()));

            TrainingPath.Moment start = map.paths().getFirst().moments().getFirst();
            try (Device device = Device.cpu(1)) {
                Setup setup = Setup.of(quadratic().build(), clouds);
                Evaluator evaluator = new Evaluator(setup.train(), setup.preparations(), setup.loss(), device);
                assertThat(start.loss()).isEqualTo(evaluator.evaluate(setup.network(), JobControl.UNWATCHED).orElseThrow().loss());
            } catch (SettingException mistake) {
                throw new AssertionError(mistake);
            }
        }
    }

    @Nested
    class OnItsWay {

        @Test
        void hasTheSameBitsOnAnyNumberOfThreads() {
            List<List<PlaneEvent>> told = new ArrayList<>();
            for (int threads : new int[] {1, 2, 3}) {
                events.clear();
                outcome(threads, JobControl.UNWATCHED, plan(Map.of("fineness", 9)), run(deep()));
                told.add(events.stream().filter(each -> !(each instanceof PlaneEvent.Laid)).toList());
            }

            assertThat(told.get(1)).isEqualTo(told.get(0));
            assertThat(told.get(2)).isEqualTo(told.get(0)).hasSize(25 + 81);
        }

        /** The path ends where training ends, and leaves the run as it is without anybody who looks. */
        @Test
        void dropsNothingAndFreezesBatchNormalization() {
            LossMap map = map(plan(Map.of("fineness", 9)), run(deep()));

            TinyRun alone = TinyRun.of(deep(), clouds);
            assertThat(job.plane().orElseThrow().origin()).isEqualTo(flat(alone.weights()));
            assertThat(map.grid().at(0.0, 0.0)).isEqualTo(map.paths().getFirst().end().loss());
        }

        @Test
        void goesFromCoarseToFine() {
            outcome(1, asking(36 + 81 + 10), plan(Map.of("fineness", 17)), run(quadratic()));

            assertThat(events.stream().filter(PlaneEvent.Evaluated.class::isInstance)).hasSize(91);
        }

        @Test
        void aStopOnTheGridGivesThePointsThatThereAre() {
            var outcome = (JobOutcome.Stopped<Optional<LossMap>>) outcome(1, asking(36 + 90), plan(Map.of("fineness", 17)), run(quadratic()));

            LossMap map = outcome.resultSoFar().orElseThrow();
            assertThat(map.isWhole()).isFalse();
            assertThat(map.grid().stride()).isEqualTo(2);
            assertThat(map.grid().at(1, 16)).isNotNaN();
        }

        @Test
        void aStopInTrainingGivesNothing() {
            var outcome = (JobOutcome.Stopped<Optional<LossMap>>) outcome(1, asking(20), plan(Map.of()), run(quadratic()));

            assertThat(outcome.resultSoFar()).isEmpty();
        }

        private TinyExperiment deep() {
            TinyData rows = (TinyData) TinyData.overlapping(120, 0, CLASSES).train();
            clouds = new Dataset("pictures", "Pictures", List.of("a", "b", "c"),
                    new TinyData(Shape.of(2, 1, 3), rows.samples(), rows.labels()), Optional.empty());
            return new TinyExperiment().layers(BatchNorm2d.RECIPE.standard(), Flatten.RECIPE.standard(), TinyExperiment.linear(8),
                    Relu.RECIPE.standard(), Dropout.RECIPE.standard(), TinyExperiment.linear(CLASSES));
        }

        private static float[] flat(List<float[]> parts) {
            float[] all = new float[parts.stream().mapToInt(each -> each.length).sum()];
            int place = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, all, place, part.length);
                place += part.length;
            }
            return all;
        }
    }

    @Nested
    class OfTwoRuns {

        @Test
        void laysBothPathsFromOneStartOnOnePlane() {
            Spec adam = TinyExperiment.with(Adam.RECIPE, Map.of("rate", 0.02));

            LossMap map = map(plan(Map.of("fineness", 9)), run(quadratic()), new PlaneRun("Adam", quadratic().optimizer(adam).build()));

            TrainingPath.Moment one = map.paths().get(0).moments().getFirst();
            TrainingPath.Moment other = map.paths().get(1).moments().getFirst();
            assertThat(other).isEqualTo(one);
            assertThat(map.paths().get(1).end()).isNotEqualTo(map.paths().get(0).end());
        }

        @Test
        void refusesOtherLayers() {
            assertThatThrownBy(() -> new LossPlane(
                    List.of(run(quadratic()), new PlaneRun("Deep", TinyExperiment.of(CLASSES).build())), plan(Map.of()), clouds, Device.plain(), events::add))
                    .hasMessage("Deep trains other layers than SGD: they have no plane in common.");
        }
    }

    @Test
    void saysThatARunWithoutAStepHasNoPath() {
        var outcome = (JobOutcome.Failed<Optional<LossMap>>) outcome(1, JobControl.UNWATCHED, plan(Map.of()), run(quadratic().rate(1e-12)));

        assertThat(outcome.message()).startsWith("The weights did not move");
    }

    @Test
    void saysWhichRunDiverged() {
        var outcome = (JobOutcome.Failed<Optional<LossMap>>) outcome(1, JobControl.UNWATCHED, plan(Map.of()),
                run(quadratic().rate(1000).plan("epochs", 20)));

        assertThat(outcome.message()).startsWith("SGD: ");
    }
}
