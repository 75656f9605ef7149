package tadpole.engine.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

class TwinsTest {

    @Test
    void everyLayerHasExactlyOneTwin() {
        assertThat(recipes(Twin.OfLayer.class)).doesNotHaveDuplicates().hasSameElementsAs(Layers.ALL);
    }

    @Test
    void everyLossHasExactlyOneTwin() {
        assertThat(recipes(Twin.OfLoss.class)).doesNotHaveDuplicates().hasSameElementsAs(Losses.ALL);
    }

    @Test
    void aMissingTwinIsNamedBesideThoseThatThereAre() {
        Spec unknown = new Recipe<>("fold", "Fold", "Folds.", List.of(), "").standard();

        assertThatThrownBy(() -> Twins.layer(unknown, Shape.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The layer \"fold\" has no twin; known are linear, relu,");
        assertThatThrownBy(() -> Twins.loss(unknown))
                .hasMessageStartingWith("The loss \"fold\" has no twin; known are crossEntropy,");
    }

    private static Stream<Recipe<?>> recipes(Class<? extends Twin> kind) {
        return Twins.ALL.stream().filter(kind::isInstance).map(Twin::recipe);
    }
}
