package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class DropoutTest {

    private static final Shape ROW = Shape.of(1000);

    private final Device device = Device.plain();
    private final Tensor x = Drawn.normal(ROW.batchOf(20), "x");

    @Test
    void theSameSeedDropsTheSameNumbers() throws SettingException {
        assertThat(trained(0.5, 3).data()).isEqualTo(trained(0.5, 3).data());
        assertThat(trained(0.5, 3).data()).isNotEqualTo(trained(0.5, 4).data());
    }

    @Test
    void aUsedPassDropsByItsNewSeedOnly() throws SettingException {
        Layer dropout = dropout(0.5);
        Pass pass = Pass.training(device);
        pass.begin(new Seed(1));
        dropout.forward(x, pass);

        pass.begin(new Seed(3));

        assertThat(dropout.forward(x, pass).data()).isEqualTo(trained(0.5, 3).data());
    }

    @Test
    void dropsWithTheProbabilityAskedForAndScalesTheRest() throws SettingException {
        Tensor y = trained(0.2, 5);

        int dropped = 0;
        for (int i = 0; i < y.size(); i++) {
            if (y.data()[i] == 0) {
                dropped++;
            } else {
                assertThat(y.data()[i]).isCloseTo(x.data()[i] / 0.8f, within(1e-5f));
            }
        }
        // Five standard deviations of a count of 20000 at 0.2.
        assertThat(dropped).isCloseTo(4000, within(283));
    }

    @Test
    void keepsTheMeanOfItsInput() throws SettingException {
        Tensor ones = Tensor.zeros(ROW.batchOf(20));
        ones.fill(1);
        Pass pass = Pass.training(device);

        Tensor y = dropout(0.5).forward(ones, pass);

        double sum = 0;
        for (int i = 0; i < y.size(); i++) {
            sum += y.data()[i];
        }
        assertThat(sum / y.size()).isCloseTo(1, within(0.04));
    }

    @Test
    void evaluationPassesEverythingThrough() throws SettingException {
        Layer dropout = dropout(0.99);
        Pass pass = Pass.evaluation(device).withInputGradient();

        assertThat(dropout.forward(x, pass).data()).isEqualTo(x.data());
        assertThat(dropout.backward(x, pass).data()).isEqualTo(x.data());
    }

    @Test
    void twoDropoutsOfANetworkDropDifferentNumbers() throws SettingException {
        Tensor ones = Tensor.zeros(ROW.batchOf(1));
        ones.fill(1);
        Network twice = Network.build(ROW, List.of(Dropout.RECIPE.standard(), Dropout.RECIPE.standard()), new Seed(1));

        Tensor y = twice.forward(ones, Pass.training(device));

        int kept = 0;
        for (int i = 0; i < y.size(); i++) {
            kept += y.data()[i] == 0 ? 0 : 1;
        }
        assertThat(kept).isCloseTo(250, within(70));
    }

    private Tensor trained(double p, long seed) throws SettingException {
        Pass pass = Pass.training(device);
        pass.begin(new Seed(seed));
        return dropout(p).forward(x, pass).copy();
    }

    private static Layer dropout(double p) throws SettingException {
        return Dropout.RECIPE.maker().make("dropout1", Dropout.RECIPE.settings(Map.of("p", p)), ROW, new Seed(1));
    }
}
