package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Losses;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.loss.SumOfSquares;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.Stepped;

/** Numbers that are to come out, start values, and gradients that pile up. */
class RegressionTest {

    private final DataPlan data = DataPlan.made("curve", spec(PointSets.ALL, "polynomial", Map.of("count", 10, "test", 0.2)),
            List.of(spec(Preparations.ALL, "polynomial", Map.of()), spec(Preparations.ALL, "standardize", Map.of())));
    private final TinyExperiment line = TinyExperiment.of(1).layers(TinyExperiment.linear(1)).loss(MeanSquaredError.RECIPE)
            .data(standardized(data)).plan("batch", 4);

    @Test
    void hasNoAccuracyAnywhere() throws Exception {
        TinyRun run = TinyRun.of(line, data.made());

        TrainingResult result = run.result();
        assertThat(result.train().hasAccuracy()).isFalse();
        assertThat(result.test().orElseThrow().hasAccuracy()).isFalse();
        assertThat(result.test().orElseThrow().accuracy()).isNaN();
        assertThat(run.events()).allMatch(event -> switch (event) {
            case Stepped now -> !now.hasAccuracy() && Double.isNaN(now.accuracy()) && Double.isFinite(now.loss());
            case EpochEnded now -> !now.train().hasAccuracy() && !now.heldOut().orElseThrow().evaluation().hasAccuracy();
            case Changed _ -> false;
        });
    }

    @Test
    void learnsAndIsTheSameOnManyThreads() throws Exception {
        line.plan("epochs", 60).rate(0.05);

        TinyRun one = TinyRun.of(line, data.made());
        TinyRun two = TinyRun.onThreads(2, line, data.made());

        TrainingResult result = one.result();
        assertThat(result.train().loss()).isLessThan(0.05);
        assertThat(one.weights().getFirst()).containsExactly(two.weights().getFirst());
    }

