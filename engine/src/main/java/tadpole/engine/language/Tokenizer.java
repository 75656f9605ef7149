package tadpole.engine.language;

import java.util.List;

/** Cuts a text into tokens of a vocabulary and puts tokens together to a text again. */
public interface Tokenizer {

    Vocabulary vocabulary();

    /** The tokens of a text, in order. What the vocabulary does not hold becomes unknown, or is left out where it has no unknown. */
    List<Piece> pieces(CharSequence text);

    /** The ids of {@link #pieces}. */
    int[] encode(CharSequence text);

    /** The text of a token behind what is written already: for words with the space that belongs before it, if one does. */
    String written(CharSequence before, int id);
}
