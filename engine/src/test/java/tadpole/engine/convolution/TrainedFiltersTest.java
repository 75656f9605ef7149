package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class TrainedFiltersTest {

    private static final Device DEVICE = Device.cpu(1);

    private final Tensor sample = random(Shape.of(3, 12, 10));
    private final Network network = network();
    private final TrainedFilters filters = TrainedFilters.of(network);

    private static Network network() {
        try {
            return Network.build(Shape.of(3, 12, 10), List.of(
                    Conv2d.RECIPE.with(Map.of("out", 6, "kernel", 3, "kernelWidth", 5, "padding", 2, "paddingMode", "reflect")),
                    Relu.RECIPE.standard(),
                    ResidualBlock.RECIPE.with(Map.of("out", 8, "stride", 2)),
                    Conv2d.RECIPE.with(Map.of("out", 4, "kernel", 3, "groups", 2, "dilation", 2, "padding", 2, "bias", false)),
                    Conv2d.RECIPE.with(Map.of("out", 2, "kernel", 11, "padding", 5))), new Seed(4));
        } catch (SettingException misfit) {
            throw new IllegalStateException(misfit);
        }
    }

    private static Tensor random(Shape shape) {
        RandomGenerator random = new Seed(9).generator();
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    @Test
    void namesTheConvolutionsInsideOfBlocksToo() {
        assertThat(filters.layers()).extracting(TrainedLayer::name).containsExactly("conv2d1", "residualBlock1.body.conv2d1",
                "residualBlock1.body.conv2d2", "residualBlock1.shortcut.conv2d1", "conv2d2", "conv2d3");
    }

    @Test
    void givesWhatTheNetworkItselfRemembersToHaveGivenEachLayer() {
        Pass pass = Pass.evaluation(DEVICE);
        network.forward(sample.as(sample.shape().batchOf(1)), pass);

        for (TrainedLayer layer : filters.layers()) {
            Pass part = pass;
            for (String name : layer.name().split("\\.")) {
                part = part.child(name, false);
            }
            Tensor seen = part.recall("x");
            assertThat(filters.input(layer, sample, DEVICE).data()).as(layer.name()).containsExactly(Arrays.copyOf(seen.data(), seen.size()));
        }
    }

    @Test
    void aPlanGivesTheLayersOwnMapsToTheLastBit() throws SettingException {
        for (TrainedLayer layer : filters.layers()) {
            if (layer.refusal().isPresent()) {
                continue;
            }
            Tensor input = filters.input(layer, sample, DEVICE);
            Tensor own = TrainedFilters.output(layer, input, DEVICE);
            int perGroup = layer.filters() / (input.shape().at(0) / layer.depth());
            for (int first = 0; first < layer.filters(); first += perGroup) {
                Picture picture = layer.seen(input, first);
                ConvolutionPlan plan = layer.plan(IntStream.range(first, first + perGroup).boxed().toList());

                Convolved convolved = new Convolver(DEVICE).convolve(plan, picture);

                int size = convolved.height() * convolved.width();
                float[] part = Arrays.copyOfRange(own.data(), first * size, (first + perGroup) * size);
                assertThat(convolved.output().data()).as("%s from filter %d", layer.name(), first).containsExactly(part);
            }
        }
    }

    @Test
    void oneFilterAloneGivesTheSameMapToTheLastDigitOneReads() throws SettingException {
        TrainedLayer layer = filters.layer("residualBlock1.body.conv2d2").orElseThrow();
        Tensor input = filters.input(layer, sample, DEVICE);
        Tensor own = TrainedFilters.output(layer, input, DEVICE);

        Convolved convolved = new Convolver(DEVICE).convolve(layer.plan(List.of(5)), layer.seen(input, 5));

        int size = convolved.height() * convolved.width();
        for (int i = 0; i < size; i++) {
            assertThat(convolved.output().data()[i]).isCloseTo(own.data()[5 * size + i], Offset.offset(2e-6f));
        }
    }

    @Test
    void saysWhichKernelsAreTooLarge() {
        assertThat(filters.layer("conv2d3").orElseThrow().refusal())
                .contains("conv2d3 has kernels of 11×11, but the sliding window takes up to 9×9. Choose another layer.");
        assertThat(filters.layer("conv2d1").orElseThrow().refusal()).isEmpty();
    }

    @Test
    void aFilterOfTheSecondGroupSeesTheSecondHalf() {
        TrainedLayer layer = filters.layer("conv2d2").orElseThrow();
        Tensor input = filters.input(layer, sample, DEVICE);

        Picture seen = layer.seen(input, 3);

        assertThat(seen.name()).isEqualTo("as conv2d2 sees it");
        assertThat(seen.channels()).isEqualTo(4);
        assertThat(seen.at(0, 1, 2)).isEqualTo(input.data()[(4 * input.shape().at(1) + 1) * input.shape().at(2) + 2]);
    }
}
