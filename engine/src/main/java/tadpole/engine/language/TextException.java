package tadpole.engine.language;

import java.io.IOException;

/** A text that cannot be read or learned from: one sentence with the file, what was found, what is accepted and what to do. */
public final class TextException extends IOException {

    private static final long serialVersionUID = 1L;

    public TextException(String sentence) {
        super(sentence);
    }

    public TextException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
