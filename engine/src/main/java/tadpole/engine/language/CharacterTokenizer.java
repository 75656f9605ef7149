package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a text into its Unicode code points. */
final class CharacterTokenizer implements PartTokenizer {

    private final Vocabulary vocabulary;
    private final int[] ids;
    private final int unknown;

    CharacterTokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = vocabulary.unknown().orElse(-1);
        this.ids = new int[1 + vocabulary.tokens().stream().mapToInt(token -> token.codePointAt(0)).max().orElse(0)];
        Arrays.fill(ids, unknown);
        for (int id = 0; id < vocabulary.size(); id++) {
            String token = vocabulary.token(id);
            if (token.codePointCount(0, token.length()) == 1) {
                ids[token.codePointAt(0)] = id;
            }
        }
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public List<Piece> pieces(CharSequence text) {
        List<Piece> pieces = new ArrayList<>(text.length());
        for (int at = 0; at < text.length(); ) {
            int sign = Character.codePointAt(text, at);
            int to = at + Character.charCount(sign);
            int id = id(sign);
            if (id >= 0) {
                pieces.add(new Piece(id, at, to));
            }
            at = to;
        }
        return pieces;
    }

    @Override
    public int[] encode(CharSequence text) {
        Ids found = new Ids();
        encode(text, found);
        return found.toArray();
    }

    @Override
    public void encode(CharSequence part, Ids found) {
        for (int at = 0; at < part.length(); ) {
            int sign = Character.codePointAt(part, at);
            int id = id(sign);
            if (id >= 0) {
                found.add(id);
            }
            at += Character.charCount(sign);
        }
    }

    private int id(int sign) {
        return sign < ids.length ? ids[sign] : unknown;
    }

    @Override
    public String written(CharSequence before, int id) {
        return vocabulary.token(id);
    }
}
