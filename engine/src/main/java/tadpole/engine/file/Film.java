package tadpole.engine.file;

import tadpole.engine.picture.Picture;

/** A run as moving pictures: each is written as it comes and then let go. What was not kept is gone once it is closed. */
public interface Film extends AutoCloseable {

    /**
     * @param picture      of one or three channels, of the size of the first
     * @param delayMillis how long it is shown
     */
    void add(Picture picture, int delayMillis) throws FileException;

    /** How many pictures there are so far. */
    int size();

    /** Ends the film and puts it in its place. */
    void keep() throws FileException;

    /** Takes away what was not kept. */
    @Override
    void close() throws FileException;
}
