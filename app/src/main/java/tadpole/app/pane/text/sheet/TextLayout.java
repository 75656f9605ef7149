package tadpole.app.pane.text.sheet;

import java.util.Arrays;

/**
 * Where the characters of a text stand: in lines no wider than the room, broken behind spaces. After a change only what can have
 * moved is laid anew, so that a text may be long. Places are counted in chars (UTF-16).
 */
public final class TextLayout {

    private final CharWidths widths;
    private String text = "";
    private double room = Double.POSITIVE_INFINITY;
    private int[] starts = new int[16];
    private int lines = 1;

    public TextLayout(CharWidths widths) {
        this.widths = widths;
    }

    /** @param width of the room in pixels */
    public void lay(String wanted, double width) {
        int kept = 0;
        if (width == room) {
            int same = mismatch(text, wanted);
            if (same < 0) {
                return;
            }
            // A word that grew or shrank can change the line before as well.
            kept = Math.max(0, line(same) - 1);
        }
        text = wanted;
        room = width;
        int at = starts[kept];
        lines = kept + 1;
        while (at < text.length()) {
            int end = end(at);
            if (end < text.length() || text.charAt(end - 1) == '\n') {
                add(end);
            }
            at = end;
        }
    }

    private static int mismatch(String one, String other) {
        int most = Math.min(one.length(), other.length());
        for (int i = 0; i < most; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return i;
            }
        }
        return one.length() == other.length() ? -1 : most;
    }

    private void add(int start) {
        if (lines == starts.length) {
            starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = start;
    }

    /** Where the line that begins at a place ends: behind its last char. */
    private int end(int start) {
        double x = 0;
        int lastSpace = -1;
        for (int i = start; i < text.length();) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (codePoint == '\n') {
                return next;
            }
            x += widths.of(codePoint);
            boolean space = Character.isWhitespace(codePoint);
            if (x > room && !space && i > start) {
                return lastSpace > start ? lastSpace : i;
            }
            if (space) {
                lastSpace = next;
            }
            i = next;
        }
        return text.length();
    }

    public String text() {
        return text;
    }

    /** At least 1. */
    public int lines() {
        return lines;
    }

    public int start(int line) {
        return starts[line];
    }

    public int end(int line, boolean withoutLineEnd) {
        int end = line + 1 < lines ? starts[line + 1] : text.length();
        return withoutLineEnd && end > starts[line] && text.charAt(end - 1) == '\n' ? end - 1 : end;
    }

    /** The line of a place; where one line ends and the next begins, the next. */
    public int line(int place) {
        int found = Arrays.binarySearch(starts, 0, lines, place);
        return found >= 0 ? found : -found - 2;
    }

    /** How far from the left a place stands in its line. */
    public double x(int line, int place) {
        double x = 0;
        int end = Math.min(place, text.length());
        for (int i = starts[line]; i < end;) {
            int codePoint = text.codePointAt(i);
            x += widths.of(codePoint);
            i += Character.charCount(codePoint);
        }
        return x;
    }

    /** The place between two characters that is nearest to x in a line. */
    public int nearest(int line, double x) {
        int at = under(line, x);
        int end = end(line, true);
        if (at >= end) {
            return end;
        }
        int next = at + Character.charCount(text.codePointAt(at));
        return x - x(line, at) < x(line, next) - x ? at : next;
    }

    /** The character under x in a line; behind its last one where the line is shorter. */
    public int under(int line, double x) {
        double right = 0;
        int end = end(line, true);
        for (int i = starts[line]; i < end;) {
            int codePoint = text.codePointAt(i);
            right += widths.of(codePoint);
            if (x < right) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return end;
    }
}