    @Test
    void canBeRacedAndSwept() throws Exception {
        RacePlan plan = new RacePlan("race", "", line.build(),
                List.of(Contestant.of(Optimizers.ALL.getFirst())),
                RacePlan.RECIPE.settings(Map.of("mode", "same", "rate", 0.05, "steps", 10, "seeds", 1, "test", true)));
        try (Device device = Device.cpu(1)) {
            RaceResult raced = result(new Race(plan, data.made(), device, _ -> {}).run(JobControl.UNWATCHED));
            Evaluation test = raced.standings().getFirst().test().orElseThrow();
            assertThat(test.hasAccuracy()).isFalse();
            assertThat(test.loss()).as("of standardized targets").isLessThan(10);
            Sweep sweep = result(new LearningRateFinder(
                    line.build(), SweepPlan.of(SweepPlan.RECIPE.settings(Map.of("steps", 20))), data.made(), device, _ -> {})
                    .run(JobControl.UNWATCHED));
            assertThat(sweep.steps()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("lossesOfClasses")
    void isRefusedByLossesOfClassesInOneSentence(Recipe<?> loss) {
        assertThatThrownBy(() -> Setup.of(line.loss(loss).build(), data.made())).isInstanceOf(SettingException.class)
                .hasMessage("%s takes classes, but here the targets are numbers. Take mean squared error or sum of squares.".formatted(loss.label()));
    }

    static Stream<Recipe<?>> lossesOfClasses() {
        return Losses.ALL.stream().filter(loss -> loss != MeanSquaredError.RECIPE && loss != SumOfSquares.RECIPE).map(loss -> loss);
    }

    @Test
    void wantsOneOutputForEachNumber() {
        assertThatThrownBy(() -> Setup.of(line.layers(TinyExperiment.linear(2)).build(), data.made())).hasMessage(
                "Mean squared error needs one output for each of the 1 numbers that are to come out, but the network gives 2. End it with a linear layer of 1 outputs.");
    }

    @Test
    void hasNoImagesOfEachClass() {
        DataPlan few = new DataPlan(data.set(), data.make(), List.of(), List.of(), 0, 3, false);

        assertThatThrownBy(() -> Setup.of(line.data(few).build(), data.made()))
                .hasMessage("Images of each class (\"perClass\") must be 0 for data without classes, but is 3.");
    }

    @Test
    void standardizedTargetsNeedNumbers() {
        Dataset clouds = TinyData.clouds(40, 0, 3);
        TinyExperiment classes = TinyExperiment.of(3).data(standardized(new DataPlan("tiny", List.of(), 0)));

        assertThatThrownBy(() -> Setup.of(classes.build(), clouds)).isInstanceOfSatisfying(SettingException.class,
                        misfit -> assertThat(misfit.path()).isEqualTo("data.standardizeTargets"))
                .hasMessageContaining("needs targets that are numbers, but clouds has classes. Switch it off.");
    }

    @Nested
    class StartsFrom {

        @Test
        void theNumbersGivenAndElseFromDrawnOnes() throws Exception {
            Network network = Setup.of(line.start("linear1.weight", 0.5, -2.0).build(), data.made()).network();
            Network drawn = Setup.of(TinyExperiment.of(1).layers(TinyExperiment.linear(1)).loss(MeanSquaredError.RECIPE).data(data).build(), data.made())
                    .network();

            assertThat(network.parameters().getFirst().value().data()).containsExactly(0.5f, -2);
            assertThat(network.parameters().getLast().value().data()).containsExactly(drawn.parameters().getLast().value().data());
        }

        @Test
        void noParameterThatIsNotThere() {
            assertThatThrownBy(() -> Setup.of(line.start("linear2.weight", 1.0).build(), data.made())).isInstanceOfSatisfying(SettingException.class,
                            misfit -> assertThat(misfit.path()).isEqualTo("start.linear2.weight"))
                    .hasMessage("The network has no parameter \"linear2.weight\"; it has linear1.weight, linear1.bias.");
        }

        @Test
        void noOtherNumberOfNumbers() {
            assertThatThrownBy(() -> Setup.of(line.start("linear1.weight", 1.0).build(), data.made()))
                    .hasMessage("linear1.weight is 1×2 and starts from 2 numbers, but here are 1.");
        }

        @Test
        void noInfinity() {
            assertThatThrownBy(() -> line.start("linear1.bias", 1e300))
                    .hasMessage("A start value of linear1.bias must be a finite number of float, but is 1.0E300.");
        }
    }

    @Nested
    class ChangedByHand {

        @Test
        void aWeightHoldsFromTheNextStepOnAndIsTold() throws Exception {
            line.plan("steps", 3).rate(1e-12).start("linear1.weight", 0.5, 0.25);

            TinyRun run = TinyRun.watched(line, data.made(), (trainer, event) -> {
                if (event instanceof Stepped && event.step() == 1) {
                    trainer.changeWeight("linear1.weight", 1, 8);
                }
            });

            assertThat(run.events()).filteredOn(Changed.class::isInstance).singleElement()
                    .isEqualTo(new Changed(1, 0.5, "linear1.weight[1]", 0.25, 8));
            assertThat(run.weights().getFirst()).containsExactly(0.5f, 8);
        }

        @Test
        void onlyNumbersThatAreThereAndFinite() throws Exception {
            Trainer trainer = new Trainer(line.build(), data.made(), Device.plain(), _ -> {});

            assertThatThrownBy(() -> trainer.changeWeight("x", 0, 1)).hasMessage("The network has no parameter \"x\".");
            assertThatThrownBy(() -> trainer.changeWeight("linear1.bias", 1, 1)).hasMessage("linear1.bias has the numbers 0 to 0, but none at 1.");
            assertThatThrownBy(() -> trainer.changeWeight("linear1.bias", 0, Double.NaN)).hasMessage("A weight must be a finite number, but is NaN.");
        }
    }

    @Nested
    class GradientsThatPileUp {

        @Test
        void growWithEverySameStep() throws Exception {
            line.plan("epochs", 3).plan("batch", 8).rate(1e-3).start("linear1.weight", 0.0, 0.0).start("linear1.bias", 10.0);
            double zeroed = bias("all");

            assertThat(10 - bias("notBiases")).isCloseTo(2 * (10 - zeroed), withinPercentage(1));
            assertThat(bias("none")).isLessThan(zeroed);
        }

        private double bias(String zero) throws SettingException {
            return TinyRun.of(line.plan("zeroGradients", zero), data.made()).weights().getLast()[0];
        }

        @ParameterizedTest
        @MethodSource("optimizers")
        void workWithEveryOptimizer(Recipe<?> optimizer) throws Exception {
            line.plan("steps", 4).optimizer(TinyExperiment.with(optimizer, Map.of("rate", 1e-3)));

            TinyRun none = TinyRun.of(line.plan("zeroGradients", "none"), data.made());
            TinyRun all = TinyRun.of(line.plan("zeroGradients", "all"), data.made());

            assertThat(none.outcome()).isInstanceOf(JobOutcome.Finished.class);
            assertThat(none.weights().getFirst()).isNotEqualTo(all.weights().getFirst());
        }

        static Stream<Recipe<?>> optimizers() {
            return Optimizers.ALL.stream().map(each -> each);
        }
    }

    private static DataPlan standardized(DataPlan plan) {
        return new DataPlan(plan.set(), plan.make(), plan.prepare(), plan.augment(), plan.validation(), plan.perClass(), true);
    }

    private static <M> Spec spec(List<Recipe<M>> all, String type, Map<String, ?> settings) {
        try {
            return Recipe.find(all, "thing", type).with(settings);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private static <R> R result(JobOutcome<R> outcome) {
        return switch (outcome) {
            case JobOutcome.Finished<R>(R result) -> result;
            case JobOutcome.Stopped<R>(R result) -> result;
            case JobOutcome.Failed<R>(String message, Throwable cause) -> throw new AssertionError(message, cause);
        };
    }
}
