package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

class NetworkTest {

    private static final Shape PICTURE = Shape.of(1, 4, 4);

    private final Device device = Device.plain();

    @Test
    void layersAreNamedByTypeAndCount() throws SettingException {
        Network network = Network.build(PICTURE, List.of(flatten(), linear(5), relu(), linear(3)), new Seed(1));

        assertThat(network.stages()).extracting(Network.Stage::name).containsExactly("flatten1", "linear1", "relu1", "linear2");
        assertThat(network.parameters()).extracting(Parameter::name)
                .containsExactly("linear1.weight", "linear1.bias", "linear2.weight", "linear2.bias");
        assertThat(network.output()).isEqualTo(Shape.of(3));
        assertThat(network.parameterCount()).isEqualTo(16 * 5 + 5 + 5 * 3 + 3);
    }

    @Test
    void aLayerThatDoesNotFitIsNamedWithItsPlace() {
        assertThatThrownBy(() -> Network.build(PICTURE, List.of(relu(), linear(5)), new Seed(1)))
                .isInstanceOf(SettingException.class)
                .hasMessage("Layer 2, linear1: takes a row of numbers, but is given 1×4×4. Put a flatten layer before it.");
        assertThatThrownBy(() -> Network.build(PICTURE, List.of(Softmax.RECIPE.standard()), new Seed(1)))
                .hasMessage("Layer 1, softmax1: takes a row of scores, but is given 1×4×4. Put a flatten layer before it.");
    }

    @Test
    void aLayerThatIsNotKnownIsRefusedWithTheOnesThatAre() {
        Spec unknown = new Recipe<>("fold", "Fold", "Folds.", List.of(), "").standard();

        assertThatThrownBy(() -> Network.build(PICTURE, List.of(unknown), new Seed(1)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("There is no layer \"fold\"; known are linear, relu, ");
    }

    @Test
    void anotherInputIsRefused() throws SettingException {
        Network network = Network.build(PICTURE, List.of(flatten(), linear(5)), new Seed(1));

        assertThatThrownBy(() -> network.outputShape(Shape.of(3, 4, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("This network takes 1×4×4, but is given 3×4×4.");
        assertThatThrownBy(() -> network.stages().get(1).layer().outputShape(Shape.of(17)))
                .hasMessage("linear1 takes 16 inputs, but is given 17.");
    }

    @Test
    void anEmptyNetworkGivesWhatItIsGiven() throws SettingException {
        Network network = Network.build(PICTURE, List.of(), new Seed(1));
        Tensor x = Drawn.normal(PICTURE.batchOf(2), "x");

        assertThat(network.output()).isEqualTo(PICTURE);
        assertThat(network.forward(x, Pass.training(device))).isSameAs(x);
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherLayerBeforeChangesNothingButItself() throws SettingException {
        Network one = Network.build(PICTURE, List.of(flatten(), linear(5)), new Seed(1));
        Network same = Network.build(PICTURE, List.of(flatten(), relu(), linear(5)), new Seed(1));
        Network other = Network.build(PICTURE, List.of(flatten(), linear(5)), new Seed(2));

        assertThat(weight(same)).isEqualTo(weight(one)).isNotEqualTo(weight(other));
    }

    @Test
    void backwardBeforeForwardSaysSo() throws SettingException {
        Network network = Network.build(PICTURE, List.of(flatten(), linear(5)), new Seed(1));

        assertThatThrownBy(() -> network.backward(Tensor.zeros(Shape.of(2, 5)), Pass.training(device)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Backward asks for \"x\", but forward has not run in this pass.");
    }

    @Test
    void onlyWhatLearnedBeforeWantsAGradient() throws SettingException {
        Network network = Network.build(PICTURE, List.of(flatten(), linear(5), relu(), linear(3)), new Seed(1));
        Tensor x = Drawn.normal(PICTURE.batchOf(2), "x");
        Tensor dy = Drawn.normal(Shape.of(2, 3), "dy");
        Pass plain = Pass.training(device);
        Pass curious = Pass.training(device).withInputGradient();

        network.forward(x, plain);
        network.forward(x, curious);

        assertThat(network.backward(dy, plain)).isSameAs(Tensor.NONE);
        assertThat(network.backward(dy, curious).shape()).isEqualTo(x.shape());
    }

    @Test
    void aFrozenNetworkGivesTheGradientOfItsInputAndLeavesItsParameters() throws SettingException {
        Spec conv = Conv2d.RECIPE.with(Map.of("out", 3, "padding", 1));
        Spec block = ResidualBlock.RECIPE.with(Map.of("out", 4));
        Network network = Network.build(PICTURE, List.of(conv, relu(), block, flatten(), linear(3)), new Seed(1));
        Tensor x = Drawn.normal(PICTURE.batchOf(2), "x");
        Tensor dy = Drawn.normal(Shape.of(2, 3), "dy");
        Pass learning = Pass.evaluation(device).withInputGradient();
        Pass frozen = Pass.evaluation(device).withInputGradient().withoutParameterGradients();
        Pass idle = Pass.evaluation(device).withoutParameterGradients();
        List.of(learning, frozen, idle).forEach(pass -> network.forward(x, pass));
        float[] expected = network.backward(dy, learning).data();
        network.parameters().forEach(parameter -> parameter.gradient().fill(7));

        assertThat(network.backward(dy, frozen).data()).isEqualTo(expected);
        assertThat(network.backward(dy, idle)).isSameAs(Tensor.NONE);
        network.parameters().forEach(parameter -> assertThat(parameter.gradient().data()).containsOnly(7));
    }

    @Test
    void aReluThatIsComputedOnTheWayGivesTheSameBitsAsOneByItself() throws SettingException {
        Spec conv = Conv2d.RECIPE.with(Map.of("out", 3, "padding", 1));
        Network network = Network.build(PICTURE, List.of(conv, relu(), flatten(), linear(40), relu(), linear(3)), new Seed(1));
        try (Device vectors = Device.cpu(2)) {
            for (Device each : List.of(device, vectors)) {
                Tensor x = Drawn.normal(PICTURE.batchOf(5), "x");
                Pass fused = Pass.training(each).withInputGradient();
                Pass apart = Pass.training(each).withInputGradient();

                float[] y = network.forward(x, fused).data();
                Tensor passing = x;
                for (Network.Stage stage : network.stages()) {
                    passing = stage.layer().forward(passing, apart.child(stage.name(), true));
                }
                Tensor dy = Drawn.normal(Shape.of(5, 3), "dy");

                assertThat(y).isEqualTo(passing.data());
                assertThat(network.backward(dy, fused).data()).isEqualTo(network.backward(dy, apart).data());
            }
        }
    }

    private static float[] weight(Network network) {
        return network.parameters().getFirst().value().data();
    }

    private static Spec flatten() {
        return Flatten.RECIPE.standard();
    }

    private static Spec relu() {
        return Relu.RECIPE.standard();
    }

    private static Spec linear(int out) throws SettingException {
        return Linear.RECIPE.with(Map.of("out", out));
    }
}
