package tadpole.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.proof.Variations;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;

/** Rates at corner points, computed by hand from PyTorch's formulas. */
class SchedulesTest {

    private static final int AN_EPOCH = 100;

    /** The list and what it lists load each other: either may come first. */
    @Test
    void canBeLoadedBeforeAnySchedule() {
        assertThat(Schedules.ALL).isNotEmpty().doesNotContainNull();
    }

    static Stream<Recipe<ScheduleMaker>> all() {
        return Schedules.ALL.stream();
    }

    /** Runs of any length, and past their planned end. */
    @ParameterizedTest
    @MethodSource("all")
    void ratesStayBetweenZeroAndThePeakWhateverTheSettings(Recipe<ScheduleMaker> recipe) {
        Variations.of(recipe).forEach(spec -> {
            Schedule schedule;
            try {
                schedule = recipe.maker().make(spec.settings());
            } catch (SettingException refused) {
                return;
            }
            double most = spec.settings().asMap().containsKey("etaMin") ? Math.max(0.5, spec.settings().decimal("etaMin")) : 0.5;
            for (long steps : new long[] {1, 2, 3, 10, 1000}) {
                for (long step = 0; step < steps + 20; step++) {
                    Move move = schedule.at(new Course(0.5, OptionalDouble.of(0.9), step, steps, 7));

                    assertThat(move.rate()).as("%s, step %d of %d", spec, step, steps).isBetween(0.0, most * (1 + 1e-12));
                    move.momentum().ifPresent(momentum -> assertThat(momentum).isBetween(0.0, 1.0));
                }
            }
        });
    }

    @Test
    void constantStays() {
        assertRates(Constant.RECIPE, Map.of(), 1, 0, 1, 999, 1);
    }

    @Test
    void linearWarmUpRisesAndStays() {
        assertRates(LinearWarmUp.RECIPE, Map.of("warmUp", 2, "startFactor", 0.25), 1, 0, 0.25, 100, 0.625, 199, 0.99625, 200, 1, 999, 1);
    }

    @Test
    void stepFallsEverySoManyEpochs() {
        assertRates(StepDecay.RECIPE, Map.of("stepSize", 3, "gamma", 0.1), 1, 0, 1, 299, 1, 300, 0.1, 599, 0.1, 600, 0.01);
    }

    @Test
    void exponentialFallsEveryBatchOrEveryEpoch() {
        assertRates(Exponential.RECIPE, Map.of("gamma", 0.81), 1, 0, 1, 50, 0.9, 100, 0.81, 150, 0.729);
        assertRates(Exponential.RECIPE, Map.of("gamma", 0.81, "stairs", true), 1, 0, 1, 99, 1, 100, 0.81, 199, 0.81, 200, 0.6561);
        assertRates(Exponential.RECIPE, Map.of("gamma", 0.97, "stairs", true, "from", 9), 1, 0, 1, 999, 1, 1000, 0.97);
    }

    @Test
    void cosineFallsOverTheWholeRun() {
        assertRates(Cosine.RECIPE, Map.of("etaMin", 0.2), 1, 0, 1, 250, 0.2 + 0.8 * (1 + Math.sqrt(0.5)) / 2, 500, 0.6,
                750, 0.2 + 0.8 * (1 - Math.sqrt(0.5)) / 2, 1000, 0.2, 1100, 0.2);
    }

    @Test
    void aWarmUpTakesItsStepsFromWhatFollows() {
        assertRates(Cosine.RECIPE, Map.of("warmUp", 2, "startFactor", 0), 1, 0, 0, 100, 0.5, 200, 1, 600, 0.5, 1000, 0);
    }

    @Test
    void restartsBecomeLonger() {
        assertRates(CosineRestarts.RECIPE, Map.of("t0", 1, "tMult", 2), 1, 0, 1, 50, 0.5, 100, 1, 200, 0.5, 300, 1, 500, 0.5, 700, 1);
        assertRates(CosineRestarts.RECIPE, Map.of("t0", 1, "tMult", 1, "etaMin", 0.5), 1, 0, 1, 50, 0.75, 100, 1, 950, 0.75);
    }

    @Nested
    class Cycles {

        @Test
        void triangularGoesUpAndDown() throws SettingException {
            Map<String, Object> given = Map.of("divFactor", 5, "stepSizeUp", 1, "stepSizeDown", 2);
            assertRates(Triangular.RECIPE, given, 1, 0, 0.2, 50, 0.6, 100, 1, 200, 0.6, 300, 0.2, 400, 1);
            Schedule schedule = SchedulesTest.make(Triangular.RECIPE, given);

            assertThat(momentum(schedule, 0)).isCloseTo(0.95, within(1e-12));
            assertThat(momentum(schedule, 100)).isCloseTo(0.85, within(1e-12));
            assertThat(momentum(schedule, 200)).isCloseTo(0.9, within(1e-12));
        }

        @Test
        void peaksMayFall() {
            assertRates(Triangular.RECIPE, Map.of("divFactor", 5, "stepSizeUp", 1, "mode", "triangular2"), 1, 100, 1, 300, 0.6, 500, 0.4);
            assertRates(Triangular.RECIPE, Map.of("divFactor", 5, "stepSizeUp", 1, "mode", "expRange", "gamma", 0.99), 1,
                    100, 0.2 + 0.8 * Math.pow(0.99, 100));
        }

