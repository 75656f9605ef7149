package tadpole.engine.language;

/** Cuts at white space and nowhere else; every line end is a word of its own. */
final class SpacedCutter implements Cutter {

    @Override
    public void cut(CharSequence text, Listener listener) {
        int at = 0;
        while (at < text.length()) {
            if (Signs.isLineEnd(text.charAt(at))) {
                int to = Signs.behindLineEnd(text, at);
                listener.word(Vocabulary.END, at, to);
                at = to;
            } else if (Signs.isSpace(text.charAt(at))) {
                at++;
            } else {
                int from = at;
                while (at < text.length() && at - from < LONGEST && !Signs.isLineEnd(text.charAt(at)) && !Signs.isSpace(text.charAt(at))) {
                    at++;
                }
                if (at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
                    at++;
                }
                listener.word(text.subSequence(from, at).toString(), from, at);
            }
        }
    }

    @Override
    public boolean spaceBefore(CharSequence before, String word) {
        return !before.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1));
    }
}
