package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.language.NextToken.Candidate;
import tadpole.engine.recipe.Settings;

class ReadingTest {

    private final TinyReadings tiny = new TinyReadings();

    private static Reading read(TinyReadings tiny, String text, Optional<Settings> cache) {
        return TinyReadings.read(tiny.empty(cache), text);
    }

    /** p_vocabulary of every token after the first so many ids, in double precision. */
    private static double[] plain(int[] ids, int count) {
        TinyStream stream = new TinyStream(TinyReadings.LETTERS.size(), TinyReadings.HIDDEN);
        for (int place = 0; place < count; place++) {
            stream.read(ids[place]);
        }
        double[] probabilities = new double[stream.logits().length];
        double sum = 0;
        for (int id = 0; id < probabilities.length; id++) {
            probabilities[id] = Math.exp(stream.logits()[id]);
            sum += probabilities[id];
        }
        for (int id = 0; id < probabilities.length; id++) {
            probabilities[id] /= sum;
        }
        return probabilities;
    }

    private static float[][] states(int[] ids) {
        TinyStream stream = new TinyStream(TinyReadings.LETTERS.size(), TinyReadings.HIDDEN);
        float[][] states = new float[ids.length][];
        for (int place = 0; place < ids.length; place++) {
            stream.read(ids[place]);
            states[place] = stream.hidden().clone();
        }
        return states;
    }

    private int[] ids(String text) {
        return tiny.empty(Optional.empty()).tokenizer().encode(text);
    }

