package tadpole.app.pane.playground.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.file.WalkFile;
import tadpole.engine.inspect.CurveExplainer;
import tadpole.engine.optimizer.Momentum;
import tadpole.samples.SampleData;

class DescentModelTest {

    private final DescentModel model = new DescentModel(Runnable::run, Runnable::run);

    private void curve(String key) {
        model.form().field("curve").take(key);
    }

    @Nested
    class OnTheParabola {

        @Test
        void theRatesSideBySideHaveEachFateOnce() {
            assertThat(model.shown().others()).extracting(walk -> model.shown().verdict(walk).word())
                    .containsExactly("creeps", "converges", "there in one step", "oscillates", "swings forever", "explodes");
        }

        @Test
        void anotherCurvatureTakesOtherRatesForTheSameFates() {
            model.form().field("curvature").take(8.0);

            assertThat(model.shown().others()).extracting(walk -> model.shown().verdict(walk).word())
                    .containsExactly("creeps", "converges", "there in one step", "oscillates", "swings forever", "explodes");
            assertThat(model.shown().others().get(2).rate()).isEqualTo(0.125);
        }

        @Test
        void aRateThatIsTakenIsWalked() {
            model.takeRate(0.9);

            assertThat(model.shown().walk().marks().get(1).x()).isCloseTo(3 * (1 - 0.9 * 2), within(1e-6));
            assertThat(model.shown().verdict().word()).isEqualTo("oscillates");
            assertThat(model.explainer().explain(CurveExplainer.x(1)).recomputed()).isCloseTo(-2.4, within(1e-9));
        }

        @Test
        void aDraggedStartStaysInThePicture() {
            model.start(-99);

            assertThat(model.shown().walk().marks().getFirst().x()).isEqualTo(-4);
        }
    }

    @Nested
    class WithTwoMinima {

        @Test
        void theStartDecides() {
            curve("twoMinima");
            model.takeRate(0.05);

            model.start(-0.5);
            int left = model.shown().walk().reached().orElseThrow();
            model.start(-0.3);
            int right = model.shown().walk().reached().orElseThrow();

            assertThat(new int[] {left, right}).containsExactly(0, 1);
            assertThat(model.shown().basins().orElseThrow().reached()).startsWith(0, 0, 0).endsWith(1, 1, 1);
        }

        @Test
        void anotherOptimizerFindsOtherBasins() {
            curve("twoMinima");
            model.takeRate(0.05);
            int[] before = model.shown().basins().orElseThrow().reached();

            model.optimizer().show(Momentum.RECIPE.standard());

            assertThat(model.shown().basins().orElseThrow().reached()).isNotEqualTo(before);
        }
    }

    @Test
    void playingEndsAtTheLastStep() {
        model.restart();
        model.playOrPause();
        assertThat(model.playingProperty().get()).isTrue();

        for (int i = 0; i < model.shown().last(); i++) {
            model.next();
        }

        assertThat(model.playingProperty().get()).isFalse();
        assertThat(model.shown().step()).isEqualTo(20);
    }

    @Test
    void aWalkThatWasSavedIsTheSameWhenItIsOpened() throws Exception {
        DescentModel other = new DescentModel(Runnable::run, Runnable::run);
        other.show(WalkFile.read(SampleData.experiments().resolve("walk-momentum.json")));

        assertThat(other.plan().curve().key()).isEqualTo("twoMinima");
        assertThat(other.plan().rates()).containsExactly(0.01, 0.02, 0.03, 0.05);
        assertThat(other.shown().others().getLast().last().x()).isCloseTo(0.9222, within(2e-3));
        assertThat(other.shown().others().getFirst().last().x()).isCloseTo(-1.2322, within(2e-3));
        model.show(other.plan());
        assertThat(model.plan()).isEqualTo(other.plan());
    }
}
