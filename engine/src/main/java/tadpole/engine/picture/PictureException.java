package tadpole.engine.picture;

import java.io.IOException;

/** A picture that cannot be read or written: one sentence with file, what was found, what is accepted and what to do. */
public final class PictureException extends IOException {

    private static final long serialVersionUID = 1L;

    public PictureException(String sentence) {
        super(sentence);
    }

    public PictureException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