    @Test
    void surpriseIsBitsOfTheNetworkAlone() {
        String text = TinyReadings.letters(60);

        ReadText read = read(tiny, text, Optional.empty()).read();

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.pieces()).hasSize(60);
        assertThat(read.surprise()[0]).isNaN();
        assertThat(read.cached()).containsOnly(Double.NaN);
        assertThat(read.share()).containsOnly(Double.NaN);
        for (int place = 1; place < 60; place++) {
            double wanted = -Math.log(plain(ids(text), place)[ids(text)[place]]) / Math.log(2);
            assertThat(read.surprise()[place]).isCloseTo(wanted, within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3, 10, first", "0.5, 0.1, 10, full", "2, 1, 500, first", "1, 0, 10, first"})
    void theCacheIsMixedInAsTheFormulaSays(double theta, double lambda, int window, String begins) {
        String text = TinyReadings.letters(80);
        int[] ids = ids(text);
        float[][] states = states(ids);

        ReadText read = read(tiny, text, Optional.of(TinyReadings.cache(theta, lambda, window, begins))).read();

        for (int place = 1; place < 80; place++) {
            double vocabulary = plain(ids, place)[ids[place]];
            double[] pointer = PlainPointer.probabilities(states, ids, place - 1, theta, window, begins.equals("full"), TinyReadings.LETTERS.size());
            double part = pointer == null ? 0 : lambda * pointer[ids[place]];
            double mixed = pointer == null ? vocabulary : (1 - lambda) * vocabulary + part;
            if (mixed == 0) {
                assertThat(read.cached()[place]).isInfinite();
                continue;
            }
            assertThat(read.cached()[place]).isCloseTo(-Math.log(mixed) / Math.log(2), within(1e-4));
            assertThat(read.share()[place]).isCloseTo(part / mixed, within(1e-4));
        }
    }

    @Test
    void perplexityWithoutShareOfTheCacheIsThePlainOne() {
        Perplexity perplexity = read(tiny, TinyReadings.letters(200), Optional.of(TinyReadings.cache(1, 0, 50, "first"))).perplexity();

        assertThat(perplexity.tokens()).isEqualTo(199);
        assertThat(perplexity.withCache()).isCloseTo(perplexity.nats(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "15", "16", "17", "99", "100"})
    void tellsWhatIsExpectedAnywhere(int place) {
        String text = TinyReadings.letters(100);
        int[] ids = ids(text);
        float[][] states = states(ids);
        Reading reading = read(tiny, text, Optional.of(TinyReadings.cache(1, 0.25, 20, "first")));

        NextToken next = reading.next(place, 3, 2);

        double[] vocabulary = place == 0 ? plain(new int[] {0}, 1) : plain(ids, place);
        double[] pointer = place == 0 ? null : PlainPointer.probabilities(states, ids, place - 1, 1, 20, false, vocabulary.length);
        double sum = next.rest().probability();
        for (Candidate candidate : next.likeliest()) {
            assertThat(candidate.vocabulary()).isCloseTo(vocabulary[candidate.id()] * (pointer == null ? 1 : 0.75), within(1e-6));
            assertThat(candidate.cache()).isCloseTo(pointer == null ? 0 : 0.25 * pointer[candidate.id()], within(1e-6));
            sum += candidate.probability();
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(next.likeliest()).extracting(Candidate::rank).containsExactly(1, 2, 3);
        assertThat(next.likeliest().get(0).probability()).isGreaterThanOrEqualTo(next.likeliest().get(1).probability());
        assertThat(next.others()).isEqualTo(5);
        assertThat(next.standing().isPresent()).isEqualTo(place < 100);
        if (place > 0 && place < 100) {
            assertThat(next.standing().orElseThrow().id()).isEqualTo(ids[place]);
            double bits = -Math.log(next.standing().orElseThrow().probability()) / Math.log(2);
            assertThat(bits).isCloseTo(reading.read().cached()[place], within(1e-5));
        }
        assertThat(next.pointed()).hasSize(Math.min(2, Math.max(0, place - 1)));
        for (NextToken.Pointed pointed : next.pointed()) {
            assertThat(pointed.id()).isEqualTo(ids[pointed.piece()]);
            assertThat(pointed.piece()).isBetween(1, place - 1);
        }
    }

    @Test
    void refusesAPlaceOutsideOfTheText() {
        Reading reading = read(tiny, "abc", Optional.empty());

        assertThatThrownBy(() -> reading.next(4, 1, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The place must lie between 0 and 3, but is 4.");
    }

    @Test
    void hoveringReadsFewTokensAgain() {
        Reading reading = read(tiny, TinyReadings.letters(3000), Optional.of(TinyReadings.cache(1, 0.25, 500, "first")));
        int before = tiny.reads();

        reading.next(2999, 5, 5);

        assertThat(tiny.reads() - before).isLessThanOrEqualTo(16);
    }

    @Test
    void tellsTheSameOfALongTextWhoseMindsWereThinned() {
        int length = 70_000;
        Reading reading = read(tiny, TinyReadings.letters(length), Optional.of(TinyReadings.cache(1, 0.25, 10, "first")));
        ReadText read = reading.read(length - 40);
        int before = tiny.reads();

        for (int place = length - 40; place < length; place++) {
            double probability = reading.next(place, 1, 0).standing().orElseThrow().probability();
            assertThat(-Math.log(probability) / Math.log(2)).isCloseTo(read.cached()[place - length + 40], within(1e-5));
        }
        assertThat(tiny.reads() - before).isLessThan(40 * 65);
    }

    @Test
    void readsOnlyWhatChanged() {
        String text = TinyReadings.letters(1000);
        Optional<Settings> cache = Optional.of(TinyReadings.cache(1, 0.25, 30, "first"));
        Reading reading = read(tiny, text, cache);
        String changed = text.substring(0, 990) + (text.charAt(990) == 'a' ? "b" : "a") + text.substring(991) + "fed";
        int before = tiny.reads();

        Reading again = TinyReadings.read(reading, changed);

        assertThat(tiny.reads() - before).isLessThan(40);
        ReadText wanted = read(new TinyReadings(), changed, cache).read();
        TinyReadings.assertSame(again.read(), wanted);
        assertThat(reading.text()).isEqualTo(text);
    }

    @Test
    void keepsWhatLiesBehindTheLastToken() {
        assertThat(read(tiny, "abc??", Optional.empty()).text()).isEqualTo("abc??");
        assertThat(TinyReadings.read(read(tiny, "a?bc??", Optional.empty()), "a?b!c").text()).isEqualTo("a?b!c");
    }

    @Test
    void aStopGivesTheTextSoFar() {
        int[] steps = {0};
        JobControl stopping = new JobControl() {
            @Override
            public boolean proceed() {
                return steps[0]++ < 10;
            }

            @Override
            public void report(Progress progress) {}
        };

        JobOutcome<Reading> outcome = new Reader(tiny.empty(Optional.empty()), TinyReadings.letters(50)).run(stopping);

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class,
                stopped -> assertThat(((Reading) stopped.resultSoFar()).text()).isEqualTo(TinyReadings.letters(10)));
    }

    @Test
    void anEmptyTextHasNoPerplexity() {
        assertThat(read(tiny, "", Optional.empty()).perplexity().nats()).isNaN();
    }
}
