package tadpole.engine.language;

/** The tokenizers there are. */
public final class Tokenizers {

    private Tokenizers() {}

    /**
     * The one that fits a vocabulary: characters are cut by code point. Words of a vocabulary with {@link Vocabulary#BEGIN} are cut
     * as people write them, and a text's first token is that one. A vocabulary without it is one of texts whose words stand apart
     * already, such as the Penn Treebank's: these are cut at spaces, each line end is {@link Vocabulary#END}.
     */
    public static Tokenizer of(Vocabulary vocabulary) {
        return parts(vocabulary);
    }

    static PartTokenizer parts(Vocabulary vocabulary) {
        if (vocabulary.level() == Level.CHARACTER) {
            return new CharacterTokenizer(vocabulary);
        }
        boolean prose = vocabulary.id(Vocabulary.BEGIN).isPresent();
        return new WordTokenizer(vocabulary, prose ? Cutter.PROSE : Cutter.SPACED);
    }

    /**
     * A tokenizer whose vocabulary is that of a text. Characters are all kept, in order of code point. Words follow the special
     * tokens by falling count, equal counts in order of spelling; the words of a text that holds {@link Vocabulary#UNKNOWN} as a
     * word stand apart already and are cut at spaces.
     *
     * @param least how often a word must occur to have an id of its own; the others become unknown
     */
    public static Tokenizer count(Level level, CharSequence text, int least) {
        TokenCounts counts = new TokenCounts(level);
        counts.add(text);
        return of(counts.vocabulary(least));
    }
}
