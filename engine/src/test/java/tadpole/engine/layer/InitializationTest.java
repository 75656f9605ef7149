package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class InitializationTest {

    /** Of a layer 400 to 100: 1/√400 and √(6/500) spread uniformly (deviation bound/√3), √(2/400) and 0.03 normally. */
    @ParameterizedTest
    @CsvSource({
        "uniformFanIn, 0.028868, 0.05",
        "he, 0.070711, 0.5",
        "xavier, 0.063246, 0.109545",
        "normal, 0.03, 0.2",
        "zeros, 0, 0"
    })
    void weightsHaveTheSpreadTheirNameSays(String init, double deviation, double most) throws SettingException {
        Tensor weight = linear(init).parameters().getFirst().value();

        double sum = 0;
        double squares = 0;
        for (float value : weight.data()) {
            sum += value;
            squares += (double) value * value;
            assertThat(Math.abs(value)).isLessThanOrEqualTo((float) most);
        }
        assertThat(sum / weight.size()).isCloseTo(0, within(deviation / 40));
        assertThat(Math.sqrt(squares / weight.size())).isCloseTo(deviation, within(deviation / 50));
    }

    @ParameterizedTest
    @CsvSource({"uniformFanIn, true", "he, false", "xavier, false", "normal, false", "zeros, false"})
    void onlyPyTorchsStartMovesTheBiases(String init, boolean moved) throws SettingException {
        Tensor bias = linear(init).parameters().getLast().value();

        assertThat(bias.norm() > 0).isEqualTo(moved);
    }

    private static Layer linear(String init) throws SettingException {
        Map<String, Object> given = Map.of("out", 100, "init", init, "deviation", 0.03);
        return Linear.RECIPE.maker().make("linear1", Linear.RECIPE.settings(given), Shape.of(400), new Seed(1));
    }
}
