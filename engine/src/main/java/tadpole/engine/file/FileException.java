package tadpole.engine.file;

/** A file that cannot be read or written: one sentence with file, place, what was found and what is accepted. */
public final class FileException extends Exception {

    private static final long serialVersionUID = 1L;

    public FileException(String sentence) {
        super(sentence);
    }

    public FileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
