package tadpole.engine.language;

import java.util.function.Predicate;
import tadpole.engine.recipe.Settings;

/**
 * Where a text is cut into what is learned from, what decides, and what is kept for the end.
 *
 * @param chars      of the whole text
 * @param validation place of its first char (UTF-16)
 * @param test       place of its first char
 */
record TextCut(long chars, long validation, long test) {

    /** Which of the three. */
    enum Share { TRAIN, VALIDATION, TEST }

    interface Listener {
        /** @return false stops the reading */
        boolean part(Share share, CharSequence part);
    }

    /** The shares of a plan, each moved on to the next line end where one follows within a fiftieth of the text. */
    static TextCut of(TextSource source, Settings plan, Predicate<CharSequence> goOn) throws TextException {
        long[] chars = new long[1];
        source.read(part -> {
            chars[0] += part.length();
            return goOn.test(part);
        });
        double test = plan.decimal("test");
        double validation = plan.decimal("validation");
        long testFrom = chars[0] - Math.round(test * chars[0]);
        long validationFrom = Math.max(0, testFrom - Math.round(validation * chars[0]));
        Boundary first = new Boundary(validationFrom, chars[0] / 50);
        Boundary second = new Boundary(testFrom, chars[0] / 50);
        long[] at = new long[1];
        source.read(part -> {
            first.take(part, at[0]);
            second.take(part, at[0]);
            at[0] += part.length();
            return !second.settled && goOn.test(part);
        });
        return new TextCut(chars[0], first.found, Math.max(first.found, second.found));
    }

    /** Tells the text part by part; every part belongs to one share. */
    void read(TextSource source, Listener listener) throws TextException {
        long[] at = new long[1];
        source.read(part -> {
            int from = 0;
            while (from < part.length()) {
                long place = at[0] + from;
                Share share = place < validation ? Share.TRAIN : place < test ? Share.VALIDATION : Share.TEST;
                long end = share == Share.TRAIN ? validation : share == Share.VALIDATION ? test : chars;
                int to = (int) Math.min(part.length(), end - at[0]);
                if (!listener.part(share, part.subSequence(from, to))) {
                    return false;
                }
                from = to;
            }
            at[0] += part.length();
            return true;
        });
    }

    /** The first line's beginning from a wanted place on, if one comes soon; the place itself otherwise. */
    private static final class Boundary {
        private final long wanted;
        private final long limit;
        private long found;
        private boolean settled;
        private char before = '\n';

        Boundary(long wanted, long within) {
            this.wanted = wanted;
            this.limit = wanted + within;
            this.found = wanted;
        }

        void take(CharSequence part, long at) {
            for (int i = (int) Math.min(part.length(), Math.max(0, wanted - at)); i < part.length() && !settled; i++) {
                char last = i > 0 ? part.charAt(i - 1) : before;
                if (last == '\n') {
                    found = at + i;
                } else if (at + i == wanted && Character.isLowSurrogate(part.charAt(i))) {
                    found = wanted - 1;
                }
                settled = last == '\n' || at + i >= limit;
            }
            before = part.charAt(part.length() - 1);
        }
    }
}
