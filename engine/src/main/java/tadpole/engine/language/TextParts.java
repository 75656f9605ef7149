package tadpole.engine.language;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Predicate;

/** Cuts a stream of characters into parts of bounded length, with line ends made LF. */
final class TextParts {

    /** Chars in a part at most. */
    static final int LONGEST = 1 << 20;

    private TextParts() {}

    static void read(Reader reader, Predicate<CharSequence> part) throws IOException {
        char[] room = new char[1 << 16];
        StringBuilder waiting = new StringBuilder(LONGEST + room.length);
        boolean afterReturn = false;
        for (int count = reader.read(room); count >= 0; count = reader.read(room)) {
            for (int at = 0; at < count; at++) {
                char sign = room[at];
                if (sign != '\n' || !afterReturn) {
                    waiting.append(sign == '\r' ? '\n' : sign);
                }
                afterReturn = sign == '\r';
            }
            if (waiting.length() >= LONGEST) {
                int end = end(waiting);
                if (!part.test(waiting.substring(0, end))) {
                    return;
                }
                waiting.delete(0, end);
            }
        }
        if (!waiting.isEmpty()) {
            part.test(waiting.toString());
        }
    }

    /** Where a part best ends: behind the last line end, else behind the last space, else at the end of a code point. */
    static int end(CharSequence text) {
        int space = 0;
        for (int at = text.length() - 1; at >= 0; at--) {
            if (text.charAt(at) == '\n') {
                return at + 1;
            }
            if (space == 0 && text.charAt(at) == ' ') {
                space = at + 1;
            }
        }
        if (space > 0) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(text.length() - 1)) && text.length() > 1 ? text.length() - 1 : text.length();
    }
}
