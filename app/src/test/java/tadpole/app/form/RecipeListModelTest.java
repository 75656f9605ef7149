package tadpole.app.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Spec;

class RecipeListModelTest {

    private final Recipe<String> flip = new Recipe<>("flip", "Flip", "Flips.", List.of(), "flip");
    private final Recipe<String> crop = new Recipe<>("crop", "Crop", "Crops.",
            List.of(new Setting.Whole("padding", "Padding", 4L, 1, 9, "", "")), "crop");
    private final RecipeListModel<String> list = new RecipeListModel<>(List.of(flip, crop));

    @Test
    void beginsEmpty() {
        assertThat(list.specs()).isEmpty();
        assertThat(list.refusalProperty().get()).isEmpty();
    }

    @Test
    void addsAtTheEndAlsoTheSameTwice() throws Exception {
        list.add(crop);
        list.add(flip);
        list.add(crop);
        list.entries().getLast().form().field("padding").enter("2");

        assertThat(list.specs()).containsExactly(crop.standard(), flip.standard(), crop.with(Map.of("padding", 2)));
    }

    @Test
    void removesTheOneThatIsMeant() throws Exception {
        list.show(List.of(crop.with(Map.of("padding", 1)), crop.with(Map.of("padding", 2))));

        list.remove(list.entries().getFirst());

        assertThat(list.specs()).containsExactly(crop.with(Map.of("padding", 2)));
    }

    @Test
    void saysWhatItDoesNotTakeUntilThatIsRemoved() {
        list.add(flip);
        list.add(crop);
        list.entries().getLast().form().field("padding").enter("10");

        assertThat(list.refusalProperty().get()).isEqualTo(list.entries().getLast().form().refusal().orElseThrow());
        assertThat(list.specs()).containsExactly(flip.standard(), crop.standard());

        list.remove(list.entries().getLast());
        assertThat(list.refusalProperty().get()).isEmpty();
    }

    @Test
    void keepsItsEntriesWhereTheySayTheSame() {
        list.add(crop);
        var entry = list.entries().getFirst();

        list.show(List.of(crop.standard()));

        assertThat(list.entries()).containsExactly(entry);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> list.show(List.of(new Spec("blur", crop.standard().settings()))))
                .isInstanceOf(NoSuchElementException.class).hasMessage("There is no \"blur\" to pick.");
    }
}
