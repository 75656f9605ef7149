package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.Settings;

/** Texts of a few letters that a {@link TinyStream} reads. */
final class TinyReadings {

    static final int HIDDEN = 6;
    static final Vocabulary LETTERS = new Vocabulary(Level.CHARACTER, List.of("\n", " ", "a", "b", "c", "d", "e", "f"));

    /** How many streams were made, and by them how often a token was read. */
    final List<TinyStream> streams = new ArrayList<>();

    static Settings cache(double theta, double lambda, int window, String begins) {
        return TestSettings.of(PointerCache.RECIPE, Map.of("theta", theta, "lambda", lambda, "window", window, "begins", begins));
    }

    static Settings sampling(Map<String, Object> changes) {
        return TestSettings.of(Sampling.RECIPE, changes);
    }

    static String letters(int length) {
        StringBuilder text = new StringBuilder();
        SplittableRandom random = new SplittableRandom(8);
        for (int place = 0; place < length; place++) {
            text.append(LETTERS.token(random.nextInt(LETTERS.size())));
        }
        return text.toString();
    }

    static Reading read(Reading known, String text) {
        if (new Reader(known, text).run(JobControl.UNWATCHED) instanceof JobOutcome.Finished<Reading>(Reading reading)) {
            return reading;
        }
        throw new AssertionError("The reader did not finish.");
    }

    /** To the bit. */
    static void assertSame(ReadText actual, ReadText wanted) {
        assertThat(actual.text()).isEqualTo(wanted.text());
        assertThat(actual.pieces()).isEqualTo(wanted.pieces());
        assertThat(Arrays.equals(actual.surprise(), wanted.surprise())).isTrue();
        assertThat(Arrays.equals(actual.cached(), wanted.cached())).isTrue();
        assertThat(Arrays.equals(actual.share(), wanted.share())).isTrue();
    }

    Reading empty(Optional<Settings> cache) {
        return new Reading(this::stream, new Letters(), cache);
    }

    private TokenStream stream() {
        TinyStream stream = new TinyStream(LETTERS.size(), HIDDEN);
        streams.add(stream);
        return stream;
    }

    int reads() {
        return streams.stream().mapToInt(stream -> stream.reads).sum();
    }

    private record Letters() implements Tokenizer {

        @Override
        public Vocabulary vocabulary() {
            return LETTERS;
        }

        @Override
        public List<Piece> pieces(CharSequence text) {
            List<Piece> pieces = new ArrayList<>();
            for (int place = 0; place < text.length(); place++) {
                int from = place;
                LETTERS.id(text.subSequence(place, place + 1).toString()).ifPresent(id -> pieces.add(new Piece(id, from, from + 1)));
            }
            return pieces;
        }

        @Override
        public int[] encode(CharSequence text) {
            return pieces(text).stream().mapToInt(Piece::id).toArray();
        }

        @Override
        public String written(CharSequence before, int id) {
            return LETTERS.token(id);
        }
    }
}
