package tadpole.app.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

class FormModelTest {

    private static final Setting RATE = new Setting.Decimal("rate", "Rate", 0.01, 1e-12, 10, "", "How far a step goes.");
    private static final Setting BATCH = new Setting.Whole("batch", "Batch size", 64L, 1, 150, "rows", "How many at once.");
    private static final Setting MEAN = new Setting.Decimals("mean", "Mean", List.of(0.5), 0, 1, "", "One for each channel.");
    private static final Setting DECAY = new Setting.Switch("decay", "Decay", true, "Whether it decays.");
    private static final Setting ORDER = new Setting.Choice("order", "Order", "shuffled",
            List.of(new Setting.Option("shuffled", "Shuffled"), new Setting.Option("inOrder", "In order")), "The order of samples.");

    private final FormModel form = FormModel.of(List.of(RATE, BATCH, MEAN, DECAY, ORDER));

    @Test
    void beginsWithTheDefaults() {
        assertThat(form.settings().asMap()).isEqualTo(
                Map.of("rate", 0.01, "batch", 64L, "mean", List.of(0.5), "decay", true, "order", "shuffled"));
        assertThat(form.field("rate").textProperty().get()).isEqualTo("0.01");
        assertThat(form.refusal()).isEmpty();
    }

    @Test
    void takesWhatIsWithinTheBounds() {
        form.field("rate").enter(" 5e-3 ");
        form.field("batch").enter("150");
        form.field("mean").enter("0.5, 0.25  1");
        form.field("decay").take(false);
        form.field("order").take("inOrder");

        assertThat(form.settings().asMap()).isEqualTo(
                Map.of("rate", 0.005, "batch", 150L, "mean", List.of(0.5, 0.25, 1.0), "decay", false, "order", "inOrder"));
        assertThat(form.field("rate").textProperty().get()).isEqualTo("0.005");
        assertThat(form.field("mean").textProperty().get()).isEqualTo("0.5 0.25 1");
    }

    @Test
    void anEmptyListIsAValueToo() {
        form.field("mean").enter("");

        assertThat(form.settings().decimals("mean")).isEmpty();
    }

    @Nested
    class WhenAnEntryIsRefused {

        @Test
        void theValueStaysAndASentenceSaysWhy() {
            form.field("batch").enter("200");

            assertThat(form.settings().whole("batch")).isEqualTo(64);
            assertThat(form.field("batch").textProperty().get()).isEqualTo("200");
            assertThat(form.field("batch").refusalProperty().get())
                    .isEqualTo("Batch size (\"batch\") must be between 1 and 150, but is 200.");
            assertThat(form.refusal()).contains("Batch size (\"batch\") must be between 1 and 150, but is 200.");
        }

        @Test
        void wordsAreNoNumbers() {
            form.field("rate").enter("fast");
            form.field("batch").enter("1.5");
            form.field("mean").enter("0.5 x");

            assertThat(form.field("rate").refusalProperty().get()).isEqualTo("Rate (\"rate\") must be a number, but is \"fast\".");
            assertThat(form.field("batch").refusalProperty().get()).isEqualTo("Batch size (\"batch\") must be a whole number, but is 1.5.");
            assertThat(form.field("mean").refusalProperty().get()).isEqualTo("Mean (\"mean\") must be a list of numbers, but is \"0.5 x\".");
        }

        @Test
        void notANumberAndInfinityAreRefusedToo() {
            form.field("rate").enter("NaN");
            assertThat(form.field("rate").refusalProperty().get()).isNotEmpty();

            form.field("rate").enter("Infinity");
            assertThat(form.field("rate").refusalProperty().get()).isNotEmpty();
            assertThat(form.settings().decimal("rate")).isEqualTo(0.01);
        }

        @Test
        void theNextGoodEntryClearsIt() {
            form.field("batch").enter("200");
            form.field("batch").enter("100");

            assertThat(form.refusal()).isEmpty();
            assertThat(form.settings().whole("batch")).isEqualTo(100);
        }

        @Test
        void restoringBringsTheOldTextBack() {
            form.field("batch").enter("200");
            form.field("batch").restore();

            assertThat(form.field("batch").textProperty().get()).isEqualTo("64");
            assertThat(form.refusal()).isEmpty();
        }
    }

    @Test
    void tellsOneChangeWhenItShowsWholeSettings() throws Exception {
        List<Settings> told = new ArrayList<>();
        form.settingsProperty().addListener((_, _, now) -> told.add(now));

        form.show(new Recipe<>("form", "", "", List.of(RATE, BATCH), 1).settings(Map.of("rate", 0.1, "batch", 8)));

        assertThat(told).hasSize(1);
        assertThat(form.settings().decimal("rate")).isEqualTo(0.1);
        assertThat(form.settings().whole("batch")).isEqualTo(8);
    }

    @Test
    void namesTheKeysItKnows() {
        assertThatThrownBy(() -> form.field("speed")).hasMessage("There is no setting \"speed\", only [rate, batch, mean, decay, order].");
    }

    @Test
    void aTipTeachesThenSaysDefaultAndBounds() {
        assertThat(Tip.text(RATE)).isEqualTo("How far a step goes.\nDefault 0.01. From 1e-12 to 10.");
        assertThat(Tip.text(ORDER)).isEqualTo("The order of samples.\nDefault Shuffled.");
        assertThat(Tip.text(DECAY)).isEqualTo("Whether it decays.\nDefault on.");
    }
}
