package tadpole.engine.language;

import java.util.List;

/**
 * A whole text in the ids of a vocabulary, and what of it the vocabulary does not know.
 *
 * @param unknown    tokens that became {@link Vocabulary#UNKNOWN} because the vocabulary does not hold them
 * @param leftOut    characters that the vocabulary does not hold and has no unknown for; 0 for words
 * @param characters code points of the text
 */
public record TextIds(int[] ids, long unknown, long leftOut, long characters) {

    /** Reads it part by part; only the ids stay in memory. */
    public static TextIds of(TextSource text, Vocabulary vocabulary) throws TextException {
        Counting counting = new Counting(vocabulary);
        text.read(part -> {
            counting.add(part);
            return true;
        });
        return new TextIds(counting.ids.toArray(), counting.unknown, counting.leftOut, counting.characters);
    }

    private static final class Counting {

        private final Vocabulary vocabulary;
        private final Tokenizer tokenizer;
        private final Ids ids = new Ids();
        private final int unknownId;
        private long unknown;
        private long leftOut;
        private long characters;

        private Counting(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
            this.tokenizer = Tokenizers.of(vocabulary);
            this.unknownId = vocabulary.unknown().orElse(-1);
        }

        private void add(CharSequence part) {
            List<Piece> pieces = tokenizer.pieces(part);
            boolean first = characters == 0;
            long here = part.codePoints().count();
            characters += here;
            for (Piece piece : pieces) {
                boolean begins = vocabulary.level() == Level.WORD && piece.to() == 0;
                if (!begins || first) {
                    ids.add(piece.id());
                }
                if (piece.id() == unknownId && !part.subSequence(piece.from(), piece.to()).toString().equals(Vocabulary.UNKNOWN)) {
                    unknown++;
                }
            }
            leftOut += vocabulary.level() == Level.CHARACTER ? here - pieces.size() : 0;
        }
    }
}
