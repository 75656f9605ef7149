package tadpole.engine.language;

import java.util.function.Predicate;

/** A text that is read part by part as often as needed, so that it need not stand in memory. Line ends are LF. */
public interface TextSource {

    /** For people, such as a file's name. */
    String title();

    /** About how much there is to read, in bytes or chars: only for progress. */
    long size();

    /**
     * Reads from the beginning. Parts end at a line end, in a very long line behind a space, and never within a code point.
     *
     * @param part takes the next part; false stops the reading
     */
    void read(Predicate<CharSequence> part) throws TextException;

    /** A text in memory. */
    static TextSource of(String title, CharSequence text) {
        return new TextSource() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public long size() {
                return text.length();
            }

            @Override
            public void read(Predicate<CharSequence> part) {
                int from = 0;
                while (from < text.length()) {
                    int to = text.length() - from <= TextParts.LONGEST ? text.length() : from + TextParts.end(text.subSequence(from, from + TextParts.LONGEST));
                    if (!part.test(text.subSequence(from, to))) {
                        return;
                    }
                    from = to;
                }
            }
        };
    }

    /** The first chars, never cut within a code point. */
    default String first(int chars) throws TextException {
        StringBuilder text = new StringBuilder();
        read(part -> {
            text.append(part, 0, Math.min(part.length(), chars - text.length()));
            return text.length() < chars;
        });
        if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }
}
