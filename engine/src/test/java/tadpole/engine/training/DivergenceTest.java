package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

class DivergenceTest {

    private Network network;

    @BeforeEach
    void build() throws SettingException {
        network = Network.build(Shape.of(1, 2, 2), List.of(Flatten.RECIPE.standard(), TinyExperiment.linear(3),
                Relu.RECIPE.standard(), TinyExperiment.linear(2)), new Seed(1));
    }

    @Test
    void namesTheFirstLayerWhoseNumbersAreGone() {
        parameter(2).value().data()[1] = Float.NaN;
        parameter(2).gradient().data()[0] = 3e20f;
        parameter(2).gradient().data()[1] = 4e20f;
        parameter(0).gradient().fill(1);

        assertThat(Divergence.explain(network, Double.NaN, 17, 0.3)).isEqualTo("The loss became NaN at step 17 with learning rate 0.3."
                + " It broke in layer linear2, whose last gradient had length 5e+20. Try a learning rate of 0.03.");
    }

    @Test
    void whereAllNumbersAreLeftItNamesTheLayerWithTheLargestGradient() {
        parameter(0).gradient().data()[0] = 1234.4f;

        assertThat(Divergence.explain(network, Double.POSITIVE_INFINITY, 2, 1e-4)).isEqualTo(
                "The loss became infinite at step 2 with learning rate 0.0001."
                        + " It broke in layer linear1, whose last gradient had length 1234. Try a learning rate of 1e-05.");
    }

    @Test
    void aLayerWithoutParametersIsNeverToBlame() {
        assertThat(Divergence.explain(network, Double.NaN, 1, 1)).contains("It broke in layer linear1, whose last gradient had length 0.");
    }

    @Test
    void aNetworkWithoutParametersIsToldSo() throws SettingException {
        Network bare = Network.build(Shape.of(4), List.of(Relu.RECIPE.standard()), new Seed(1));

        assertThat(Divergence.explain(bare, Double.NaN, 1, 1)).contains("The network has no parameters.");
    }

    private Parameter parameter(int index) {
        return network.parameters().get(index);
    }
}
