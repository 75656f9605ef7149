package tadpole.engine.language;

/** The tokenizers there are. */
public final class Tokenizers {

    private Tokenizers() {}

    /** The one that fits a vocabulary. */
    public static Tokenizer of(Vocabulary vocabulary) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * A tokenizer whose vocabulary is that of a text.
     *
     * @param least how often a token must occur to have an id of its own; the others become unknown
     */
    public static Tokenizer count(Level level, CharSequence text, int least) {
        throw new UnsupportedOperationException("not yet");
    }
}
