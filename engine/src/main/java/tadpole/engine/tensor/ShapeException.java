package tadpole.engine.tensor;

/** Says in one sentence which shape was given and which is accepted. */
public final class ShapeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ShapeException(String sentence) {
        super(sentence);
    }
}
