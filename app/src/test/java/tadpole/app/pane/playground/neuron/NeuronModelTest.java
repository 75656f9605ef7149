package tadpole.app.pane.playground.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tadpole.engine.inspect.NeuronPlan;
import tadpole.engine.layer.Relu;

class NeuronModelTest {

    private final NeuronModel model = new NeuronModel();

    @Test
    void whatASliderGivesMovesTheNeuron() {
        model.input(0, 2);
        model.weight(1, -1);
        model.bias(0.5);

        assertThat(model.shown().neuron().z()).isCloseTo(2 * 0.8 + 0.5 + 0.5, within(1e-6));
        assertThat(model.shown().neuron().a()).isCloseTo(Math.tanh(2.6), within(1e-6));
    }

    @Test
    void anotherActivationActsOnNeuronGraphAndLayers() {
        model.between(true);
        double before = model.shown().collapse().greatestDifference();

        model.activation().pick(Relu.RECIPE);

        assertThat(model.shown().graph().value()[0]).isZero();
        assertThat(model.shown().graph().activation().type()).isEqualTo("relu");
        assertThat(model.shown().collapse().greatestDifference()).isNotEqualTo(before);
    }

    @Test
    void theSigmoidBecomesTanhInThreeSteps() {
        int far = NeuronModel.TABLE[5];
        double tanh = Math.tanh(2);

        assertThat(model.bent(0, far)).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-6));
        assertThat(model.bent(2, far)).isCloseTo(1 + tanh, within(1e-6));
        assertThat(model.bent(3, far)).isCloseTo(tanh, within(1e-6));
    }

    @Test
    void aPlanThatIsOpenedIsTheOneThatIsSaved() {
        model.input(0, -3);
        model.between(true);
        model.activation().pick(Relu.RECIPE);
        NeuronPlan saved = model.plan();

        NeuronModel other = new NeuronModel();
        other.open(saved);

        assertThat(other.plan()).isEqualTo(saved);
        assertThat(other.shown().neuron()).isEqualTo(model.shown().neuron());
    }
}