        /** OneCycleLR(max_lr=1, total_steps=1000): the rise ends with step 299, the run with 999. */
        @Test
        void oneCycleHasPyTorchsCorners() throws SettingException {
            assertRates(OneCycle.RECIPE, Map.of(), 1, 0, 0.04, 299, 1, 649, (1 + 4e-6) / 2, 999, 4e-6, 1010, 4e-6);
            Schedule schedule = make(Map.of());

            assertThat(momentum(schedule, 0)).isCloseTo(0.95, within(1e-12));
            assertThat(momentum(schedule, 299)).isCloseTo(0.85, within(1e-12));
            assertThat(momentum(schedule, 999)).isCloseTo(0.95, within(1e-12));
        }

        @Test
        void smithsGoesBackToItsStartAndFarBelow() throws SettingException {
            Schedule schedule = make(preset("Smith"));

            // 950 steps of 95 epochs: peak at 41, back at 82.
            assertThat(rate(schedule, 0, 950)).isCloseTo(0.1, within(1e-12));
            assertThat(rate(schedule, 409, 950)).isCloseTo(1, within(1e-3));
            assertThat(rate(schedule, 818, 950)).isCloseTo(0.1, within(1e-3));
            assertThat(rate(schedule, 949, 950)).isCloseTo(0.001, within(1e-12));
            assertThat(rate(schedule, 204, 950)).isCloseTo(0.1 + 0.9 * 204 / (0.4316 * 950 - 1), within(1e-12));
            assertThat(momentum(schedule, 900)).isCloseTo(0.95, within(1e-12));
        }

        @Test
        void presetsEndWhereTheyWerePublishedToEnd() throws SettingException {
            assertThat(OneCycle.PRESETS).extracting(Preset::label).containsExactly("PyTorch", "fastai v2", "fastai v1", "Smith");
            assertThat(rate(make(preset("PyTorch")), 999, 1000)).isCloseTo(1 / 25e4, within(1e-12));
            assertThat(rate(make(preset("fastai v2")), 999, 1000)).isCloseTo(1e-5, within(1e-12));
            assertThat(rate(make(preset("fastai v2")), 249, 1000)).isCloseTo(1, within(1e-12));
            assertThat(rate(make(preset("fastai v1")), 999, 1000)).isCloseTo(1 / 25e4, within(1e-12));
        }

        private Map<String, Object> preset(String label) {
            return OneCycle.PRESETS.stream().filter(preset -> preset.label().equals(label)).findFirst().orElseThrow()
                    .of(OneCycle.RECIPE).settings().asMap();
        }

        private Schedule make(Map<String, Object> settings) throws SettingException {
            return SchedulesTest.make(OneCycle.RECIPE, settings);
        }

        @Test
        void momentumStaysWhereTheOptimizerHasNoneOrItIsOff() throws SettingException {
            assertThat(make(Map.of()).at(new Course(1, OptionalDouble.empty(), 3, 10, 5)).momentum()).isEmpty();
            assertThat(make(Map.of("cycleMomentum", false)).at(course(3, 10)).momentum()).isEmpty();
        }

        @Test
        void phasesThatTakeMoreThanTheRunAreRefusedWithTheirSum() {
            assertThatThrownBy(() -> make(Map.of("threePhase", true, "pctStart", 0.6)))
                    .isInstanceOf(SettingException.class)
                    .hasMessage("Rise and fall of three phases take 2 · pctStart of the run, at most 1, but 2 · 0.6 = 1.2. Take a pctStart of at most 0.5.");
        }

        @Test
        void momentumUpsideDownIsRefused() {
            assertThatThrownBy(() -> make(Map.of("baseMomentum", 0.95, "maxMomentum", 0.85)))
                    .isInstanceOf(SettingException.class)
                    .hasMessage("Momentum falls from the greatest to the least while the rate rises: baseMomentum ≤ maxMomentum, but 0.95 > 0.85. Swap the two.");
        }
    }

    /** Pairs of step and rate, over 1000 steps. */
    private static void assertRates(Recipe<ScheduleMaker> recipe, Map<String, ?> given, double peak, double... pairs) {
        Schedule schedule;
        try {
            schedule = make(recipe, given);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(rate(schedule, (long) pairs[i], 1000)).as("%s at step %s", recipe.type(), pairs[i])
                    .isCloseTo(peak * pairs[i + 1], within(1e-9));
        }
    }

    private static Schedule make(Recipe<ScheduleMaker> recipe, Map<String, ?> given) throws SettingException {
        return recipe.maker().make(recipe.with(given).settings());
    }

    private static double rate(Schedule schedule, long step, long steps) {
        return schedule.at(course(step, steps)).rate();
    }

    private static double momentum(Schedule schedule, long step) {
        return schedule.at(course(step, 1000)).momentum().orElseThrow();
    }

    private static Course course(long step, long steps) {
        return new Course(1, OptionalDouble.of(0.9), step, steps, AN_EPOCH);
    }
}
