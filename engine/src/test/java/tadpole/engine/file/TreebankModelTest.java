package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguageStream;
import tadpole.engine.language.PointerCache;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * The trained LSTM for the Penn Treebank, imported, gives the perplexities that are published with it. Their convention: states zero
 * before the first word, which is read and not predicted; every line end is read and predicted as &lt;eos&gt;; the first prediction,
 * before which the cache is empty, is the network's alone; the mean is over all predictions.
 */
class TreebankModelTest {

    private static final int CHUNK = 500;

    private static LanguageModel model() throws FileException {
        return LanguageImport.open(SharedData.file("weights/ptb-lstm/ptb-lstm.npz"));
    }

    private static int[] text(LanguageModel model, String part) throws Exception {
        return model.tokenizer().encode(Files.readString(SharedData.file("text/ptb/ptb." + part + ".txt")));
    }

    @ParameterizedTest
    @CsvSource({"valid, 73760, 140.09, 118.80, 119.06, 120.34", "test, 82430, 135.84, 115.82, 117.46, 117.56"})
    void givesThePerplexitiesPublishedWithIt(String part, int words, double plain, double cache, double gentle, double wide) throws Exception {
        LanguageModel model = model();
        int[] ids = text(model, part);
        assertThat(ids).hasSize(words);
        PointerCache[] caches = {cache(1, 0.1, 500), cache(0.3, 0.1, 500), cache(1, 0.2, 2000)};
        double[] nats = new double[1 + caches.length];

        try (Device device = Device.cpu()) {
            Pass pass = Pass.evaluation(device);
            pass.carryStates(true);
            for (int from = 0; from < ids.length - 1; from += CHUNK) {
                int count = Math.min(CHUNK, ids.length - 1 - from);
                float[] words32 = new float[count];
                for (int i = 0; i < count; i++) {
                    words32[i] = ids[from + i];
                }
                Tensor logits = model.network().forward(Tensor.of(Shape.of(1, count), words32), pass);
                float[] states = model.network().output("lstm1", pass).data();
                for (int i = 0; i < count; i++) {
                    addSurprise(nats, caches, probability(logits.data(), i, ids[from + i + 1]), Arrays.copyOfRange(states, i * 100, i * 100 + 100), ids[from + i + 1]);
                }
            }
        }

        double[] expected = {plain, cache, gentle, wide};
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.exp(nats[i] / (ids.length - 1))).as("%s %d", part, i).isCloseTo(expected[i], Percentage.withPercentage(0.01));
        }
    }

    private static void addSurprise(double[] nats, PointerCache[] caches, double probability, float[] state, int next) {
        nats[0] -= Math.log(probability);
        for (int i = 0; i < caches.length; i++) {
            boolean acts = caches[i].attend(state);
            double mixed = acts ? (1 - caches[i].lambda()) * probability + caches[i].lambda() * caches[i].probability(next) : probability;
            nats[i + 1] -= Math.log(mixed);
            caches[i].add(state, next);
        }
    }

    private static PointerCache cache(double theta, double lambda, int window) throws Exception {
        return new PointerCache(PointerCache.RECIPE.settings(Map.of("theta", theta, "lambda", lambda, "window", window)), 100, 10_000);
    }

    private static double probability(float[] logits, int place, int id) {
        int first = place * 10_000;
        float most = logits[first];
        for (int i = 1; i < 10_000; i++) {
            most = Math.max(most, logits[first + i]);
        }
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += Math.exp(logits[first + i] - most);
        }
        return Math.exp(logits[first + id] - most) / sum;
    }

    /** The lines of the formulas in doubles, straight from the archive, in its own layout. */
    @Test
    void readsAsItsFormulasSay() throws Exception {
        LanguageModel model = model();
        int[] ids = text(model, "valid");
        Path weights = SharedData.file("weights/ptb-lstm/ptb-lstm.npz");

        try (TensorSource source = TensorSources.open(weights); Device device = Device.cpu()) {
            float[] embedding = source.read("embedding").data();
            float[] inputWeight = source.read("input_weight").data();
            float[] hiddenWeight = source.read("hidden_weight").data();
            float[] bias = source.read("gate_bias").data();
            LanguageStream stream = model.stream(device);
            double[] h = new double[100];
            double[] c = new double[100];
            for (int t = 0; t < 300; t++) {
                double[] gates = new double[400];
                for (int j = 0; j < 400; j++) {
                    gates[j] = bias[j];
                    for (int i = 0; i < 100; i++) {
                        gates[j] += embedding[ids[t] * 100 + i] * inputWeight[i * 400 + j] + h[i] * hiddenWeight[i * 400 + j];
                    }
                }
                for (int j = 0; j < 100; j++) {
                    c[j] = sigmoid(gates[j]) * c[j] + sigmoid(gates[200 + j]) * Math.tanh(gates[100 + j]);
                    h[j] = sigmoid(gates[300 + j]) * Math.tanh(c[j]);
                }
                stream.read(ids[t]);
                for (int j = 0; j < 100; j++) {
                    assertThat((double) stream.hidden()[j]).isCloseTo(h[j], within(1e-5));
                }
            }
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
