package tadpole.engine.formula;

/** How two numbers may stand to each other. */
public enum Relation {
    GREATER(">"),
    LESS("<"),
    EQUAL("=");

    private final String label;

    Relation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case GREATER -> left > right;
            case LESS -> left < right;
            case EQUAL -> left == right;
        };
    }
}
