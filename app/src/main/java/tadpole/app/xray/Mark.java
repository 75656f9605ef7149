package tadpole.app.xray;

/** How a number is marked where it stands: the one that is explained, and its sources by their kind. */
public enum Mark {
    SELF("lit-self"),
    FIRST("lit-first"),
    SECOND("lit-second"),
    THIRD("lit-third");

    private final String style;

    Mark(String style) {
        this.style = style;
    }

    /** Its class in the style sheet. */
    public String style() {
        return style;
    }

    /** Of the sources' kinds, from the left; every further one looks like the third. */
    static Mark ofKind(int kind) {
        return values()[Math.min(kind + 1, values().length - 1)];
    }
}
