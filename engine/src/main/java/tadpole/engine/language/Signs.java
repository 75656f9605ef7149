package tadpole.engine.language;

/** What kind of sign a character is, for cutting and writing words. */
final class Signs {

    private Signs() {}

    static boolean isLineEnd(char sign) {
        return sign == '\n' || sign == '\r';
    }

    /** Where the text goes on behind the line end that stands at a place: CR LF is one line end. */
    static int behindLineEnd(CharSequence text, int at) {
        boolean two = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return at + (two ? 2 : 1);
    }

    /** White space within a line, the unbroken space and the byte order mark among it. */
    static boolean isSpace(int sign) {
        return sign != '\n' && sign != '\r' && (Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == 0xFEFF);
    }

    /** A letter that makes words together with its neighbors. */
    static boolean isLetter(int sign) {
        return (Character.isLetter(sign) || sign == '_') && !standsAlone(sign);
    }

    /** A sign that changes the one before it: an accent, a joiner, a skin tone, a variation. */
    static boolean isMark(int sign) {
        int type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK
                || sign == 0x200D || sign >= 0x1F3FB && sign <= 0x1F3FF || sign >= 0xE0020 && sign <= 0xE007F;
    }

    /** Chinese and Japanese, written without spaces: every sign is a word. */
    static boolean standsAlone(int sign) {
        return Character.isIdeographic(sign) || sign >= 0x3040 && sign <= 0x30FF;
    }

    static boolean isApostrophe(int sign) {
        return sign == '\'' || sign == '\u2019';
    }
}
