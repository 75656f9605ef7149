package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
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
        "heUniform, 0.070711, 0.122475",
        "xavierNormal, 0.063246, 0.5",
        "normal, 0.03, 0.2",
        "uniform, 0.03, 0.051962",
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

    /** Between 0 and √12 deviations, whose half is the mean: the published start whose weights are all positive. */
    @Test
    void positiveWeightsAreAllAboveZero() throws SettingException {
        Tensor weight = linear("positive").parameters().getFirst().value();

        double sum = 0;
        for (float value : weight.data()) {
            sum += value;
            assertThat(value).isBetween(0f, 0.103923f);
        }
        double mean = sum / weight.size();
        double squares = weight.norm() * weight.norm() / weight.size();
        assertThat(mean).isCloseTo(0.0519615, within(0.001));
        assertThat(Math.sqrt(squares - mean * mean)).isCloseTo(0.03, within(0.0006));
    }

    @ParameterizedTest
    @CsvSource({"uniformFanIn, true", "he, false", "xavier, false", "normal, false", "zeros, false"})
    void onlyPyTorchsStartMovesTheBiases(String init, boolean moved) throws SettingException {
        Tensor bias = linear(init).parameters().getLast().value();

        assertThat(bias.norm() > 0).isEqualTo(moved);
    }

    /** √(2/400) by the inputs, √(2/100) by the outputs, √(2/250) by their average; ±√(3/400) for Xavier. */
    @ParameterizedTest
    @CsvSource({"he, in, 0.070711", "he, out, 0.141421", "he, average, 0.089443", "xavier, in, 0.05", "uniformFanIn, out, 0.057735"})
    void theFanIsWhatTheSpreadIsMadeOf(String init, String fan, double deviation) throws SettingException {
        Tensor weight = linear(Map.of("out", 100, "init", init, "fan", fan)).parameters().getFirst().value();

        assertThat(weight.norm() / Math.sqrt(weight.size())).isCloseTo(deviation, within(deviation / 50));
    }

    @Test
    void theGainMultipliesTheWeightsAndLeavesTheBiases() throws SettingException {
        Layer one = linear(Map.of("out", 100));
        Layer two = linear(Map.of("out", 100, "gain", 2.0, "fan", "in"));

        for (int i = 0; i < 40_000; i++) {
            assertThat(two.parameters().getFirst().value().data()[i]).isEqualTo(2 * one.parameters().getFirst().value().data()[i]);
        }
        assertThat(two.parameters().getLast().value().data()).isEqualTo(one.parameters().getLast().value().data());
    }

    /** Old experiment files keep their numbers. */
    @Test
    void theStandardStartsHaveTheBitsTheyAlwaysHad() throws SettingException {
        float[] uniform = linear("uniformFanIn").parameters().getFirst().value().data();
        float[] xavier = linear("xavier").parameters().getFirst().value().data();
        float[] he = linear("he").parameters().getFirst().value().data();
        RandomGenerator one = new Seed(1).generator();
        RandomGenerator two = new Seed(1).generator();
        for (int i = 0; i < uniform.length; i++) {
            double drawn = 2 * one.nextDouble() - 1;
            assertThat(uniform[i]).isEqualTo((float) (drawn / Math.sqrt(400)));
            assertThat(xavier[i]).isEqualTo((float) (drawn * Math.sqrt(6.0 / 500)));
            assertThat(he[i]).isEqualTo((float) (two.nextGaussian() * Math.sqrt(2.0 / 400)));
        }
    }

    @Test
    void identityPassesOnWhatComesIn() throws SettingException {
        Tensor weight = linear(Map.of("out", 3, "init", "identity", "gain", 0.5)).parameters().getFirst().value();
        assertThat(weight.data()).hasSize(1200);
        for (int i = 0; i < 1200; i++) {
            assertThat(weight.data()[i]).isEqualTo(i / 400 == i % 400 ? 0.5f : 0);
        }
    }

    /** As torch.nn.init.dirac_ with groups: in each of the two groups output i sees the middle of input i. */
    @Test
    void identityOfAConvolutionIsTheMiddleOfEachKernel() throws SettingException {
        Map<String, Object> given = Map.of("out", 6, "kernel", 3, "groups", 2, "padding", 1, "init", "identity", "bias", false);
        float[] weight = Conv2d.RECIPE.maker().make("c", Conv2d.RECIPE.settings(given), Shape.of(4, 5, 5), new Seed(1))
                .parameters().getFirst().value().data();

        for (int i = 0; i < weight.length; i++) {
            boolean passes = i % 9 == 4 && i / 18 % 3 == i / 9 % 2;
            assertThat(weight[i]).as("weight %d", i).isEqualTo(passes ? 1 : 0);
        }
    }

    private static Layer linear(String init) throws SettingException {
        Map<String, Object> given = Map.of("out", 100, "init", init, "deviation", 0.03);
        return linear(given);
    }

    private static Layer linear(Map<String, Object> given) throws SettingException {
        return Linear.RECIPE.maker().make("linear1", Linear.RECIPE.settings(given), Shape.of(400), new Seed(1));
    }
}
