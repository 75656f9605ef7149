package tadpole.app.pane.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;

/** Looks which data sets lie in some folders; one that does not exist holds none. */
final class FindDatasets implements Job<List<FoundDataset>> {

    private final List<Path> folders;

    FindDatasets(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override
    public String name() {
        return "Looking for data sets";
    }

    @Override
    public JobOutcome<List<FoundDataset>> run(JobControl control) {
        List<FoundDataset> found = new ArrayList<>();
        try {
            for (Path folder : folders) {
                if (!control.proceed()) {
                    return new JobOutcome.Stopped<>(found);
                }
                if (Files.isDirectory(folder)) {
                    found.addAll(new DataFolder(folder).datasets());
                }
            }
        } catch (DatasetException fault) {
            return new JobOutcome.Failed<>(fault.getMessage(), fault);
        }
        return new JobOutcome.Finished<>(found);
    }
}
