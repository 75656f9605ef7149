package tadpole.engine.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tadpole.engine.proof.Agreement.assertAgrees;
import static tadpole.engine.proof.Agreement.assertMatches;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Tanh;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Target;
import tadpole.engine.proof.Drawn;
import tadpole.engine.proof.FiniteDifferences;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class TwinNetworkTest {

    private static final Shape PICTURE = Shape.of(1, 3, 4);
    private static final Seed STEP = new Seed(9);

    private final Tensor x = Drawn.normal(PICTURE.batchOf(5), "x");
    private final Target target = new Target.Classes(Drawn.labels(5, 3, "labels"), 5);
    private Network network;
    private TwinNetwork twin;

    @BeforeEach
    void build() throws SettingException {
        network = Network.build(PICTURE, List.of(
                Flatten.RECIPE.standard(),
                Linear.RECIPE.with(Map.of("out", 6)),
                Tanh.RECIPE.standard(),
                Dropout.RECIPE.standard(),
                Linear.RECIPE.with(Map.of("out", 3, "bias", false))), new Seed(1));
        twin = TwinNetwork.of(network, CrossEntropy.RECIPE.standard());
    }

    @Test
    void agreesWithTheNetworkInFloat() {
        Loss loss = CrossEntropy.RECIPE.maker().make(CrossEntropy.RECIPE.standard().settings());
        Pass pass = Pass.training(Device.plain()).withInputGradient();
        Pass judging = Pass.training(Device.plain());
        pass.begin(STEP);
        Tensor outputs = network.forward(x, pass);
        double mean = loss.forward(outputs, target, judging);
        Tensor dx = network.backward(loss.backward(outputs, target, judging), pass);

        Conditions conditions = Conditions.training(network, STEP);
        Gradients gradients = twin.gradients(DoubleTensor.of(x), target, conditions);

        assertThat(mean).isCloseTo(twin.loss(DoubleTensor.of(x), target, conditions), within(1e-6));
        assertAgrees("outputs", outputs, twin.forward(DoubleTensor.of(x), conditions));
        assertAgrees("input gradient", dx, gradients.input());
        List<Parameter> parameters = network.parameters();
        assertThat(gradients.parameters()).hasSameSizeAs(parameters);
        for (int i = 0; i < parameters.size(); i++) {
            assertAgrees(parameters.get(i).name(), parameters.get(i).gradient(), gradients.parameters().get(i));
        }
    }

    @Test
    void agreesWithFiniteDifferences() {
        DoubleTensor wide = DoubleTensor.of(x);
        Conditions conditions = Conditions.training(network, STEP);

        Gradients gradients = twin.gradients(wide, target, conditions);

        assertMatches("input", gradients.input(), FiniteDifferences.of(() -> twin.loss(wide, target, conditions), wide));
        for (int i = 0; i < conditions.parameters().size(); i++) {
            assertMatches(network.parameters().get(i).name(), gradients.parameters().get(i),
                    FiniteDifferences.of(() -> twin.loss(wide, target, conditions), conditions.parameters().get(i)));
        }
    }

    @Test
    void showsWhatPassesBetweenTheLayers() {
        List<DoubleTensor> passing = twin.passing(DoubleTensor.of(x), Conditions.evaluation(network));

        assertThat(passing).extracting(DoubleTensor::shape).containsExactly(
                Shape.of(5, 1, 3, 4), Shape.of(5, 12), Shape.of(5, 6), Shape.of(5, 6), Shape.of(5, 6), Shape.of(5, 3));
    }

    @Test
    void movingAValueLeavesTheNetworkAsItIs() {
        Conditions conditions = Conditions.evaluation(network);

        conditions.parameters().getFirst().set(0, 1000);

        assertThat(network.parameters().getFirst().value().data()[0]).isLessThan(1);
    }
}
