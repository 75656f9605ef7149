package tadpole.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

class OptimizersTest {

    private final Device device = Device.plain();

    /** The list and what it lists load each other: either may come first. */
    @Test
    void canBeLoadedBeforeAnyOptimizer() {
        assertThat(Optimizers.ALL).isNotEmpty().doesNotContainNull();
    }

    /** The default may be its own: a good rate of Adam is none of L-BFGS. */
    @Test
    void allHaveALearningRateOfTheSameBounds() {
        assertThat(Optimizers.ALL).allSatisfy(recipe -> {
            Setting.Decimal rate = (Setting.Decimal) recipe.settings().getFirst();
            assertThat(rate.key()).isEqualTo(Optimizers.RATE.key());
            assertThat(rate.label()).isEqualTo(Optimizers.RATE.label());
            assertThat(rate.least()).isEqualTo(Optimizers.RATE.least());
            assertThat(rate.most()).isEqualTo(Optimizers.RATE.most());
        });
    }

    @Test
    void badSettingsAreRefusedInASentence() {
        assertRefused(Sgd.RECIPE, Map.of("rate", 0), "Learning rate (\"rate\") must be between 1e-12 and 1000, but is 0: a step is p -= 0 · direction.");
        assertRefused(Adam.RECIPE, Map.of("rate", Double.NaN), "Learning rate (\"rate\") must be between 1e-12 and 1000, but is NaN: a step is p -= NaN · direction.");
        assertRefused(Adam.RECIPE, Map.of("beta1", 1), "Beta 1 (\"beta1\") must be between 0 and 0.9999, but is 1.");
        assertRefused(Lbfgs.RECIPE, Map.of("lineSearch", "armijo"),
                "Line search (\"lineSearch\") must be one of none, strongWolfe, but is \"armijo\".");
    }

    private static void assertRefused(Recipe<?> recipe, Map<String, ?> given, String sentence) {
        assertThatThrownBy(() -> recipe.with(given)).isInstanceOf(SettingException.class).hasMessage(sentence);
    }

    @Test
    void namesOfTheStateArePyTorchs() throws SettingException {
        assertNames(Sgd.RECIPE, Map.of());
        assertNames(Momentum.RECIPE, Map.of(), "momentum_buffer");
        assertNames(Nesterov.RECIPE, Map.of(), "momentum_buffer");
        assertNames(RmsProp.RECIPE, Map.of(), "square_avg");
        assertNames(RmsProp.RECIPE, Map.of("centered", true), "square_avg", "grad_avg");
        assertNames(RmsProp.RECIPE, Map.of("momentum", 0.9), "square_avg", "momentum_buffer");
        assertNames(Adagrad.RECIPE, Map.of(), "sum");
        assertNames(Adadelta.RECIPE, Map.of(), "square_avg", "acc_delta");
        assertNames(Adam.RECIPE, Map.of("amsgrad", true), "exp_avg", "exp_avg_sq", "max_exp_avg_sq");
        assertNames(AdamW.RECIPE, Map.of(), "exp_avg", "exp_avg_sq");
    }

