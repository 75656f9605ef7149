package tadpole.engine.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** One reading of one or more files: how many of their bytes have come, and whether to go on. */
final class Reading {

    private final JobControl control;
    private final long total;
    private long done;
    private boolean stopped;

    Reading(JobControl control, List<Path> files) {
        this.control = control;
        this.total = files.stream().mapToLong(Reading::sizeOnDisk).sum();
    }

    /** As the file system tells; 0 where it cannot, since opening the file will say why. */
    static long sizeOnDisk(Path file) {
        try {
            return Files.size(file);
        } catch (IOException toldWhenOpened) {
            return 0;
        }
    }

    /** Bytes that came from disk. */
    void count(long bytes) {
        done += bytes;
    }

    /** Tells how far the reading is and asks whether to go on; waits while paused. */
    boolean proceed(String file) {
        report(file);
        stopped |= !control.proceed();
        return !stopped;
    }

    void report(String file) {
        control.report(new Progress(done, Math.max(total, done), "reading " + file));
    }

    /** Whether the reading was ended before its end. */
    boolean stopped() {
        return stopped;
    }
}
