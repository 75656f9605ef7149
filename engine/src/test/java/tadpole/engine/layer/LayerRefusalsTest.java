package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

class LayerRefusalsTest {

    private static Layer make(Recipe<LayerMaker> recipe, Map<String, ?> settings, Shape input) throws SettingException {
        return recipe.maker().make("it", recipe.settings(settings), input, new Seed(1));
    }

    @Test
    void aPictureThatIsTooSmallToMirror() {
        assertThatThrownBy(() -> make(Conv2d.RECIPE, Map.of("padding", 4, "paddingMode", "reflect"), Shape.of(1, 4, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("padding with the mirrored picture must be less than its height and width, but is 4 for a 4×5 input: 4 ≥ 4. Take a padding of at most 3, or zeros.");
    }

    @Test
    void aPictureWithTooFewPixelsOnOneSideOnly() {
        assertThatThrownBy(() -> make(Conv2d.RECIPE, Map.of("padding", 1, "paddingWidth", 5, "paddingMode", "reflect"), Shape.of(1, 9, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("padding with the mirrored picture must be less than its width, but is 5 for a 9×5 input: 5 ≥ 5. Take a padding of at most 4, or zeros.");
        assertThatThrownBy(() -> make(Conv2d.RECIPE, Map.of("padding", 6, "paddingMode", "circular"), Shape.of(1, 9, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("padding with the picture's other side must be at most its height and width, but is 6 for a 9×5 input: 6 > 5. Take a padding of at most 5, or zeros.");
    }

    @Test
    void moreDimensionsThanThereAre() {
        assertThatThrownBy(() -> make(LayerNorm.RECIPE, Map.of("dimensions", 2), Shape.of(7)))
                .isInstanceOf(ShapeException.class).hasMessage("normalizes over the last 2 dimensions, but is given 7, which has 1.");
    }

    @Test
    void aShortcutThatWouldHaveToDropChannels() {
        assertThatThrownBy(() -> make(ResidualBlock.RECIPE, Map.of("out", 2, "shortcut", "zeros"), Shape.of(3, 4, 4)))
                .isInstanceOf(ShapeException.class).hasMessageContaining("can only add channels, but 3 come in and 2 go out.");
    }

    /** With the body's weights at zero what is left is the shortcut. */
    @Test
    void aShortcutOfZerosTakesEverySecondPixelAndHasNothingToLearn() throws SettingException {
        Layer block = make(ResidualBlock.RECIPE, Map.of("out", 4, "stride", 2, "shortcut", "zeros", "init", "zeros"), Shape.of(2, 2, 3));
        try (Device device = Device.plain()) {
            float[] x = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16};
            Tensor y = block.forward(Tensor.of(Shape.of(1, 2, 2, 3), x), Pass.evaluation(device));

            assertThat(y.copy().data()).containsExactly(0, 0, 1, 3, 11, 13, 0, 0);
            assertThat(block.parameters()).allMatch(parameter -> parameter.name().startsWith("it.body."));
        }
    }
}
