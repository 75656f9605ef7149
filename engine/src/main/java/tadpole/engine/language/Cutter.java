package tadpole.engine.language;

/** Says where the words of a text begin and end. */
interface Cutter {

    /** Chars of a word: what is longer, such as a book without a space, is cut there. */
    int LONGEST = 200;

    /** Told of every word in order; a line end is told as the word {@link Vocabulary#END}. */
    interface Listener {
        void word(String word, int from, int to);
    }

    void cut(CharSequence text, Listener listener);

    /** Whether a space belongs between what is written and the word. */
    boolean spaceBefore(CharSequence before, String word);

    /** For texts as people write them. */
    Cutter PROSE = new ProseCutter();

    /** For texts whose words and signs stand apart already, such as the Penn Treebank's files. */
    Cutter SPACED = new SpacedCutter();
}
