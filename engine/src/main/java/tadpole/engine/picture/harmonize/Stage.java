package tadpole.engine.picture.harmonize;

/** The stages of a harmonization, in their order. */
public enum Stage {
    PASS_1("Pass 1"), PASS_2("Pass 2"), FINISH("Finish");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
