package tadpole.engine.language;

/** What a text is cut into: its characters (Unicode code points) or its words. */
public enum Level {
    CHARACTER("character", "characters"),
    WORD("word", "words");

    private final String one;
    private final String many;

    Level(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** "character" or "word", as files write it. */
    public String one() {
        return one;
    }

    public String many() {
        return many;
    }
}
