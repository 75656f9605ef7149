package tadpole.engine.language;

import java.util.List;

/**
 * Cuts text as people write it. A word is letters, with apostrophes and hyphens inside (don't, well-known); a number is digits,
 * with points and commas inside (3.14); dots or dashes in a row stay together; every other sign stands alone. Spaces are left out
 * and put in again by rule.
 */
final class ProseCutter implements Cutter {

    private static final List<String> SPECIAL = List.of(Vocabulary.BEGIN, Vocabulary.END, Vocabulary.UNKNOWN);
    private static final String CLOSING = ".,;:!?)]}%\u2026\u201D\u00BB\u2019";
    private static final String OPENING = "([{\u201C\u201E\u00AB\u2018\u201A$#@\u00A3\u20AC";
    private static final String JOINING = "/\u2013\u2014";

    @Override
    public void cut(CharSequence text, Listener listener) {
        int at = 0;
        while (at < text.length()) {
            int sign = Character.codePointAt(text, at);
            if (Signs.isSpace(sign)) {
                at += Character.charCount(sign);
            } else if (Signs.isLineEnd(text.charAt(at))) {
                int to = Signs.behindLineEnd(text, at);
                listener.word(Vocabulary.END, at, to);
                at = to;
            } else {
                int to = end(text, at, sign);
                listener.word(text.subSequence(at, to).toString(), at, to);
                at = to;
            }
        }
    }

    private static int end(CharSequence text, int from, int sign) {
        if (Signs.isLetter(sign)) {
            return endOfWord(text, from);
        }
        if (Character.isDigit(sign)) {
            return endOfNumber(text, from);
        }
        if (sign == '<') {
            return endOfSpecial(text, from);
        }
        int at = from + Character.charCount(sign);
        if (sign == '.' || sign == '-') {
            while (at < text.length() && at - from < LONGEST && text.charAt(at) == sign) {
                at++;
            }
            return at;
        }
        return behindMarks(text, at);
    }

    private static int endOfWord(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST) {
            int sign = Character.codePointAt(text, at);
            int next = at + Character.charCount(sign);
            boolean within = Signs.isLetter(sign) || Character.isDigit(sign) || at > from && Signs.isMark(sign);
            boolean joins = (Signs.isApostrophe(sign) || sign == '-') && next < text.length() && Signs.isLetter(Character.codePointAt(text, next));
            if (!within && !joins) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int endOfNumber(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST) {
            int sign = Character.codePointAt(text, at);
            int next = at + Character.charCount(sign);
            boolean joins = (sign == '.' || sign == ',' || sign == ':') && next < text.length() && Character.isDigit(Character.codePointAt(text, next));
            if (!Character.isDigit(sign) && !joins) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int endOfSpecial(CharSequence text, int from) {
        for (String special : SPECIAL) {
            int to = from + special.length();
            if (to <= text.length() && special.contentEquals(text.subSequence(from, to))) {
                return to;
            }
        }
        return from + 1;
    }

    /** Behind accents, and behind whatever a joiner ties to the sign before. */
    private static int behindMarks(CharSequence text, int from) {
        int at = from;
        boolean joined = false;
        while (at < text.length() && at - from < LONGEST) {
            int sign = Character.codePointAt(text, at);
            if (!Signs.isMark(sign) && !(joined && !Signs.isSpace(sign) && sign != '\n' && sign != '\r')) {
                return at;
            }
            joined = sign == 0x200D;
            at += Character.charCount(sign);
        }
        return at;
    }

    @Override
    public boolean spaceBefore(CharSequence before, String word) {
        if (before.isEmpty()) {
            return false;
        }
        int last = Character.codePointBefore(before, before.length());
        int first = word.codePointAt(0);
        if (Character.isWhitespace(last) || OPENING.indexOf(last) >= 0 || CLOSING.indexOf(first) >= 0
                || JOINING.indexOf(last) >= 0 || JOINING.indexOf(first) >= 0
                || Signs.standsAlone(last) || Signs.standsAlone(first)) {
            return false;
        }
        return switch (word) {
            case "\"", "'" -> !isOpen(before, first);
            case "-", "--" -> startsLine(before) && word.length() == 1;
            default -> spaceBehind(before, last);
        };
    }

    private static boolean spaceBehind(CharSequence before, int last) {
        return switch (last) {
            case '"', '\'' -> !isOpen(before, last);
            case '-' -> startsLine(before.subSequence(0, before.length() - 1));
            default -> true;
        };
    }

    private static boolean startsLine(CharSequence before) {
        return before.isEmpty() || Signs.isLineEnd(before.charAt(before.length() - 1));
    }

    /** Whether an odd number of these quotes stands behind the last empty line; apostrophes within words are none. */
    private static boolean isOpen(CharSequence before, int quote) {
        boolean open = false;
        for (int at = before.length() - 1; at >= 0; at--) {
            char sign = before.charAt(at);
            if (sign == '\n' && at > 0 && before.charAt(at - 1) == '\n') {
                return open;
            }
            boolean within = at > 0 && Character.isLetter(before.charAt(at - 1))
                    && at + 1 < before.length() && Character.isLetter(before.charAt(at + 1));
            if (sign == quote && !(quote == '\'' && within)) {
                open = !open;
            }
        }
        return open;
    }
}
