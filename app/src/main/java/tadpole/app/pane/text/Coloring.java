package tadpole.app.pane.text;

/** What the colors under a text say. */
public enum Coloring {
    SURPRISE("Surprise"),
    UNIT("Hidden unit"),
    SHARE("Cache share"),
    PLAIN("Plain");

    private final String label;

    Coloring(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
