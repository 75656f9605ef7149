package tadpole.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.TinyExperiment;

class PicturedTest {

    private static final Spec FLATTEN = Flatten.RECIPE.standard();
    private static final Spec RELU = Relu.RECIPE.standard();

    private static Network network(Shape input, Spec... layers) {
        try {
            return Network.build(input, List.of(layers), new Seed(1));
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private static Spec conv(int out, int kernel) {
        return TinyExperiment.with(Conv2d.RECIPE, Map.of("out", out, "kernel", kernel));
    }

    @Nested
    class Weights {

        private final Network rows = network(Shape.of(1, 5, 4), FLATTEN, TinyExperiment.linear(7), RELU, TinyExperiment.linear(3));

        @Test
        void theFirstLinearLayersRowsArePicturesOfTheInput() {
            LayerPictures pictures = Pictured.weights(rows, "linear1");

            assertThat(pictures.count()).isEqualTo(7);
            assertThat(pictures.picture()).isEqualTo(Shape.of(1, 5, 4));
            assertThat(pictures.name(2)).isEqualTo("unit 3");
            assertThat(pictures.picture(2).data()).isEqualTo(Arrays.copyOfRange(rows.parameters().getFirst().value().data(), 40, 60));
        }

        @Test
        void laterOnesAreAMatrix() {
            LayerPictures pictures = Pictured.weights(rows, "linear2");

            assertThat(pictures.count()).isEqualTo(1);
            assertThat(pictures.isMatrix()).isTrue();
            assertThat(pictures.picture()).isEqualTo(Shape.of(1, 3, 7));
        }

        @Test
        void theFirstKernelsOverColorsAreColored() {
            Network network = network(Shape.of(3, 8, 8), conv(4, 3), RELU, conv(2, 3));

            assertThat(Pictured.weights(network, "conv2d1").picture()).isEqualTo(Shape.of(3, 3, 3));
            assertThat(Pictured.weights(network, "conv2d1").count()).isEqualTo(4);
            assertThat(Pictured.weights(network, "conv2d2").picture()).isEqualTo(Shape.of(1, 3, 3));
            assertThat(Pictured.weights(network, "conv2d2").count()).isEqualTo(8);
            assertThat(Pictured.weights(network, "conv2d2").name(5)).isEqualTo("filter 2, channel 2");
        }

        @Test
        void aLinearLayerBehindChannelsHasAPictureForEachUnitAndChannel() {
            Network network = network(Shape.of(1, 8, 8), conv(3, 3), RELU, FLATTEN, TinyExperiment.linear(5));

            LayerPictures pictures = Pictured.weights(network, "linear1");

            assertThat(pictures.count()).isEqualTo(15);
            assertThat(pictures.picture()).isEqualTo(Shape.of(1, 6, 6));
            assertThat(pictures.name(4)).isEqualTo("unit 2, channel 2");
        }

        @Test
        void threeChannelsOfALaterLayerAreNoColors() {
            Network network = network(Shape.of(1, 8, 8), conv(3, 3), RELU, conv(2, 3));

            assertThat(Pictured.weights(network, "conv2d2").picture()).isEqualTo(Shape.of(1, 3, 3));
        }

        @Test
        void layersOfBlocksAreListedByTheirPath() {
            Network network = network(Shape.of(2, 6, 6), TinyExperiment.with(ResidualBlock.RECIPE, Map.of("out", 4)));

            assertThat(Pictured.layers(network)).containsExactly("residualBlock1.body.conv2d1", "residualBlock1.body.batchNorm2d1",
                    "residualBlock1.body.conv2d2", "residualBlock1.body.batchNorm2d2", "residualBlock1.shortcut.conv2d1",
                    "residualBlock1.shortcut.batchNorm2d1");
            assertThat(Pictured.weights(network, "residualBlock1.body.conv2d2").count()).isEqualTo(16);
        }

        @Test
        void theRangeIsThatOfTheNumbers() {
            Tensor values = Tensor.of(Shape.of(2, 1, 2), -3, 2, Float.NaN, 5);
            LayerPictures pictures = new LayerPictures("x", values, Shape.of(1, 1, 2), LayerPictures.Naming.of("unit"));

            assertThat(pictures.range()).isEqualTo(new LayerPictures.Range(-3, 5));
            assertThat(pictures.range(1)).isEqualTo(new LayerPictures.Range(5, 5));
            assertThat(pictures.range(0).reach()).isEqualTo(3);
        }

        @Test
        void refusesALayerWithoutWeights() {
            assertThatThrownBy(() -> Pictured.weights(rows, "relu1")).hasMessage("The network has no weights of \"relu1\".");
        }
    }

    @Nested
    class Activations {

        @Test
        void areThoseOfTheNetworkAlsoBeforeAFusedRelu() {
            Network network = network(Shape.of(1, 6, 6), conv(3, 3), RELU, FLATTEN, TinyExperiment.linear(4));
            Tensor sample = Tensor.zeros(Shape.of(1, 6, 6));
            for (int i = 0; i < 36; i++) {
                sample.data()[i] = (float) Math.sin(i);
            }

            Map<String, LayerPictures> all = Pictured.activations(network, sample, Device.plain());

            Pass pass = Pass.evaluation(Device.plain());
            Tensor answer = network.forward(sample.as(Shape.of(1, 1, 6, 6)), pass);
            assertThat(all).containsOnlyKeys("conv2d1", "relu1", "flatten1", "linear1");
            assertThat(all.get("linear1").values().data()).isEqualTo(Arrays.copyOf(answer.data(), 4));
            assertThat(all.get("conv2d1").picture()).isEqualTo(Shape.of(1, 4, 4));
            assertThat(all.get("conv2d1").range().least()).isNegative();
            for (int i = 0; i < 48; i++) {
                assertThat(all.get("relu1").values().data()[i]).isEqualTo(Math.max(0, all.get("conv2d1").values().data()[i]));
            }
        }

        @Test
        void openBlocks() {
            Network network = network(Shape.of(2, 6, 6), TinyExperiment.with(ResidualBlock.RECIPE, Map.of("out", 4)));

            Map<String, LayerPictures> all = Pictured.activations(network, Tensor.zeros(Shape.of(2, 6, 6)), Device.plain());

            assertThat(all).containsKeys("residualBlock1", "residualBlock1.body.relu1", "residualBlock1.shortcut.conv2d1");
            assertThat(all.get("residualBlock1").count()).isEqualTo(4);
        }

        @Test
        void longRowsStandInSeveral() {
            assertThat(Pictured.columns(10)).isEqualTo(10);
            assertThat(Pictured.columns(100)).isEqualTo(10);
            assertThat(Pictured.columns(120)).isEqualTo(12);
            assertThat(Pictured.columns(37)).isEqualTo(37);
        }
    }
}
