package tadpole.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.schedule.Course;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.schedule.Schedule;
import tadpole.engine.schedule.ScheduleMaker;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.schedule.StepDecay;
import tadpole.engine.schedule.Triangular;

class ScheduleCurveTest {

    private static final Course FIRST = new Course(0.1, OptionalDouble.of(0.9), 0, 9380, 938);

    static List<Recipe<ScheduleMaker>> all() {
        return Schedules.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void staysAHairFromTheScheduleItselfAtEveryStep(Recipe<ScheduleMaker> recipe) throws SettingException {
        Schedule schedule = recipe.maker().make(recipe.standard().settings());

        ScheduleCurve curve = ScheduleCurve.of(schedule, FIRST);

        assertThat(curve.points()).hasSizeLessThan(300);
        for (int p = 1; p < curve.points().size(); p++) {
            SchedulePoint from = curve.points().get(p - 1);
            SchedulePoint to = curve.points().get(p);
            for (long step = from.step(); step <= to.step(); step++) {
                double share = (double) (step - from.step()) / (to.step() - from.step());
                SchedulePoint there = ScheduleCurve.at(schedule, FIRST, step);
                assertThat(from.rate() + (to.rate() - from.rate()) * share).isCloseTo(there.rate(), within(1e-3 * 0.1));
                assertThat(there.momentum().isPresent()).isEqualTo(curve.hasMomentum());
            }
        }
    }

    @Test
    void straightLinesAreTheirCornersAlone() throws SettingException {
        ScheduleCurve curve = curve(OneCycle.RECIPE, Map.of("annealStrategy", "linear", "threePhase", true, "finalDivFactor", 1), FIRST);

        assertThat(curve.points()).extracting(SchedulePoint::step).startsWith(0L).contains(2813L, 5626L).endsWith(9379L);
        assertThat(curve.peak()).isEqualTo(new SchedulePoint(2813, 0.1, OptionalDouble.of(0.85)));
    }

    @Test
    void keepsBothSidesOfAStep() throws SettingException {
        ScheduleCurve curve = curve(StepDecay.RECIPE, Map.of("stepSize", 4), FIRST);

        assertThat(curve.points()).extracting(SchedulePoint::step).containsExactly(0L, 3751L, 3752L, 7503L, 7504L, 9379L);
    }

    @Test
    void showsLowestAndHighestOfMoreCyclesThanAScreenHasRoomFor() throws SettingException {
        Course longRun = new Course(0.1, OptionalDouble.empty(), 0, 938_000, 938);

        ScheduleCurve curve = curve(Triangular.RECIPE, Map.of("stepSizeUp", 0.1), longRun);

        assertThat(curve.points()).hasSizeBetween(900, 1100);
        assertThat(curve.peak().rate()).isCloseTo(0.1, within(1e-3));
        assertThat(curve.leastRate()).isCloseTo(0.025, within(1e-3));
    }

    @Test
    void aRunOfOneStepIsOnePoint() throws SettingException {
        assertThat(curve(OneCycle.RECIPE, Map.of(), new Course(0.1, OptionalDouble.empty(), 0, 1, 1)).points()).hasSize(1);
    }

    private static ScheduleCurve curve(Recipe<ScheduleMaker> recipe, Map<String, Object> settings, Course first) throws SettingException {
        return ScheduleCurve.of(recipe.maker().make(recipe.settings(settings)), first);
    }
}
