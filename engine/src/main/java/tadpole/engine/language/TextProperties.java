package tadpole.engine.language;

import java.util.List;
import java.util.function.Supplier;

/** The properties that units are searched for. */
public final class TextProperties {

    /** Follows a text sign by sign. */
    private interface Follower {
        /** @return the value after this code point */
        float read(int sign);
    }

    private record Followed(String title, Supplier<Follower> start) implements TextProperty {

        @Override
        public float[] values(CharSequence text, List<Piece> pieces) {
            Follower follower = start.get();
            float[] values = new float[pieces.size()];
            int at = 0;
            float value = 0;
            for (int i = 0; i < values.length; i++) {
                int to = pieces.get(i).to();
                while (at < to) {
                    int sign = Character.codePointAt(text, at);
                    value = follower.read(sign);
                    at += Character.charCount(sign);
                }
                values[i] = value;
            }
            return values;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** Between quotes, straight or curly; an empty line ends it. */
    public static final TextProperty INSIDE_QUOTES = new Followed("inside quotes", InsideQuotes::new);
    /** Between ( ), [ ] or { }; an empty line ends it. */
    public static final TextProperty INSIDE_BRACKETS = new Followed("inside brackets", InsideBrackets::new);
    /** How many characters stand in the line so far; 0 after a line end. */
    public static final TextProperty PLACE_IN_LINE = new Followed("place in the line", () -> new Counting(sign -> sign == '\n'));
    /** How many letters stand in the word so far; 0 between words. */
    public static final TextProperty PLACE_IN_WORD = new Followed("place in the word", () -> new Counting(sign -> !Character.isLetter(sign)));
    /** Right after a space or a line end, where a word may begin. */
    public static final TextProperty BEFORE_A_WORD = of("where a word begins", sign -> Character.isWhitespace(sign));
    public static final TextProperty LINE_END = of("a line end", sign -> sign == '\n');
    public static final TextProperty UPPER_CASE = of("an upper-case letter", Character::isUpperCase);
    public static final TextProperty DIGIT = of("a digit", Character::isDigit);
    public static final TextProperty VOWEL = of("a vowel", sign -> "aeiouAEIOU".indexOf(sign) >= 0);
    public static final TextProperty PUNCTUATION = of("a punctuation sign", sign -> ".,;:!?".indexOf(sign) >= 0);
    public static final TextProperty FIRST_WORD = new Followed("at a sentence's beginning", SentenceStart::new);

    /** All that is searched unless a person picks, in the order of a list. */
    public static final List<TextProperty> ALL = List.of(INSIDE_QUOTES, INSIDE_BRACKETS, PLACE_IN_LINE, PLACE_IN_WORD, BEFORE_A_WORD,
            FIRST_WORD, UPPER_CASE, VOWEL, DIGIT, PUNCTUATION, LINE_END);

    private TextProperties() {}

    /** Right after this character. */
    public static TextProperty after(int character) {
        return of("after " + (Character.isWhitespace(character) ? "U+%04X".formatted(character) : "\"" + Character.toString(character) + "\""), sign -> sign == character);
    }

    private interface Test {
        boolean holds(int sign);
    }

    private static TextProperty of(String title, Test test) {
        return new Followed(title, () -> sign -> test.holds(sign) ? 1 : 0);
    }

    private static final class Counting implements Follower {
        private final Test ends;
        private int count;

        Counting(Test ends) {
            this.ends = ends;
        }

        @Override
        public float read(int sign) {
            count = ends.holds(sign) ? 0 : count + 1;
            return count;
        }
    }

    private static final class InsideQuotes implements Follower {
        private boolean inside;
        private int last;

        @Override
        public float read(int sign) {
            if (sign == '"') {
                inside = !inside;
            } else if (sign == 0x201C || sign == 0x00AB || sign == 0x201E) {
                inside = true;
            } else if (sign == 0x201D || sign == 0x00BB || sign == '\n' && last == '\n') {
                inside = false;
            }
            last = sign;
            return inside ? 1 : 0;
        }
    }

    private static final class InsideBrackets implements Follower {
        private int depth;
        private int last;

        @Override
        public float read(int sign) {
            if ("([{".indexOf(sign) >= 0) {
                depth++;
            } else if (")]}".indexOf(sign) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (sign == '\n' && last == '\n') {
                depth = 0;
            }
            last = sign;
            return depth > 0 ? 1 : 0;
        }
    }

    /** From the sign that ends a sentence until the first letter of the next. */
    private static final class SentenceStart implements Follower {
        private boolean waiting = true;

        @Override
        public float read(int sign) {
            if (".!?\n".indexOf(sign) >= 0) {
                waiting = true;
            } else if (Character.isLetterOrDigit(sign)) {
                waiting = false;
            }
            return waiting ? 1 : 0;
        }
    }
}
