package tadpole.engine.dataset;

/** A file that cannot be read as data: one sentence with file, place, what was found and what is accepted. */
public final class DatasetException extends Exception {

    private static final long serialVersionUID = 1L;

    public DatasetException(String sentence) {
        super(sentence);
    }

    public DatasetException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
