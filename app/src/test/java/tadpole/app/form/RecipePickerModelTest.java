package tadpole.app.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Spec;

class RecipePickerModelTest {

    private final Recipe<String> sgd = new Recipe<>("sgd", "SGD", "Steps down.",
            List.of(new Setting.Decimal("rate", "Rate", 0.01, 0, 10, "", "")), "sgd");
    private final Recipe<String> adam = new Recipe<>("adam", "Adam", "Adapts.",
            List.of(new Setting.Decimal("beta", "Beta", 0.9, 0, 1, "", "")), "adam");
    private final RecipePickerModel<String> picker = new RecipePickerModel<>(List.of(sgd, adam));

    @Test
    void beginsWithTheFirstAtItsDefaults() {
        assertThat(picker.spec()).isEqualTo(sgd.standard());
    }

    @Test
    void givesThePickedOneWithItsSettings() throws Exception {
        picker.pick(adam);
        picker.form().field("beta").enter("0.99");

        assertThat(picker.spec()).isEqualTo(adam.with(Map.of("beta", 0.99)));
    }

    @Test
    void keepsTheSettingsOfTheOthers() throws Exception {
        picker.form().field("rate").enter("0.5");
        picker.pick(adam);
        picker.pick(sgd);

        assertThat(picker.spec()).isEqualTo(sgd.with(Map.of("rate", 0.5)));
    }

    @Test
    void tellsOneChangeWhenItShowsASpec() throws Exception {
        List<Spec> told = new ArrayList<>();
        picker.specProperty().addListener((_, _, now) -> told.add(now));
        Spec wanted = adam.with(Map.of("beta", 0.5));

        picker.show(wanted);

        assertThat(told).containsExactly(wanted);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> picker.show(new Spec("momentum", sgd.standard().settings())))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no \"momentum\" to pick.");
    }
}
