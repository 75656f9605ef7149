package tadpole.engine.dataset;

import java.nio.file.Path;
import tadpole.engine.job.JobControl;

/** One way in which data sets lie on disk. Readers stream, and take paths of any file system, zip included. */
public interface DatasetFormat {

    /** Its name for people, such as "IDX (MNIST)". */
    String title();

    /** Whether a file or folder looks like this format, by names and first bytes only. */
    boolean recognizes(Path path);

    /**
     * Reads everything.
     *
     * @param control asked between chunks; a stop ends reading with {@link java.util.concurrent.CancellationException}
     * @throws DatasetException in one sentence where the files are not what they should be
     */
    Dataset read(Path path, JobControl control) throws DatasetException;
}
