package tadpole.engine.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

class NetworkTextTest {

    private static final Shape MNIST = Shape.of(1, 28, 28);

    @Test
    void writesLeNetInPyTorchsWords() {
        NetworkPreset lenet = NetworkPresets.ALL.get(2);

        assertThat(NetworkText.write(MNIST, lenet.layers(MNIST, Goal.classes(10)))).isEqualTo("""
                Conv2d(1, 6, kernel_size=5, padding=2, init='he')
                ReLU()
                MaxPool2d(2)
                Conv2d(6, 16, kernel_size=5, init='he')
                ReLU()
                MaxPool2d(2)
                Flatten()
                Linear(400, 120, init='he')
                ReLU()
                Linear(120, 84, init='he')
                ReLU()
                Linear(84, 10)
                """);
    }

    @Test
    void readsBackWhatItWrote() throws NetworkTextException {
        RandomNetworks random = new RandomNetworks(7);
        for (int i = 0; i < 2000; i++) {
            Shape input = random.input();
            List<Spec> layers = i % 2 == 0 ? random.any(5) : random.fitting(input, 4);

            assertThat(NetworkText.read(NetworkText.write(input, layers), input)).isEqualTo(layers);
        }
    }

    @Test
    void knowsEveryLayerByPyTorchsName() {
        assertThat(Layers.ALL).allSatisfy(recipe -> assertThat(TextLayout.ALL).extracting(TextLayout::type).contains(recipe.type()));
    }

    @Test
    void readsWhatPyTorchPrints() throws NetworkTextException {
        List<Spec> layers = NetworkText.read("""
                Sequential(
                  (0): Conv2d(1, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
                  (1): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
                  (2): ReLU(inplace=True)
                  (3): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
                  (4): Flatten(start_dim=1, end_dim=-1)
                  (5): Dropout(p=0.25, inplace=False)
                  (6): Linear(in_features=1568, out_features=10, bias=True)
                )
                """, MNIST);

        assertThat(layers).containsExactly(Specs.of("conv2d", Map.of("out", 8, "padding", 1, "bias", false)), Specs.of("batchNorm2d"), Specs.of("relu"),
                Specs.of("maxPool2d"), Specs.of("flatten"), Specs.of("dropout", Map.of("p", 0.25)), Specs.of("linear"));
    }

    @Test
    void readsWhatPyTorchsProgramsWrite() throws NetworkTextException {
        List<Spec> layers = NetworkText.read("""
                model = nn.Sequential(
                    nn.Conv2d(1, 6, 5, 1, 2),  # LeCun
                    nn.MaxPool2d(3),

                    torch.nn.AdaptiveAvgPool2d(1), nn.
                """.replace(" nn.\n", "\n"), MNIST);

        assertThat(layers).containsExactly(Specs.of("conv2d", Map.of("out", 6, "kernel", 5, "padding", 2)),
                Specs.of("maxPool2d", Map.of("kernel", 3, "stride", 3)), Specs.of("globalAvgPool2d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Conv3d(1, 6)                | Line 1: Conv3d is no layer; known are Linear, ReLU,
            Conv2d(3, 6, 5)             | Line 1: Conv2d says that 3 come in, but it is 1. Write 1, or ? for whatever comes in.
            Conv2d(1, 6, kernel_size=)  | Line 1: found ")", but here stands a number, True, False,
            Conv2d(1, 6                 | Line 1: found the end of the line, but here stands , or ).
            Conv2d(1, 6, width=3)       | Line 1: Conv2d has no width; it knows out_channels, kernel_size,
            Conv2d(1, 6, bias=3)        | Line 1: Bias ("bias") must be true or false, but is 3.
            Conv2d(1, ?)                | Line 1: ? stands only for what comes in.
            Conv2d(1, 6, out_channels=6)| Line 1: out_channels stands there twice.
            MaxPool2d(2, ceil_mode=True)| Line 1: MaxPool2d knows no ceil_mode=True. Leave it out.
            ReLU() ReLU()               | Line 1: found "ReLU()", but here stands the end of the line.
            ReLU(3)                     | Line 1: ReLU takes no value without a name, but 1 values stand there without a name.
            (                           | Line 1: found "(", but here stands the name of a layer.
            """)
    void saysWhatIsWrong(String text, String sentence) {
        assertThatThrownBy(() -> NetworkText.read(text, MNIST)).isInstanceOf(NetworkTextException.class).hasMessageStartingWith(sentence);
    }
}