    private void assertNames(Recipe<OptimizerMaker> recipe, Map<String, ?> given, String... names) throws SettingException {
        Optimizer optimizer = recipe.maker().make(recipe.with(given).settings());
        Surface.bowl(2, device).at(1, 1).steps(optimizer, 2);

        List<String> expected = new ArrayList<>();
        for (String parameter : List.of("a.weight.", "a.bias.")) {
            List.of(names).forEach(name -> expected.add(parameter + name));
        }
        if (names.length > 0) {
            expected.add("step");
            assertThat(optimizer.state().get("step").data()).containsExactly(2);
        }
        assertThat(optimizer.state().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The lesson: v = b v + lr · gradient at p - b v; p -= v. Its p - b v is what the parameters hold here. */
    @Test
    void nesterovWithTheRateInsideIsTheGradientAtThePlaceAhead() throws SettingException {
        Optimizer optimizer = Nesterov.RECIPE.maker().make(Nesterov.RECIPE.with(Map.of("rateInside", true)).settings());
        Surface surface = Surface.bowl(1, device).at(2, 0);
        double p = 2;
        double v = 0;
        for (int step = 0; step < 15; step++) {
            double rate = 0.1 / (1 + step);
            surface.rate(rate).steps(optimizer, 1);

            v = 0.9 * v + rate * 0.2 * (p - 0.9 * v - Math.sin(1));
            p -= v;

            assertThat(surface.place()[0]).isCloseTo((float) (p - 0.9 * v), within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "strongWolfe"})
    void lbfgsFindsTheBottomOfABowl(String lineSearch) throws SettingException {
        Optimizer optimizer = Lbfgs.RECIPE.maker().make(Lbfgs.RECIPE.with(Map.of("lineSearch", lineSearch)).settings());
        Surface surface = Surface.bowl(30, device).at(2, -3).rate(1);

        surface.steps(optimizer, 3);

        assertThat(surface.evaluate()).isLessThan(1e-9);
        assertThat(surface.evaluations()).isLessThan(60);
    }

    @Test
    void lbfgsGoesDownRosenbrocksValley() throws SettingException {
        Optimizer optimizer = Lbfgs.RECIPE.maker().make(Lbfgs.RECIPE.with(Map.of("lineSearch", "strongWolfe")).settings());
        Surface surface = Surface.rosenbrock(device).at(-1.2, 1).rate(1);

        surface.steps(optimizer, 5);

        assertThat(surface.place()).containsExactly(new float[] {1, 1}, Offset.offset(2e-3f));
        assertThat(surface.evaluate()).isLessThan(1e-6);
    }

    @Test
    void conjugateGradientFindsTheBottomOfABowlAndOfRosenbrocksValley() {
        Surface bowl = Surface.bowl(30, device).at(2, -3).rate(1);
        Surface valley = Surface.rosenbrock(device).at(-1.2, 1).rate(1);

        bowl.steps(standard(ConjugateGradient.RECIPE), 25);
        valley.steps(standard(ConjugateGradient.RECIPE), 60);

        assertThat(bowl.evaluate()).isLessThan(1e-9);
        assertThat(valley.place()).containsExactly(new float[] {1, 1}, Offset.offset(5e-3f));
    }

    /** Its values and slopes belong together: it ends where slope + c p is 0. */
    @Test
    void lineSearchesDescendTheDecayedLoss() throws SettingException {
        for (Recipe<OptimizerMaker> recipe : List.of(Lbfgs.RECIPE, ConjugateGradient.RECIPE)) {
            Surface surface = Surface.bowl(1, device).at(2, 2).rate(1);
            Optimizer optimizer = recipe.maker().make(recipe.with(Map.of("weightDecay", 0.3, "decayBiases", false)).settings());

            surface.steps(optimizer, 12);

            assertThat(surface.place()[0]).isCloseTo((float) (0.2 * Math.sin(1) / 0.5), within(1e-3f));
            assertThat(surface.place()[1]).isCloseTo((float) Math.sin(3), within(1e-3f));
        }
    }

    /** A step that falls off the edge is halved, not believed. */
    @Test
    void aLineSearchComesBackFromWhereNothingIsFinite() {
        Surface edge = new Surface(1, device) {
            @Override
            double fill(float[] p, float[] g, int from) {
                g[0] = -1 / p[0] + 1;
                return p[0] > 0 ? p[0] - Math.log(p[0]) : Double.NaN;
            }
        };
        edge.at(30, 0.05).rate(1);

        edge.steps(standard(ConjugateGradient.RECIPE), 30);

        assertThat(edge.place()).containsExactly(new float[] {1, 1}, Offset.offset(1e-2f));
    }

    @Test
    void aStepOfGivenGradientsHasNoBatchToAskAgain() {
        Step step = Step.of(List.of(), 0.1, device);

        assertThatThrownBy(step::evaluate).hasMessage("These gradients were given: there is no batch to evaluate again.");
    }

    private static Optimizer standard(Recipe<OptimizerMaker> recipe) {
        return recipe.maker().make(recipe.standard().settings());
    }
}
