package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;
import tadpole.engine.twin.TwinLayer;
import tadpole.engine.twin.Twins;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Conv2dTest {

    /** F(4x4,3x3) in float, of the largest number: products of transformed numbers cancel. */
    private static final double WINOGRAD = 1e-4;
    private static final Shape PICTURE = Shape.of(20, 9, 11);

    private final Device device = Device.cpu(2);

    @AfterAll
    void closeDevice() {
        device.close();
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 1", "3, 1, 0", "3, 1, 2", "3, 2, 1", "5, 1, 2", "1, 1, 0"})
    void ofManyChannelsAgreesWithTheTwin(int kernel, int stride, int padding) throws SettingException {
        Map<String, Object> given = Map.of("out", 24, "kernel", kernel, "stride", stride, "padding", padding);
        Layer layer = conv(given, PICTURE);
        Tensor x = Drawn.normal(PICTURE.batchOf(3), "x");
        Tensor dy = Drawn.normal(layer.outputShape(PICTURE).batchOf(3), "dy");
        Pass pass = Pass.training(device).withInputGradient();

        Tensor y = layer.forward(x, pass);
        Tensor dx = layer.backward(dy, pass);

        TwinLayer twin = Twins.layer(Conv2d.RECIPE.with(given), PICTURE);
        Conditions conditions = Conditions.training(layer, new Seed(1));
        Gradients gradients = twin.backward(DoubleTensor.of(x), DoubleTensor.of(dy), conditions);
        assertThat(apart(y, twin.forward(DoubleTensor.of(x), conditions))).isLessThan(WINOGRAD);
        assertThat(apart(dx, gradients.input())).isLessThan(WINOGRAD);
        for (int i = 0; i < 2; i++) {
            assertThat(apart(layer.parameters().get(i).gradient(), gradients.parameters().get(i))).isLessThan(WINOGRAD);
        }
    }

    @Test
    void startsAsPyTorchDoesByTheInputsOfAnOutput() throws SettingException {
        Layer layer = conv(Map.of("out", 8, "kernel", 5, "groups", 4), PICTURE);

        // 20 / 4 channels of 5 x 5.
        float bound = (float) (1 / Math.sqrt(125));
        for (Parameter parameter : layer.parameters()) {
            float most = 0;
            for (float value : parameter.value().data()) {
                most = Math.max(most, Math.abs(value));
            }
            assertThat(most).isLessThanOrEqualTo(bound).isGreaterThan(0.5f * bound);
        }
        assertThat(layer.parameters()).extracting(Parameter::shape).containsExactly(Shape.of(8, 5, 5, 5), Shape.of(8));
    }

    @Test
    void anEvaluationPassSeesChangedWeightsOnceItIsTold() throws SettingException {
        Layer layer = conv(Map.of("padding", 1), PICTURE);
        Tensor x = Drawn.normal(PICTURE.batchOf(2), "x");
        Pass pass = Pass.evaluation(device);
        float[] before = layer.forward(x, pass).copy().data();

        Parameter weight = layer.parameters().getFirst();
        weight.value().set(Drawn.normal(weight.shape(), "other"));
        assertThat(layer.forward(x, pass).data()).as("not told").isEqualTo(before);
        weight.changed();

        assertThat(layer.forward(x, pass).data()).isEqualTo(layer.forward(x, Pass.evaluation(device)).data()).isNotEqualTo(before);
    }

    @Test
    void aPassThatIsUsedForAnotherLayerPreparesAgain() throws SettingException {
        Layer one = conv(Map.of(), PICTURE);
        Layer other = Conv2d.RECIPE.maker().make("it", Conv2d.RECIPE.settings(Map.of()), PICTURE, new Seed(9));
        Tensor x = Drawn.normal(PICTURE.batchOf(2), "x");
        Pass pass = Pass.evaluation(device);
        one.forward(x, pass);

        assertThat(other.forward(x, pass).data()).isEqualTo(other.forward(x, Pass.evaluation(device)).data());
    }

    @Test
    void takesPicturesOfAnySizeThatTheKernelFits() throws SettingException {
        Layer layer = conv(Map.of(), PICTURE);

        assertThat(layer.outputShape(Shape.of(20, 30, 40))).isEqualTo(Shape.of(16, 28, 38));
        assertThatThrownBy(() -> layer.outputShape(Shape.of(3, 30, 40)))
                .isInstanceOf(ShapeException.class).hasMessage("it takes 20 channels, but is given 3×30×40.");
    }

    @Test
    void refusesWhatDoesNotFitWithTheFormulaAndItsNumbers() {
        assertThatThrownBy(() -> conv(Map.of("kernel", 5), Shape.of(1, 3, 3))).isInstanceOf(ShapeException.class)
                .hasMessage("a 5×5 kernel does not fit a 3×3 input with padding 0: floor((3+2·0-5)/1)+1 = -1. Take a kernel of at most 3.");
        assertThatThrownBy(() -> conv(Map.of("kernel", 3, "dilation", 4, "stride", 2, "padding", 1), Shape.of(1, 9, 6)))
                .hasMessage("a 3×3 kernel with dilation 4 does not fit a 9×6 input with padding 1: floor((6+2·1-4·(3-1)-1)/2)+1 = 0. Take a kernel of at most 2.");
        assertThatThrownBy(() -> conv(Map.of("kernel", 9, "padding", 1, "paddingWidth", 4), Shape.of(1, 5, 9)))
                .hasMessage("a 9×9 kernel does not fit a 5×9 input with padding 1 above, 1 below, 4 at the left and 4 at the right: floor((5+2·1-9)/1)+1 = -1. Take a kernel of at most 7.");
        assertThatThrownBy(() -> conv(Map.of("groups", 3), Shape.of(4, 9, 9)))
                .hasMessage("3 groups must divide the channels, but 4 come in and 16 go out: 4 mod 3 = 1. Take 1, 2 or 4 groups.");
        assertThatThrownBy(() -> conv(Map.of(), Shape.of(784)))
                .hasMessage("takes pictures as channels×height×width, but is given 784. Put it before the flatten layer.");
    }

    /** PyTorch's padding="same" puts the odd pixel below and at the right; it refuses other strides, here they go the same frame. */
    @Test
    void sameKeepsThePicturesSizeWithTheOddPixelBelowAndAtTheRight() throws SettingException {
        Layer layer = conv(Map.of("out", 1, "kernel", 2, "kernelWidth", 4, "dilation", 3, "paddingSame", true, "padding", 7, "bias", false), Shape.of(1, 5, 9));
        Layer strided = conv(Map.of("out", 1, "kernel", 4, "stride", 2, "paddingSame", true), Shape.of(1, 5, 9));

        assertThat(layer.outputShape(Shape.of(1, 5, 9))).isEqualTo(Shape.of(1, 5, 9));
        assertThat(strided.outputShape(Shape.of(1, 5, 9))).isEqualTo(Shape.of(1, 3, 5));
        layer.parameters().getFirst().value().fill(0);
        layer.parameters().getFirst().value().data()[0] = 1;
        Tensor x = Drawn.normal(Shape.of(1, 1, 5, 9), "x");
        Tensor y = layer.forward(x, Pass.evaluation(device));
        // 3 rows in all: 1 above; 9 columns: 4 at the left.
        assertThat(y.data()[1 * 9 + 4]).isEqualTo(x.data()[0]);
    }

    private static Layer conv(Map<String, Object> given, Shape input) throws SettingException {
        return Conv2d.RECIPE.maker().make("it", Conv2d.RECIPE.settings(given), input, new Seed(1));
    }

    private static double apart(Tensor fast, DoubleTensor twin) {
        double largest = 0;
        double apart = 0;
        for (int i = 0; i < twin.size(); i++) {
            largest = Math.max(largest, Math.abs(twin.at(i)));
            apart = Math.max(apart, Math.abs(fast.data()[i] - twin.at(i)));
        }
        return apart / largest;
    }
}
