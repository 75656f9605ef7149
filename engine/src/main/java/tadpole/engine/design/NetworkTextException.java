package tadpole.engine.design;

/** A line that is no layer: the message says the line, what was found and what is accepted. */
public final class NetworkTextException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    NetworkTextException(int line, String sentence) {
        super("Line %d: %s".formatted(line, sentence));
        this.line = line;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
