package tadpole.engine.language;

/** What reads a text token by token and says what it expects next; {@link LanguageStream} is the one with a network. Belongs to one thread at a time. */
public interface TokenStream {

    /** Reads one token; afterwards {@link #logits} are those of the next. */
    void read(int id);

    /** The scores of the next token, [vocabulary]; good until the next read. */
    float[] logits();

    /** The last recurrent layer's output after the last token, [hidden]; good until the next read. */
    float[] hidden();

    /** A copy of what is in mind. */
    LanguageStream.Mind mind();

    /** Goes on from there; with a mind without logits, logits and hidden values are those of that place only after the next read. */
    void mind(LanguageStream.Mind other);

    /** As at the beginning of a text: all states zero. */
    void forget();
}
