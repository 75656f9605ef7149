package tadpole.engine.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The tokens that a model knows; a token's place is its id. */
public final class Vocabulary {

    /** Stands before the first token of a text. */
    public static final String BEGIN = "<bos>";
    /** Stands for the end of a line or of a text, in word vocabularies. */
    public static final String END = "<eos>";
    /** Stands for whatever the vocabulary does not hold. */
    public static final String UNKNOWN = "<unk>";

    private final Level level;
    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();

    /** @throws IllegalArgumentException where a token stands there twice */
    public Vocabulary(Level level, List<String> tokens) {
        this.level = level;
        this.tokens = List.copyOf(tokens);
        for (int id = 0; id < this.tokens.size(); id++) {
            if (ids.put(this.tokens.get(id), id) != null) {
                throw new IllegalArgumentException("The token \"" + this.tokens.get(id) + "\" stands in the vocabulary twice.");
            }
        }
    }

    public Level level() {
        return level;
    }

    public int size() {
        return tokens.size();
    }

    public List<String> tokens() {
        return tokens;
    }

    public String token(int id) {
        return tokens.get(id);
    }

    public OptionalInt id(String token) {
        Integer id = ids.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The id of {@link #UNKNOWN}; empty where every token must be known. */
    public OptionalInt unknown() {
        return id(UNKNOWN);
    }

    /** What a text begins with where nothing was read before: {@link #BEGIN}, the end of a line, or the first token. */
    public int first() {
        return id(BEGIN).orElse(id(END).orElse(id("\n").orElse(0)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary vocabulary && level == vocabulary.level && tokens.equals(vocabulary.tokens);
    }

    @Override
    public int hashCode() {
        return tokens.hashCode();
    }
}
