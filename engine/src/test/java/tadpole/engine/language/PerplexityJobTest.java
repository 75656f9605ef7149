package tadpole.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

class PerplexityJobTest {

    private static final int WORDS = 5;

    private final Device device = Device.cpu(2);
    private final int[] ids = new Seed(3).generator().ints(700, 0, WORDS).toArray();

    private static LanguageModel model(String cell) throws SettingException {
        return LanguageModel.make("five", new Vocabulary(Level.WORD, List.of("a", "b", "c", "d", "e")), LanguagePlan.RECIPE.settings(
                Map.of("level", "word", "hidden", 6, "embedding", 6, "layers", 2, "tied", true, "dropout", 0.5, "startWithin", 0.7, "cell", cell)));
    }

    private Perplexity measured(LanguageModel model, Optional<Settings> cache) {
        return assertInstanceOf(JobOutcome.Finished.class, new PerplexityJob(model, ids, cache, device).run(JobControl.UNWATCHED)).result()
                instanceof Perplexity perplexity ? perplexity : null;
    }

    @ParameterizedTest
    @CsvSource({"lstm", "gru"})
    void isThatOfAStreamThatReadsTokenByToken(String cell) throws SettingException {
        LanguageModel model = model(cell);
        LanguageStream stream = model.stream(device);
        double sum = 0;
        for (int i = 0; i + 1 < ids.length; i++) {
            stream.read(ids[i]);
            sum += Thoughts.logSum(stream.logits()) - stream.logits()[ids[i + 1]];
        }

        Perplexity measured = measured(model, Optional.empty());

        assertEquals(sum / 699, measured.nats(), 1e-5);
        assertEquals(699, measured.tokens());
        assertTrue(Double.isNaN(measured.withCache()));
    }

    @ParameterizedTest
    @CsvSource({"first, 40", "full, 40", "first, 2000", "full, 2000"})
    void mixesTheCacheAsItsFormulaSays(String begins, int window) throws SettingException {
        LanguageModel model = model("lstm");
        LanguageStream stream = model.stream(device);
        double theta = 0.8;
        double lambda = 0.3;
        float[][] states = new float[ids.length][];
        double sum = 0;
        for (int i = 0; i + 1 < ids.length; i++) {
            stream.read(ids[i]);
            states[i] = stream.hidden().clone();
            double vocabulary = Math.exp(stream.logits()[ids[i + 1]] - Thoughts.logSum(stream.logits()));
            int remembered = Math.min(i, window);
            boolean acts = remembered >= (begins.equals("full") ? window : 1);
            double right = 0;
            double all = 0;
            for (int j = i - remembered; j < i; j++) {
                double weight = 0;
                for (int k = 0; k < states[i].length; k++) {
                    weight += states[i][k] * states[j][k];
                }
                all += Math.exp(theta * weight);
                right += ids[j + 1] == ids[i + 1] ? Math.exp(theta * weight) : 0;
            }
            sum -= Math.log(acts ? (1 - lambda) * vocabulary + lambda * right / all : vocabulary);
        }

        Perplexity measured = measured(model, Optional.of(PointerCache.RECIPE.settings(
                Map.of("theta", theta, "lambda", lambda, "window", window, "begins", begins))));

        assertEquals(sum / 699, measured.withCache(), 1e-5);
    }

    @Test
    void givesTheMeanOfWhatWasReadWhenItIsStopped() throws SettingException {
        JobOutcome<Perplexity> outcome = new PerplexityJob(model("lstm"), ids, Optional.empty(), device).run(new JobControl() {
            private int asked;

            @Override
            public boolean proceed() {
                return asked++ < 2;
            }

            @Override
            public void report(Progress progress) {}
        });

        assertEquals(256, assertInstanceOf(JobOutcome.Stopped.class, outcome).resultSoFar() instanceof Perplexity sofar ? sofar.tokens() : 0);
    }

    @Test
    void refusesATextOfOneToken() throws SettingException {
        LanguageModel model = model("lstm");

        String said = assertThrows(IllegalArgumentException.class, () -> new PerplexityJob(model, new int[] {1}, Optional.empty(), device)).getMessage();

        assertEquals("A perplexity needs a text of at least two words, but it has 1.", said);
    }
}
