package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

class CacheTuningTest {

    private static final double[] THETAS = {0, 0.5, 3, 60};
    private static final double[] LAMBDAS = {0, 0.1, 0.6};
    private static final int HIDDEN = 5;
    private static final int VOCABULARY = 7;

    /** States, tokens and what a network might have thought of them. */
    private record Text(float[][] states, int[] ids, double[] known) {

        static Text of(int length, double size) {
            SplittableRandom random = new SplittableRandom(12);
            float[][] states = new float[length][HIDDEN];
            double[] known = new double[length];
            for (int place = 0; place < length; place++) {
                for (int unit = 0; unit < HIDDEN; unit++) {
                    states[place][unit] = (float) (random.nextDouble(-1, 1) * size);
                }
                known[place] = -random.nextDouble(0.1, 6);
            }
            return new Text(states, random.ints(length + 1, 0, VOCABULARY).toArray(), known);
        }

        /** The mean of -ln p with one cache, by the formula. */
        double nats(double theta, double lambda, int window, boolean full) {
            double sum = 0;
            for (int place = 0; place < known.length; place++) {
                double[] cache = PlainPointer.probabilities(states, ids, place, theta, window, full, VOCABULARY);
                sum -= cache == null ? known[place] : Math.log((1 - lambda) * Math.exp(known[place]) + lambda * cache[ids[place + 1]]);
            }
            return sum / known.length;
        }

        CacheGrid tried(CacheAxes axes, int most, Device device) {
            CacheTrial trial = new CacheTrial(axes, HIDDEN, most, device);
            for (int from = 0; from < known.length; from += most) {
                int count = Math.min(most, known.length - from);
                float[] given = new float[most * HIDDEN];
                for (int i = 0; i < count; i++) {
                    System.arraycopy(states[from + i], 0, given, i * HIDDEN, HIDDEN);
                }
                trial.read(count, given, Arrays.copyOfRange(ids, from + 1, from + 1 + count), Arrays.copyOfRange(known, from, from + count));
            }
            return trial.grid();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 1", "false, 1, 9", "true, 1, 9", "false, 3, 64", "true, 1, 400", "false, 40, 16"})
    void everyCacheOfTheGridIsTheFormula(boolean full, double size, int most) {
        Text text = Text.of(150, size);
        int[] windows = {1, 7, 40, 149, 150, 300};

        CacheGrid grid = text.tried(new CacheAxes(THETAS, LAMBDAS, windows, full), most, Device.plain());

        assertThat(grid.tokens()).isEqualTo(150);
        assertThat(grid.plain()).isCloseTo(-Arrays.stream(text.known()).average().orElseThrow(), within(1e-12));
        for (int window = 0; window < windows.length; window++) {
            for (int theta = 0; theta < THETAS.length; theta++) {
                for (int lambda = 0; lambda < LAMBDAS.length; lambda++) {
                    assertThat(grid.nats()[window][theta][lambda])
                            .isCloseTo(text.nats(THETAS[theta], LAMBDAS[lambda], windows[window], full), within(1e-5 * Math.max(1, size)));
                }
                assertThat(grid.nats()[window][theta][0]).isEqualTo(grid.plain());
            }
        }
    }

    @Test
    void bitsDoNotDependOnThreads() {
        Text text = Text.of(200, 1);
        CacheAxes axes = CacheAxes.coarse(false, 10, 100);

        try (Device one = Device.cpu(1); Device three = Device.cpu(3)) {
            assertThat(text.tried(axes, 32, one).nats()).isDeepEqualTo(text.tried(axes, 32, three).nats());
        }
    }

    @Test
    void tunesAModelAsReadingWithEachCacheWould() throws SettingException {
        LanguageModel model = LanguageModel.make("tiny", TinyReadings.LETTERS, LanguagePlan.RECIPE.settings(Map.of("hidden", 6, "layers", 1, "startWithin", 1.0)));
        String text = TinyReadings.letters(40).repeat(8);
        List<CacheGrid> heard = new ArrayList<>();

        JobOutcome<TunedCache> outcome = new CacheTuning(model, model.tokenizer().encode(text), CacheAxes.coarse(false, 30, 100), Device.plain(), heard::add)
                .run(JobControl.UNWATCHED);

        TunedCache tuned = ((JobOutcome.Finished<TunedCache>) outcome).result();
        assertThat(tuned.finer()).isPresent();
        assertThat(tuned.best().nats()).isLessThanOrEqualTo(tuned.coarse().best().nats()).isLessThan(tuned.coarse().plain());
        assertThat(tuned.best().window()).isEqualTo(100);
        Perplexity read = TinyReadings.read(new Reading(model, Optional.of(tuned.settings()), Device.plain()), text).perplexity();
        assertThat(read.withCache()).isCloseTo(tuned.best().nats(), within(1e-5));
        assertThat(read.nats()).isCloseTo(tuned.coarse().plain(), within(1e-5));
        assertThat(heard.getLast().tokens()).isEqualTo(319);
        assertThat(heard).hasSize(6);
    }

    @Test
    void refinesBetweenTheNeighborsOfTheBest() {
        CacheAxes axes = new CacheAxes(new double[] {0, 1, 2}, new double[] {0, 0.5}, new int[] {5, 10}, true);
        double[][][] nats = {{{3, 3}, {3, 3}, {3, 3}}, {{3, 3}, {3, 2}, {3, 3}}};

        CacheAxes around = CacheAxes.around(new CacheGrid(axes, nats, 3, 9));

        assertThat(around.thetas()).containsExactly(0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2);
        assertThat(around.lambdas()).startsWith(0, 0.125).endsWith(1).contains(0.5);
        assertThat(around.windows()).containsExactly(10);
        assertThat(around.full()).isTrue();
    }

    @Test
    void refusesWhatNoCacheTakes() {
        assertThatThrownBy(() -> new CacheAxes(new double[] {1}, new double[] {1.5}, new int[] {5}, true)).hasMessage("Lambda must lie between 0 and 1, but is one of [1.5].");
        assertThatThrownBy(() -> new CacheAxes(new double[] {1}, new double[] {1}, new int[] {5, 5}, true)).hasMessage("Windows must ascend from 1 on up to 100000, but are [5, 5].");
        assertThatThrownBy(() -> new CacheAxes(new double[0], new double[] {1}, new int[] {5}, true)).hasMessage("Tuning takes at least one theta, lambda and window.");
    }

    @Test
    void failsWithASentenceWhereThereIsNothingToPredict() throws SettingException {
        LanguageModel model = LanguageModel.make("tiny", TinyReadings.LETTERS, LanguagePlan.RECIPE.settings(Map.of("hidden", 6)));

        JobOutcome<TunedCache> outcome = new CacheTuning(model, new int[] {1}, CacheAxes.coarse(false, 30), Device.plain(), _ -> { }).run(JobControl.UNWATCHED);

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Failed.class,
                failed -> assertThat(failed.message()).isEqualTo("The text has 1 tokens, but tuning takes at least 2: open a longer text."));
    }
}
