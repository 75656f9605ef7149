package tadpole.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeTest {

    private static final Recipe<String> PLAIN = new Recipe<>("plain", "Plain", "Does nothing.", List.of(), "made");
    private static final Recipe<String> ROUND = new Recipe<>("round", "Round", "Rounds.", List.of(
            new Setting.Decimal("to", "To", 0.5, 0, 1, "", "Where to."),
            new Setting.Switch("up", "Up", true, "Whether up.")), "made");

    @Test
    void isFoundByItsType() throws SettingException {
        assertThat(Recipe.find(List.of(PLAIN, ROUND), "layer", "round")).isSameAs(ROUND);
    }

    @Test
    void anUnknownTypeIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Recipe.find(List.of(PLAIN, ROUND), "layer", "square"))
                .isInstanceOf(SettingException.class)
                .hasMessage("There is no layer \"square\"; known are plain, round.");
    }

    @Test
    void whatIsNotGivenIsAtItsDefault() throws SettingException {
        Settings settings = ROUND.settings(Map.of("up", false));

        assertThat(settings.decimal("to")).isEqualTo(0.5);
        assertThat(settings.on("up")).isFalse();
    }

    @Test
    void anUnknownSettingIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> ROUND.settings(Map.of("down", true)))
                .isInstanceOf(SettingException.class)
                .hasMessage("\"round\" has no setting \"down\"; it knows to, up.");
        assertThatThrownBy(() -> PLAIN.settings(Map.of("down", true)))
                .hasMessage("\"plain\" has no setting \"down\"; it knows none.");
    }

    @Test
    void aDefaultOutOfItsOwnBoundsIsAMistakeOfTheProgram() {
        Recipe<String> wrong = new Recipe<>("wrong", "Wrong", "Is wrong.", List.of(
                new Setting.Decimal("to", "To", 2.0, 0, 1, "", "Where to.")), "made");

        assertThatThrownBy(wrong::standard)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A default of \"wrong\" is out of its own bounds.");
    }

    @Test
    void aSettingThatIsNotThereIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> ROUND.standard().settings().decimal("rate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no setting \"rate\", only [to, up].");
    }
}
