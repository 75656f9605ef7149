package tadpole.engine.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Shape;

class NetworkPresetsTest {

    private static final Shape MNIST = Shape.of(1, 28, 28);
    private static final Shape CIFAR = Shape.of(3, 32, 32);

    @ParameterizedTest
    @CsvSource({"softmax, 7850", "hidden100, 79510", "lenet5, 61706"})
    void haveThePublishedParametersOnMnist(String key, long published) throws SettingException {
        assertThat(costs(key, MNIST).parameters()).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"resnet20, 0.27", "resnet32, 0.46", "resnet56, 0.85"})
    void haveThePublishedMillionsOfParametersOnCifar(String key, double published) throws SettingException {
        assertThat(costs(key, CIFAR).parameters() / 1e6).isEqualTo(published, within(0.006));
    }

    /** conv 432·1024, 6·2304·1024, twice 4608·256 + 5·9216·256 (or 18432·64 + 5·36864·64), linear 640. */
    @Test
    void resnet20HasThePublishedMultiplyAdds() throws SettingException {
        assertThat(costs("resnet20", CIFAR).multiplyAdds()).isEqualTo(40_551_040);
    }

    @Test
    void allFitPicturesOfTheUsualSizes() {
        for (NetworkPreset preset : NetworkPresets.ALL) {
            for (Shape input : new Shape[] {MNIST, CIFAR, Shape.of(3, 64, 64), Shape.of(3, 96, 72)}) {
                assertThat(Design.of(input, preset.layers(input, Goal.classes(7)), Goal.classes(7), 32).fits()).as(preset.key() + " on " + input).isTrue();
                assertThat(preset.refusal(input)).isEmpty();
            }
        }
    }

    @Test
    void sayWhatTheyCannotTake() {
        assertThat(preset("lenet5").refusal(Shape.of(1, 8, 8))).contains("LeNet-5 needs larger pictures than 8×8.");
        assertThat(preset("resnet20").refusal(Shape.of(2))).contains("ResNet-20 takes pictures, but a sample is 2.");
        assertThat(preset("hidden100").refusal(Shape.of(2))).isEmpty();
    }

    private static Costs costs(String key, Shape input) throws SettingException {
        return Costs.of(input, preset(key).layers(input, Goal.classes(10)), 64);
    }

    private static NetworkPreset preset(String key) {
        return NetworkPresets.ALL.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
}
