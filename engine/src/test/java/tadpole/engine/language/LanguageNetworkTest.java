package tadpole.engine.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Parameter;

class LanguageNetworkTest {

    private static Network network(Map<String, Object> plan) throws SettingException {
        return LanguageNetwork.build(LanguagePlan.RECIPE.settings(plan), 9);
    }

    private static float[] values(Network network, String parameter) {
        Parameter found = network.parameters().stream().filter(each -> each.name().equals(parameter)).findFirst().orElseThrow();
        return Arrays.copyOf(found.value().data(), found.size());
    }

    @Test
    void startsAsCharRnnWithAForgetBiasOfOne() throws SettingException {
        Network network = network(Map.of("hidden", 4, "layers", 2));

        float[] bias = values(network, "lstm2.bias_ih_l0");
        assertArrayEquals(new float[] {1, 1, 1, 1}, Arrays.copyOfRange(bias, 4, 8));
        for (Parameter parameter : network.parameters()) {
            float[] value = values(network, parameter.name());
            for (int i = 0; i < value.length; i++) {
                assertTrue(Math.abs(value[i]) <= 0.08f || parameter.name().endsWith("bias_ih_l0") && i / 4 == 1, parameter.name());
            }
        }
    }

    @Test
    void leavesTheIdentityOfAnRnn() throws SettingException {
        Network network = network(Map.of("cell", "rnn", "recurrentStart", "identity", "hidden", 3, "layers", 1));

        assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, values(network, "rnn1.weight_hh_l0"));
        assertArrayEquals(new float[3], values(network, "rnn1.bias_hh_l0"));
    }

    @Test
    void leavesEachLayersOwnStartWhereNoBoundIsGiven() throws SettingException {
        float[] embedding = values(network(Map.of("embedding", 60, "hidden", 3, "startWithin", 0.0)), "embedding1.weight");

        assertTrue(embedding[0] != 0 && Arrays.compare(embedding, new float[embedding.length]) != 0);
        double squares = 0;
        for (float each : embedding) {
            squares += each * each;
        }
        assertEquals(1, Math.sqrt(squares / embedding.length), 0.15);
    }

    @Test
    void putsDropoutBehindTheEmbeddingAndEachLayer() throws SettingException {
        List<String> names = network(Map.of("embedding", 6, "hidden", 6, "layers", 2, "dropout", 0.1, "lockedDropout", 0.2, "weightDropout", 0.3, "tied", true, "cell", "gru"))
                .stages().stream().map(Network.Stage::name).toList();

        assertEquals(List.of("embedding1", "dropout1", "lockedDropout1", "gru1", "dropout2", "lockedDropout2", "gru2", "dropout3", "lockedDropout3", "tiedLinear1"), names);
    }
}
