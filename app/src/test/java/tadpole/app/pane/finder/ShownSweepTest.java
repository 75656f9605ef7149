package tadpole.app.pane.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.chart.RateScale;
import tadpole.app.chart.SweepCurve;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;
import tadpole.engine.training.SweepStep;
import tadpole.samples.SampleData;

class ShownSweepTest {

    private final ShownSweep shown = new ShownSweep();
    private SweepPlan plan;
    private Experiment experiment;

    @BeforeEach
    void read() throws Exception {
        experiment = ExperimentFile.read(SampleData.experiments().resolve("digits-784-100-10.json"));
        plan = SweepPlan.of(Map.of("from", 1e-3, "to", 1.0, "steps", 4, "skipFirst", 1, "skipLast", 1));
    }

    private static Told told(int sweep, int step) {
        return new Told(sweep, new SweepStep(step, Math.pow(10, step - 4), 2, 2));
    }

    private Sweep sweep(int steps, String after) {
        return new Sweep(plan, List.of(told(0, 1).step(), told(0, 2).step(), told(0, 3).step(), told(0, 4).step()).subList(0, steps), 4, "a", after, 1, "Reached rate 1.");
    }

    private List<SweepCurve> curves() {
        return shown.picture(OptionalDouble.empty()).curves();
    }

    @Test
    void hasTheAxisOfTheFieldsUntilThereIsACurve() {
        shown.preview(plan);
        assertThat(shown.rates()).isEqualTo(new RateScale(-3, 0));

        shown.begin(experiment, plan);
        shown.hear(List.of(told(0, 1)));
        shown.preview(SweepPlan.standard());
        assertThat(shown.rates()).isEqualTo(new RateScale(-3, 0));
    }

    @Test
    void leavesOutTheLastStepsOnlyWhenItKnowsThem() {
        shown.begin(experiment, plan);
        shown.hear(List.of(told(0, 1), told(0, 2), told(0, 3), told(0, 4)));
        assertThat(curves().getFirst().steps()).hasSize(3);

        shown.end(sweep(4, "a"));
        assertThat(curves().getFirst().steps()).hasSize(2);
        assertThat(shown.suggestions()).isEmpty();
    }

    @Test
    void saysWhereTheStepsAreTooFewToDraw() {
        shown.begin(experiment, plan);
        shown.hear(List.of(told(0, 1)));
        assertThat(shown.hint()).startsWith("The loss at every learning rate appears here");
        shown.hear(List.of(told(0, 2)));
        assertThat(shown.hint()).isEmpty();

        shown.end(sweep(2, "a"));
        assertThat(shown.hint()).isEqualTo("2 steps: too few to draw, for the first 1 and the last 1 are left out. Take more steps.");
    }

    @Test
    void isClearedForAnotherSweep() {
        shown.begin(experiment, plan);
        shown.hear(List.of(told(0, 1)));
        shown.end(sweep(1, "a"));
        shown.overlay(Overlay.SEED);

        shown.begin(experiment, plan);

        assertThat(shown.isEmpty()).isTrue();
        assertThat(shown.sweepProperty().get()).isEmpty();
        assertThat(curves()).hasSize(1);
    }

    @Nested
    class WithOverlays {

        @BeforeEach
        void begin() {
            shown.begin(experiment, plan);
            shown.end(sweep(4, "a"));
            shown.overlay(Overlay.BATCH_SIZE);
        }

        @Test
        void everyCurveHasAName() {
            assertThat(curves()).extracting(SweepCurve::name).containsExactly("batch size 64", "batch size 16", "batch size 256");
        }

        @Test
        void eachHearsItsOwnSteps() {
            shown.overlays().hear(plan, List.of(told(0, 1), told(0, 2), told(1, 1), told(0, 3)));

            assertThat(curves().get(1).steps()).extracting(SweepStep::step).containsExactly(2, 3);
            assertThat(curves().get(2).steps()).isEmpty();
        }

        @Test
        void thoseThatWereNeverSweptGoAtTheEnd() {
            assertThat(shown.overlays().end(List.of(sweep(4, "a")))).isEqualTo("Batch size: 1 sweep over the first. All were put back: checksums agree.");
            assertThat(curves()).hasSize(2);
        }

        @Test
        void sayWhereOneWasNotPutBack() {
            assertThat(shown.overlays().end(List.of(sweep(4, "b"), sweep(4, "a")))).endsWith("checksums differ.");
        }
    }
}
