package tadpole.engine.picture;

import java.nio.file.Path;
import java.util.Optional;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;

/** Reads a picture file. Stopped, it gives none. */
public final class ReadPicture implements Job<Optional<PictureFile>> {

    private final Path path;

    public ReadPicture(Path path) {
        this.path = path;
    }

    @Override
    public String name() {
        return "Opening " + FileBytes.name(path);
    }

    @Override
    public JobOutcome<Optional<PictureFile>> run(JobControl control) {
        try {
            Optional<PictureFile> read = PictureFile.read(path, control);
            return read.isPresent() ? new JobOutcome.Finished<>(read) : new JobOutcome.Stopped<>(read);
        } catch (PictureException fault) {
            return new JobOutcome.Failed<>(fault.getMessage(), fault);
        } catch (OutOfMemoryError fault) {
            return new JobOutcome.Failed<>("%s: does not fit into memory (%d MB at most). Close data sets, or open a smaller picture."
                    .formatted(FileBytes.name(path), Runtime.getRuntime().maxMemory() >> 20), fault);
        }
    }
}
