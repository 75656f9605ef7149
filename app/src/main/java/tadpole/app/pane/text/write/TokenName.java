package tadpole.app.pane.text.write;

import tadpole.engine.language.Vocabulary;

/** A token for people: one sees spaces and line ends too. */
final class TokenName {

    private TokenName() {}

    static String of(Vocabulary vocabulary, int id) {
        String token = vocabulary.token(id);
        return switch (token) {
            case " " -> "␣ space";
            case "\n" -> "⏎ line end";
            case "\t" -> "⇥ tab";
            case Vocabulary.END -> "⏎ line end";
            case Vocabulary.UNKNOWN -> "<unk>";
            default -> token;
        };
    }

    /** What stands right before a place, to say where one is. @param most how many characters */
    static String before(String text, int place, int most) {
        int to = Math.min(place, text.length());
        int from = Math.max(0, to - most);
        boolean within = from > 0 && !Character.isWhitespace(text.charAt(from - 1));
        int space = text.indexOf(' ', from);
        if (within && space >= 0 && space < to - most / 3) {
            from = space + 1;
        }
        return text.substring(from, to).replace('\n', ' ').strip();
    }
}
