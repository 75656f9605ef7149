package tadpole.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

class TiedWeightsTest {

    private static final int WORDS = 7;
    private static final float STEP = 0.01f;

    private final Tensor inputs = Tensor.of(Shape.of(2, 3), 0, 3, 6, 3, 1, 2);
    private final Target targets = new Target.Classes(new int[] {3, 6, 5, 1, 2, 0}, 6);
    private final Device device = Device.plain();

    private Network network() throws SettingException {
        Vocabulary vocabulary = new Vocabulary(Level.WORD, List.of("a", "b", "c", "d", "e", "f", "g"));
        return LanguageModel.make("tied", vocabulary,
                LanguagePlan.RECIPE.settings(Map.of("level", "word", "embedding", 5, "hidden", 5, "layers", 1, "tied", true, "startWithin", 0.9))).network();
    }

    private double loss(Network network) {
        Pass pass = Pass.training(device);
        return new CrossEntropy().forward(network.forward(inputs, pass).as(Shape.of(6, WORDS)), targets, Pass.training(device));
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() throws SettingException {
        Network network = network();
        Pass pass = Pass.training(device);
        Pass judging = Pass.training(device);
        CrossEntropy loss = new CrossEntropy();

        Tensor scores = network.forward(inputs, pass).as(Shape.of(6, WORDS));
        loss.forward(scores, targets, judging);
        network.clearGradients();
        network.backward(loss.backward(scores, targets, judging).as(Shape.of(2, 3, WORDS)), pass);

        for (Parameter parameter : network.parameters()) {
            float[] value = parameter.value().data();
            for (int i = 0; i < parameter.size(); i++) {
                float kept = value[i];
                value[i] = kept + STEP;
                double more = loss(network);
                value[i] = kept - STEP;
                double less = loss(network);
                value[i] = kept;
                assertEquals((more - less) / (2 * STEP), parameter.gradient().data()[i], 3e-4, parameter.name() + "[" + i + "]");
            }
        }
    }

    @Test
    void theSharedWeightsAreListedOnce() throws SettingException {
        assertEquals(List.of("embedding1.weight", "lstm1.weight_ih_l0", "lstm1.weight_hh_l0", "lstm1.bias_ih_l0", "lstm1.bias_hh_l0", "tiedLinear1.bias"),
                network().parameters().stream().map(Parameter::name).toList());
    }

    @Test
    void refusesToTieToWhatIsNoEmbedding() throws SettingException {
        Network network = network();

        assertThrows(IllegalArgumentException.class, () -> network.tiedTo("lstm1"));
        assertThrows(ShapeException.class, () -> network.tiedTo("embedding1"));
    }
}
