package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Cuts a text into words. A vocabulary with {@link Vocabulary#BEGIN} gives every text that token first. */
final class WordTokenizer implements PartTokenizer {

    private final Vocabulary vocabulary;
    private final Cutter cutter;

    WordTokenizer(Vocabulary vocabulary, Cutter cutter) {
        this.vocabulary = vocabulary;
        this.cutter = cutter;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public List<Piece> pieces(CharSequence text) {
        List<Piece> pieces = new ArrayList<>();
        vocabulary.id(Vocabulary.BEGIN).ifPresent(id -> pieces.add(new Piece(id, 0, 0)));
        cutter.cut(text, (word, from, to) -> {
            int id = id(word);
            if (id >= 0) {
                pieces.add(new Piece(id, from, to));
            }
        });
        return pieces;
    }

    @Override
    public int[] encode(CharSequence text) {
        Ids ids = new Ids();
        vocabulary.id(Vocabulary.BEGIN).ifPresent(ids::add);
        encode(text, ids);
        return ids.toArray();
    }

    @Override
    public void encode(CharSequence part, Ids ids) {
        cutter.cut(part, (word, _, _) -> {
            int id = id(word);
            if (id >= 0) {
                ids.add(id);
            }
        });
    }

    private int id(String word) {
        OptionalInt id = vocabulary.id(word);
        return id.isPresent() ? id.getAsInt() : vocabulary.unknown().orElse(-1);
    }

    @Override
    public String written(CharSequence before, int id) {
        String word = vocabulary.token(id);
        if (word.equals(Vocabulary.END)) {
            return "\n";
        }
        if (word.equals(Vocabulary.BEGIN)) {
            return "";
        }
        return cutter.spaceBefore(before, word) ? " " + word : word;
    }
}
