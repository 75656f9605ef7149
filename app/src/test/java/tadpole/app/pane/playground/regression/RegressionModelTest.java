package tadpole.app.pane.playground.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.inspect.Explainer;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.surface.Surface;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;
import tadpole.samples.SampleData;

class RegressionModelTest {

    private final Pump pump = new Pump();
    private final RegressionModel model = model("polynomial-mended");

    private RegressionModel model(String lesson) {
        return new RegressionModel(experiment(lesson), new Jobs(pump), Device.cpu(2));
    }

    private static Experiment experiment(String lesson) {
        try {
            return ExperimentFile.read(SampleData.experiments().resolve(lesson + ".json"));
        } catch (FileException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void run(RegressionModel of) {
        of.startOrPause();
        until(() -> !of.stateProperty().get().isGoingOn());
    }

    private void until(BooleanSupplier holds) {
        pump.until(holds);
    }

    private static String figures(RegressionModel of, int iteration) {
        Moment moment = of.moments().get(iteration);
        StringBuilder text = new StringBuilder(RegressionModel.five(moment.loss()));
        for (double weight : moment.weights()) {
            text.append(' ').append(RegressionModel.five(weight));
        }
        return text.toString();
    }

    @Nested
    class OfTheLessons {

        @Test
        void divergesWithThePublishedFigures() {
            RegressionModel diverges = model("polynomial-diverges");

            run(diverges);

            assertThat(figures(diverges, 0)).isEqualTo("25.45 0.57 0.81 1.898");
            assertThat(figures(diverges, 10)).isEqualTo("2.1041e11 5529.6 22452 97326");
            assertThat(diverges.lineProperty().get()).startsWith("Diverged: the loss went from 25.45 to ")
                    .endsWith("Plain descent holds below a rate of 0.0048355, 2 over the greatest curvature.");
        }

        @Test
        void mendedGivesTheFiguresThatThePublishedRateDoesNot() {
            RegressionModel published = model("polynomial-published-bug");
            run(model);
            run(published);

            assertThat(List.of(0, 10, 20)).allSatisfy(i -> assertThat(model.moments().get(i).loss())
                    .isCloseTo(new double[] {0.257558, 0.0799487, 0.0283290}[i / 10], within(6e-7)));
            assertThat(model.moments().get(10).weights()).satisfies(w -> assertThat(w[0]).isCloseTo(0.49503425, within(1e-6)));
            assertThat(published.moments().get(10).loss()).isCloseTo(0.117968, within(6e-7));
        }

        @Test
        void tooManyIterationsEndInOneSentenceAndThePicturesStay() {
            RegressionModel diverges = model("polynomial-diverges");
            diverges.form().form().field("iterations").take(500L);

            run(diverges);

            assertThat(diverges.stateProperty().get()).isEqualTo(WorkState.FAILED);
            assertThat(diverges.lineProperty().get()).contains(" at step ").contains("Try a learning rate of 0.001.");
            assertThat(diverges.moments()).isNotEmpty().allMatch(moment -> Double.isFinite(moment.loss()));
        }

        @Test
        void theRawNetworkFallsOverManyPowersOfTen() throws Exception {
            RegressionModel raw = model("raw-two-layer");

            run(raw);

            assertThat(raw.fit()).isEmpty();
            assertThat(raw.moments()).hasSize(500);
            assertThat(raw.moments().getFirst().loss()).isBetween(1e7, 1e8);
            assertThat(raw.moments().getLast().loss()).isLessThan(1e-3);
            assertThat(raw.canOpen()).isTrue();
            assertThat(raw.explainer().call().explain(new Address.Updated("linear1.weight", 3)).value())
                    .isCloseTo(raw.moments().getLast().weights()[3], within(1e-6));
        }
    }

    @Nested
    class WhenAnIterationIsOpened {

        @Test
        void gradientAndUpdateAreThoseOfTheTable() throws Exception {
            run(model);
            model.look(7);

            Explainer explainer = model.explainer().call();
            double[] before = model.moments().get(6).weights();

            for (int i = 0; i < 2; i++) {
                Arithmetic updated = explainer.explain(new Address.Updated("linear1.weight", i));
                assertThat(updated.value()).isEqualTo(model.moments().get(7).weights()[i]);
                assertThat(explainer.explain(new Address.WeightGradient("linear1.weight", i)).value())
                        .isCloseTo(model.fit().orElseThrow().gradient(before, i), within(1e-6));
            }
            assertThat(explainer.explain(new Address.Loss()).value()).isCloseTo(model.moments().get(7).loss(), within(1e-7));
        }

        @Test
        void adamsIterationsOpenToo() throws Exception {
            model.form().optimizer().show(Adam.RECIPE.standard());
            run(model);
            model.look(12);

            assertThat(model.explainer().call().explain(new Address.Updated("linear1.bias", 0)).value())
                    .isEqualTo(model.moments().get(12).weights()[2]);
        }

        @Test
        void gradientsThatPileUpDoNot() {
            RegressionModel stale = model("polynomial-stale-gradient");
            run(stale);

            assertThat(stale.canOpen()).isFalse();
        }
    }

    @Nested
    class Settings {

        @Test
        void standardizingMakesTheBowlRounder() {
            RegressionModel raw = model("polynomial-diverges");
            double stretched = raw.fit().orElseThrow().stretch(1, 2);

            raw.form().form().field("features").take(true);
            raw.form().form().field("one").take(false);

            assertThat(raw.fit().orElseThrow().stretch(0, 1)).isLessThan(stretched);
            assertThat(raw.fit().orElseThrow().stretch(0, 2)).isCloseTo(1.118, within(1e-3));
            assertThat(raw.fit().orElseThrow().greatestCurvature()).isLessThan(4);
        }

        @Test
        void theLandscapesGradientIsThatOfItsValues() {
            Surface surface = model.fit().orElseThrow().over(model.start(), 0, 2, model.start());
            double h = 1e-5;

            double slope = (surface.at(0.3 + h, 0.2).value() - surface.at(0.3 - h, 0.2).value()) / (2 * h);

            assertThat(surface.at(0.3, 0.2).dx()).isCloseTo(slope, within(1e-8));
            Surface.Place least = surface.minima().getFirst();
            assertThat(surface.at(least.x(), least.y()).dx()).isCloseTo(0, within(1e-9));
        }

        @Test
        void ownPointsAndOwnStartAreTrainedAndSaved() throws Exception {
            List<double[]> points = new ArrayList<>(model.points());
            points.add(new double[] {6, 30});
            model.setPoints(points);
            model.startAt(0, -1, 2, 0.25);

            run(model);

            assertThat(model.experiment().training().batch()).isEqualTo(6);
            assertThat(model.moments().getFirst().iteration()).isZero();
            assertThat(model.start()).containsExactly(-1, 0.5, 0.25);
            RegressionModel again = new RegressionModel(ExperimentFile.parse("own.json", ExperimentFile.text(model.experiment())), new Jobs(pump), Device.cpu(2));
            run(again);
            assertThat(again.moments().getLast().loss()).isEqualTo(model.moments().getLast().loss());
        }

        @Test
        void onlyACurveTakesPoints() {
            List<double[]> points = List.of(new double[] {0, 1}, new double[] {1, 3});

            assertThat(model.setPoints(points)).isTrue();
            assertThat(model("raw-two-layer").setPoints(points)).isFalse();
        }

        @Test
        void aHigherDegreeHasMoreWeights() {
            model.form().form().field("degree").take(9L);

            run(model);

            assertThat(model.start()).hasSize(10);
            assertThat(model.moments()).hasSize(30);
        }
    }

    @Nested
    class WhenAnExperimentIsOpened {

        @Test
        void takesAsManyIterationsAsAnExperimentMayHaveEpochs() throws Exception {
            Experiment longest = withEpochs(experiment("polynomial-diverges"), TrainingPlan.EPOCHS.most());

            assertThat(model.open(longest)).isTrue();

            assertThat(model.experiment()).isEqualTo(longest);
            model.form().form().field("iterations").take(7L);
            assertThat(model.experiment().training().epochs()).isEqualTo(7);
        }

        @Test
        void oneThatCannotBeBuiltLeavesAllAsItWas() {
            Experiment before = model.experiment();
            Experiment impossible = experiment("raw-two-layer").withLayers(List.of());
            model.step();
            until(() -> model.moments().size() == 1);

            assertThat(model.open(impossible)).isFalse();

            assertThat(model.lineProperty().get()).isNotEmpty();
            assertThat(model.experiment()).isSameAs(before);
            assertThat(model.form().form().settings().whole("iterations")).isEqualTo(before.training().epochs());
            assertThat(model.moments()).hasSize(1);
            assertThat(model.stateProperty().get()).isEqualTo(WorkState.PAUSED);
            model.form().form().field("iterations").take(7L);
            assertThat(model.experiment().training().epochs()).isEqualTo(7);
        }

        private static Experiment withEpochs(Experiment of, long epochs) throws SettingException {
            Map<String, Object> settings = new LinkedHashMap<>(of.training().settings().asMap());
            settings.put("epochs", epochs);
            return of.withTraining(new TrainingPlan(TrainingPlan.RECIPE.settings(settings), of.training().order()));
        }
    }

    @Test
    void stepsOneByOneAndStops() {
        model.step();
        until(() -> model.moments().size() == 1);
        model.step();
        until(() -> model.moments().size() == 2);
        assertThat(model.stateProperty().get()).isEqualTo(WorkState.PAUSED);

        model.stop();
        until(() -> model.stateProperty().get() == WorkState.ENDED);

        assertThat(model.lineProperty().get()).isEqualTo("Stopped after 2 iterations.");
        model.again();
        assertThat(model.moments()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(WorkState.READY);
    }
}
