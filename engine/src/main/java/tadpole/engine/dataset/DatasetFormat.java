package tadpole.engine.dataset;

import java.nio.file.Path;
import tadpole.engine.job.JobControl;

/** One way in which data sets lie on disk. Readers stream, and take paths of any file system, zip included. */
public interface DatasetFormat {

    /** Its name for people, such as "IDX (MNIST)". */
    String title();

    /** Which files it takes, in words for a sentence. */
    String files();

    /** Whether a file or folder looks like this format, by names and first bytes only. */
    boolean recognizes(Path path);

    /**
     * Whether a file that merely lies in a folder is a whole data set of this format, as an archive may be. Asked of every
     * file there, so it looks at names and at most at the first bytes.
     */
    default boolean isWholeDataset(Path file) {
        return false;
    }

    /** What the data set there is called; nothing is read for it. */
    DatasetName name(Path path);

    /**
     * Reads everything, or, after a stop, what came before it: the first training images, and no test images that were
     * not reached. The title then says so.
     *
     * @param control asked between chunks
     * @throws DatasetException in one sentence where the files are not what they should be
     */
    Dataset read(Path path, JobControl control) throws DatasetException;
}
