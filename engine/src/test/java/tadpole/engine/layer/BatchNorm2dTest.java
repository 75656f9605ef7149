package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

class BatchNorm2dTest {

    private final Device device = Device.plain();

    @Test
    void theRunningFiguresFollowTheBatchWithTheUnbiasedVariance() throws SettingException {
        Layer layer = norm(Shape.of(2));
        // Channel 0: 1, 2, 6, mean 3, squares 14; channel 1: all 5.
        Tensor x = Tensor.of(Shape.of(3, 2), 1, 5, 2, 5, 6, 5);

        Tensor y = layer.forward(x, Pass.training(device));

        assertThat(y.data()[0]).isCloseTo((float) (-2 / Math.sqrt(14 / 3.0 + 1e-5)), within(1e-6f));
        assertThat(y.data()[1]).isZero();
        assertThat(buffer(layer, "it.running_mean")).containsExactly(0.3f, 0.5f);
        assertThat(buffer(layer, "it.running_var")).containsExactly(1.6f, 0.9f);
    }

    @Test
    void evaluationUsesTheRunningFiguresAndLeavesThem() throws SettingException {
        Layer layer = norm(Shape.of(1, 1, 2));
        Tensor x = Tensor.of(Shape.of(1, 1, 1, 2), 4, 8);
        layer.buffers().get(0).tensor().fill(4);
        layer.buffers().get(1).tensor().fill(16);

        Tensor y = layer.forward(x, Pass.evaluation(device));

        assertThat(y.data()[0]).isZero();
        assertThat(y.data()[1]).isCloseTo(1, within(1e-6f));
        assertThat(buffer(layer, "it.running_mean")).containsExactly(4);
    }

    @Test
    void oneNumberHasNoVariance() throws SettingException {
        Layer layer = norm(Shape.of(3));

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(Shape.of(1, 3)), Pass.training(device)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("it measures the variance of each channel over the batch, but a batch of 1 × 3 has one number a channel:"
                        + " variance = sum/(1-1). Take another batch size, or one that leaves no single sample over.");
        assertThat(layer.forward(Tensor.zeros(Shape.of(1, 3)), Pass.evaluation(device)).shape()).isEqualTo(Shape.of(1, 3));
    }

    @Test
    void theRunningFiguresBelongToTheState() throws SettingException {
        Network network = Network.build(Shape.of(3, 4, 4),
                List.of(ResidualBlock.RECIPE.with(Map.of("out", 2, "stride", 2))), new Seed(1));

        assertThat(network.state()).extracting(NamedTensor::name).containsExactly(
                "residualBlock1.body.conv2d1.weight", "residualBlock1.body.batchNorm2d1.weight",
                "residualBlock1.body.batchNorm2d1.bias", "residualBlock1.body.conv2d2.weight",
                "residualBlock1.body.batchNorm2d2.weight", "residualBlock1.body.batchNorm2d2.bias",
                "residualBlock1.shortcut.conv2d1.weight", "residualBlock1.shortcut.batchNorm2d1.weight",
                "residualBlock1.shortcut.batchNorm2d1.bias",
                "residualBlock1.body.batchNorm2d1.running_mean", "residualBlock1.body.batchNorm2d1.running_var",
                "residualBlock1.body.batchNorm2d2.running_mean", "residualBlock1.body.batchNorm2d2.running_var",
                "residualBlock1.shortcut.batchNorm2d1.running_mean", "residualBlock1.shortcut.batchNorm2d1.running_var");
    }

    private static Layer norm(Shape input) throws SettingException {
        return BatchNorm2d.RECIPE.maker().make("it", BatchNorm2d.RECIPE.settings(Map.of()), input, new Seed(1));
    }

    private static float[] buffer(Layer layer, String name) {
        return layer.buffers().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().tensor().data();
    }
}
