package tadpole.engine.picture.mask;

/** What a new selection does to the one there is. */
public enum Combine {
    REPLACE, ADD, SUBTRACT;

    /** Twice the same gives what once gave. */
    float of(float there, float given) {
        return switch (this) {
            case REPLACE -> given;
            case ADD -> Math.max(there, given);
            case SUBTRACT -> Math.min(there, 1 - given);
        };
    }
}
