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

    /** The last words before a place, to say where one is. */
    static String before(String text, int place) {
        String near = text.substring(Math.max(0, place - 24), Math.min(place, text.length())).replace('\n', ' ').stripLeading();
        if (place > 24 && near.indexOf(' ') >= 0 && near.indexOf(' ') < near.length() - 6) {
            near = near.substring(near.indexOf(' ') + 1);
        }
        return near.stripTrailing();
    }
}
