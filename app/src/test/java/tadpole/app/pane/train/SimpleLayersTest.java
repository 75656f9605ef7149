package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.Spec;

class SimpleLayersTest {

    @Test
    void saysAndReadsTheLayersOfTheShortForm() {
        SimpleLayers layers = new SimpleLayers(List.of(50, 30), "tanh", 10, SimpleLayers.STANDARD);

        List<Spec> said = layers.layers("negativeLogLikelihood");

        assertThat(said).extracting(Spec::type)
                .containsExactly("flatten", "linear", "tanh", "linear", "tanh", "linear", "logSoftmax");
        assertThat(SimpleLayers.of(said, "negativeLogLikelihood")).contains(layers);
    }

    @Test
    void noHiddenLayerIsALinearClassifier() {
        List<Spec> said = new SimpleLayers(List.of(), "relu", 10, SimpleLayers.STANDARD).layers("crossEntropy");

        assertThat(said).extracting(Spec::type).containsExactly("flatten", "linear");
        assertThat(SimpleLayers.of(said, "crossEntropy")).isPresent();
    }

    @Test
    void keepsHowTheLinearLayersStart() throws Exception {
        List<Spec> layers = List.of(
                Flatten.RECIPE.standard(),
                Linear.RECIPE.with(Map.of("out", 100, "init", "he")),
                Relu.RECIPE.standard(),
                Linear.RECIPE.with(Map.of("out", 10, "init", "he")));

        assertThat(SimpleLayers.of(layers, "crossEntropy").orElseThrow().layers("crossEntropy")).isEqualTo(layers);
    }

    @Test
    void doesNotClaimLayersThatItCannotSay() throws Exception {
        List<Spec> withDropout = List.of(
                Flatten.RECIPE.standard(), Dropout.RECIPE.standard(), Linear.RECIPE.with(Map.of("out", 10)));
        List<Spec> differentStarts = List.of(
                Flatten.RECIPE.standard(),
                Linear.RECIPE.with(Map.of("out", 100, "init", "he")),
                Relu.RECIPE.standard(),
                Linear.RECIPE.with(Map.of("out", 10)));

        assertThat(SimpleLayers.of(withDropout, "crossEntropy")).isEmpty();
        assertThat(SimpleLayers.of(differentStarts, "crossEntropy")).isEmpty();
        assertThat(SimpleLayers.of(List.of(), "crossEntropy")).isEmpty();
    }
}
