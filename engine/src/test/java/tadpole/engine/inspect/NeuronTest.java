package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tadpole.engine.formula.Address;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Device;

class NeuronTest {

    static final List<Recipe<LayerMaker>> ACTIVATIONS = Layers.ACTIVATIONS;

    private final Device device = Device.plain();
    private final NeuronPlan plan = NeuronPlan.standard();

    private NeuronPlan with(Recipe<LayerMaker> activation, double bias) {
        return new NeuronPlan("n", "", plan.inputs(), plan.weights(), bias, activation.standard(), plan.stack());
    }

    @ParameterizedTest
    @FieldSource("ACTIVATIONS")
    void slopesAreThoseOfTheValues(Recipe<LayerMaker> activation) throws Exception {
        double h = 1e-2;
        double[] places = {-2.5, -0.7, 0.4, 1.9};
        for (double x : places) {
            ActivationGraph graph = ActivationGraph.at(activation.standard(), new double[] {x - h, x, x + h}, device);
            assertThat(graph.slope()[1]).isCloseTo((graph.value()[2] - graph.value()[0]) / (2 * h), within(1e-4));
        }
    }

    @ParameterizedTest
    @FieldSource("ACTIVATIONS")
    void sumAndOutputTellTheirArithmetic(Recipe<LayerMaker> activation) {
        for (double bias : new double[] {0.1, -2.2}) {
            Neuron neuron = Neuron.of(with(activation, bias), device);

            Arithmetic sum = neuron.explain(Neuron.SUM);
            Arithmetic output = neuron.explain(Neuron.OUTPUT);

            assertThat(neuron.z()).isCloseTo(0.8 - 0.2 + bias, within(1e-6));
            assertThat(sum.recomputed()).isCloseTo(neuron.z(), within(1e-6));
            assertThat(output.recomputed()).isCloseTo(neuron.a(), within(1e-6));
            assertThat(output.sources()).containsExactly(Neuron.SUM);
            for (Address source : sum.sources()) {
                assertThat(neuron.explain(source).isGiven()).isTrue();
            }
        }
    }

    @Test
    void tanhIsTwiceTheSigmoidOfTwiceMinusOne() {
        TanhIdentity identity = TanhIdentity.over(-4, 4, 161, device);

        assertThat(identity.greatestDifference()).isLessThan(5e-7);
        for (int i : new int[] {0, 40, 80, 100, 160}) {
            assertThat(identity.explain(TanhIdentity.left(i)).recomputed()).isCloseTo(identity.tanh()[i], within(1e-6));
            assertThat(identity.explain(TanhIdentity.rightAt(i)).recomputed()).isCloseTo(identity.right(i), within(1e-6));
            assertThat(identity.explain(TanhIdentity.sigmoidAt(i)).recomputed()).isCloseTo(identity.sigmoid()[i], within(1e-6));
        }
    }

    @Test
    void twoLinearLayersAreOne() {
        Collapse collapse = Collapse.of(plan.stack(), plan.activation(), device);

        assertThat(collapse.weight()).containsExactly(0.5 + 1 + 0.75, -1 + 0.125 - 1.5, -0.25 + 4 - 0.1875, 0.5 + 0.5 + 0.375);
        assertThat(collapse.greatestDifference()).isLessThan(1e-6);
        for (int k = 0; k < 2; k++) {
            assertThat(collapse.explain(new Address.Activation(2, 0, k)).recomputed()).isCloseTo(collapse.flat()[k], within(1e-6));
            assertThat(collapse.explain(new Address.Activation(3, 0, k)).recomputed()).isCloseTo(collapse.flat()[k], within(1e-6));
            assertThat(collapse.explain(new Address.Weight("b", k)).recomputed()).isCloseTo(collapse.bias().get(k), within(1e-12));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(collapse.explain(new Address.Weight("W", i)).recomputed()).isCloseTo(collapse.weight().get(i), within(1e-12));
        }
    }

    @Test
    void withAnActivationBetweenThemTheyAreNot() {
        Collapse collapse = Collapse.of(plan.stack().withBetween(true), plan.activation(), device);

        assertThat(collapse.greatestDifference()).isGreaterThan(0.1);
        assertThat(collapse.explain(new Address.Activation(1, 0, 0)).recomputed()).isCloseTo(Math.tanh(collapse.hidden()[0]), within(1e-6));
    }
}
