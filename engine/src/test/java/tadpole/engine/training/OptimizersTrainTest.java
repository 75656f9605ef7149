package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.Hinge;
import tadpole.engine.loss.SigmoidCrossEntropy;
import tadpole.engine.loss.SumOfSquares;
import tadpole.engine.optimizer.ConjugateGradient;
import tadpole.engine.optimizer.Lbfgs;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.schedule.ScheduleMaker;
import tadpole.engine.schedule.Schedules;

/** Whole runs with every optimizer, schedule and new loss. */
class OptimizersTrainTest {

    private final Dataset clouds = TinyData.clouds(200, 100, 3);

    static Stream<Recipe<OptimizerMaker>> optimizers() {
        return Optimizers.ALL.stream();
    }

    static Stream<Recipe<ScheduleMaker>> schedules() {
        return Schedules.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerSeparatesWhatALineSeparates(Recipe<OptimizerMaker> recipe) {
        TinyRun run = TinyRun.of(TinyExperiment.of(3).optimizer(recipe.standard()).plan("epochs", 30), clouds);

        assertThat(run.result().test().orElseThrow().accuracy()).as(recipe.type()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theNumberOfThreadsChangesNoBitOfARun(Recipe<OptimizerMaker> recipe) {
        TinyExperiment experiment = new TinyExperiment()
                .layers(TinyExperiment.linear(200), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), TinyExperiment.linear(10))
                .optimizer(recipe.standard()).plan("batch", 100).plan("epochs", 1).plan("clipNorm", 3).plan("l1", 1e-4);
        Dataset wide = TinyData.wide(200, 96);

        List<float[]> alone = TinyRun.onThreads(1, experiment, wide).weights();

        assertThat(TinyRun.onThreads(3, experiment, wide).weights()).usingRecursiveComparison().isEqualTo(alone);
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyScheduleMovesTheRateThatIsTold(Recipe<ScheduleMaker> recipe) {
        TinyRun run = TinyRun.of(TinyExperiment.of(3).schedule(recipe.standard()).plan("epochs", 3), clouds);

        assertThat(run.steps()).hasSize(60).allSatisfy(step -> assertThat(step.rate()).isBetween(0.0, 0.1));
        assertThat(run.result().train().accuracy()).as(recipe.type()).isGreaterThan(0.5);
    }

    @Test
    void oneCycleEndsAtItsEndWithTheLastStep() {
        TinyRun run = TinyRun.of(TinyExperiment.of(3).schedule(OneCycle.RECIPE.standard())
                .optimizer(TinyExperiment.with(Momentum.RECIPE, Map.of("rate", 0.5))).plan("epochs", 5), clouds);

        assertThat(run.steps().getFirst().rate()).isCloseTo(0.02, within(1e-12));
        assertThat(run.steps().get(29).rate()).isCloseTo(0.5, within(1e-12));
        assertThat(run.steps().getLast().rate()).isCloseTo(0.5 / 25e4, within(1e-12));
    }

    /** The whole set as one batch; every evaluation drops the same numbers, else no line search would find its way. */
    @Test
    void lineSearchesDescendWithDropoutOn() {
        for (Recipe<OptimizerMaker> recipe : List.of(Lbfgs.RECIPE, ConjugateGradient.RECIPE)) {
            Map<String, Object> search = recipe == Lbfgs.RECIPE ? Map.of("lineSearch", "strongWolfe") : Map.of("maxIter", 20);
            TinyRun run = TinyRun.of(new TinyExperiment()
                    .layers(TinyExperiment.linear(20), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), TinyExperiment.linear(3))
                    .optimizer(TinyExperiment.with(recipe, search)).plan("batch", 200).plan("epochs", 5), clouds);

            assertThat(run.result().test().orElseThrow().accuracy()).as(recipe.type()).isGreaterThan(0.95);
        }
    }

    @Test
    void newLossesLearn() {
        for (Recipe<?> loss : List.of(SigmoidCrossEntropy.RECIPE, SumOfSquares.RECIPE, Hinge.RECIPE)) {
            TinyRun run = TinyRun.of(TinyExperiment.of(3).loss(loss).plan("epochs", 10), clouds);

            assertThat(run.result().test().orElseThrow().accuracy()).as(loss.type()).isGreaterThan(0.95);
        }
    }
}
