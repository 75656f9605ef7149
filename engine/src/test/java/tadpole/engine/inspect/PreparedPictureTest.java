package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Divide;
import tadpole.engine.dataset.Normalize;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.formula.Address;
import tadpole.engine.recipe.Recipe;

class PreparedPictureTest {

    private final Split split = TinyPictures.of(4, 2).train();

    @Test
    void aPreparedPixelComesOfItsRawOne() throws Exception {
        List<Preparation> steps = Preparations.make(List.of(Divide.RECIPE.standard(),
                Normalize.RECIPE.with(Map.of("mean", List.of(0.4, 0.5, 0.6), "deviation", List.of(0.2, 0.25, 0.3)))), split);
        PreparedPicture picture = new PreparedPicture(split, 2, steps);
        float[] raw = new float[48];
        split.read(2, raw, 0);

        for (int i = 0; i < 48; i++) {
            Arithmetic arithmetic = picture.explain(new Address.Input(0, i));
            assertThat(arithmetic.sources()).containsExactly(new Address.Raw(0, i));
            assertThat(arithmetic.recomputed()).isCloseTo(arithmetic.value(), within(1e-5));
            assertThat(arithmetic.value()).isCloseTo((raw[i] / 255 - (4 + i / 16) / 10.0) / (0.2 + i / 16 * 0.05), within(1e-5));
            assertThat(picture.explain(new Address.Raw(0, i)).value()).isEqualTo(raw[i]);
        }
    }

    @Test
    void aCutPictureHasThePixelsOfItsMiddle() throws Exception {
        List<Preparation> steps = Preparations.make(List.of(Recipe.find(Preparations.ALL, "preparation", "centerCrop").with(Map.of("size", 2))), split);
        PreparedPicture picture = new PreparedPicture(split, 0, steps);

        assertThat(picture.explain(new Address.Input(0, 7)).sources()).containsExactly(new Address.Raw(0, 16 + 2 * 4 + 2));
        assertThatThrownBy(() -> picture.explain(new Address.Input(0, 12))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutPreparationItIsAsTheFileHasIt() {
        Arithmetic arithmetic = new PreparedPicture(split, 1, List.of()).explain(new Address.Input(0, 5));

        assertThat(arithmetic.sources()).containsExactly(new Address.Raw(0, 5));
        assertThat(arithmetic.note()).isEqualTo("Not prepared: as the file has it.");
    }
}
