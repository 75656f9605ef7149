package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Hidden states that end within a vector of 4, 8 or 16 numbers, or just behind one. */
class RecurrentWidthsTest {

    private static final int BATCH = 9;
    private static final Shape ROWS = Shape.of(6, 13);
    private static final Shape WORDS = Shape.of(6);

    static Stream<Arguments> layers() {
        return Stream.of(Lstm.RECIPE, Gru.RECIPE).flatMap(recipe -> Stream.of(1, 3, 4, 5, 9, 15, 17, 31, 33, 47, 70)
                .flatMap(hidden -> Stream.of(0, 11).map(vocabulary -> Arguments.of(recipe, hidden, vocabulary))));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void vectorsAgreeWithPlainLoops(Recipe<LayerMaker> recipe, int hidden, int vocabulary) throws SettingException {
        Shape input = vocabulary == 0 ? ROWS : WORDS;
        Layer layer = recipe.maker().make("it", recipe.settings(Map.of("hidden", hidden, "vocabulary", vocabulary)), input, new Seed(1));
        Tensor x = vocabulary == 0 ? Drawn.normal(input.batchOf(BATCH), "x") : Drawn.words(input.batchOf(BATCH), vocabulary, "x");
        Tensor dy = Drawn.normal(layer.outputShape(input).batchOf(BATCH), "dy");
        try (Device plain = Device.plain(); Device vectors = Device.cpu(2)) {
            List<float[]> expected = results(layer, x, dy, plain);
            List<float[]> actual = results(layer, x, dy, vectors);

            for (int n = 0; n < expected.size(); n++) {
                for (int i = 0; i < expected.get(n).length; i++) {
                    float number = expected.get(n)[i];
                    assertThat(actual.get(n)[i]).as("number %d of result %d", i, n).isCloseTo(number, within(2e-5f * (1 + Math.abs(number))));
                }
            }
        }
    }

    private static List<float[]> results(Layer layer, Tensor x, Tensor dy, Device device) {
        Pass pass = Pass.training(device).withInputGradient();
        layer.parameters().forEach(parameter -> parameter.gradient().fill(0));
        Tensor y = layer.forward(x, pass).copy();
        Tensor dx = layer.backward(dy, pass).copy();
        Stream<Tensor> gradients = layer.parameters().stream().map(Parameter::gradient).map(Tensor::copy);
        return Stream.concat(Stream.of(y, dx), gradients).map(Tensor::data).toList();
    }
}
