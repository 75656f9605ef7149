package tadpole.engine.dataset;

import java.nio.file.Path;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

/** Reads the data set that lies at a path. Stopped, it gives the images that came until then. */
public final class OpenDataset implements Job<Dataset> {

    private final Path path;

    /** A file or folder of any format in {@link DatasetFormats#ALL}, or a folder that holds one. */
    public OpenDataset(Path path) {
        this.path = path;
    }

    @Override
    public String name() {
        return "Opening " + FileFault.name(path);
    }

    @Override
    public JobOutcome<Dataset> run(JobControl control) {
        Watch watch = new Watch(control);
        try {
            Dataset dataset = FoundDataset.at(path).read(watch);
            return watch.stopped ? new JobOutcome.Stopped<>(dataset) : new JobOutcome.Finished<>(dataset);
        } catch (DatasetException fault) {
            return new JobOutcome.Failed<>(fault.getMessage(), fault);
        } catch (OutOfMemoryError fault) {
            return new JobOutcome.Failed<>("%s: does not fit into memory (%d MB at most). Close other data sets, or open a smaller one."
                    .formatted(FileFault.name(path), Runtime.getRuntime().maxMemory() >> 20), fault);
        }
    }

    /** Remembers whether the job was stopped. */
    private static final class Watch implements JobControl {

        private final JobControl control;
        private boolean stopped;

        Watch(JobControl control) {
            this.control = control;
        }

        @Override
        public boolean proceed() {
            boolean goOn = control.proceed();
            stopped |= !goOn;
            return goOn;
        }

        @Override
        public void report(Progress progress) {
            control.report(progress);
        }
    }
}
