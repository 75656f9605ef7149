package tadpole.app.pane.finder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Preset;
import tadpole.engine.training.SweepPlan;

class SweepFormTest {

    private static final Preset LESSON = SweepPlan.PRESETS.get(0);
    private static final Preset FASTAI = SweepPlan.PRESETS.get(1);

    private final SweepForm form = new SweepForm();

    @Test
    void beginsWithTheLesson() {
        assertThat(form.presetProperty().get()).isEqualTo(LESSON);
        assertThat(form.changesProperty().get()).isEmpty();
    }

    @Test
    void keepsThePresetsNameAndSaysWhatWasChanged() {
        form.fields().field("steps").enter("300");
        assertThat(form.presetProperty().get()).isEqualTo(LESSON);
        assertThat(form.changesProperty().get()).isEqualTo("Steps 300 instead of 0.");

        form.fields().field("from").enter("1e-6");
        assertThat(form.changesProperty().get()).isEqualTo("From 1e-6 instead of 1e-8, Steps 300 instead of 0.");

        form.show(LESSON);
        assertThat(form.changesProperty().get()).isEmpty();
    }

    @Test
    void comparesWithThePresetShownLast() {
        form.show(FASTAI);
        form.fields().field("steps").enter("50");

        assertThat(form.presetProperty().get()).isEqualTo(FASTAI);
        assertThat(form.changesProperty().get()).isEqualTo("Steps 50 instead of 100.");
    }

    @Test
    void knowsAnotherPresetWhenTheFieldsSayIt() {
        form.fields().field("from").enter("1e-7");
        form.fields().field("steps").enter("100");
        form.fields().field("skipFirst").enter("0");

        assertThat(form.presetProperty().get()).isEqualTo(FASTAI);
        assertThat(form.changesProperty().get()).isEmpty();
    }

    @Test
    void hasNoPlanWhereTheRatesWouldNotRise() {
        form.fields().field("to").enter("1e-9");

        assertThat(form.plan()).isEmpty();
        assertThat(form.refusal()).endsWith("from is 1e-8 and to is 1e-9.");
    }

    @Test
    void keepsTheLastRateThatIsOne() {
        form.fields().field("from").enter("0");

        assertThat(form.fields().refusal()).contains("From (\"from\") must be between 1e-12 and 1000, but is 0.");
        assertThat(form.plan().orElseThrow().from()).isEqualTo(1e-8);
    }
}
