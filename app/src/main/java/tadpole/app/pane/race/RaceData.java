package tadpole.app.pane.race;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.dataset.OpenDataset;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.MakeDataset;

/** Opens the data set that a race is on, where a folder has it. */
final class RaceData {

    private final Desk desk;
    private final Executor background;
    private final List<Path> folders;
    private Optional<DataPlan> wanted = Optional.empty();

    RaceData(Desk desk, Executor background, List<Path> folders) {
        this.desk = desk;
        this.background = background;
        this.folders = List.copyOf(folders);
    }

    /** What is open stays so until the other one is there; the last call counts. */
    void open(DataPlan plan) {
        String key = plan.set();
        wanted = Optional.of(plan);
        if (desk.workspace().datasetProperty().get().filter(plan::isOf).isPresent()) {
            return;
        }
        if (plan.make().isPresent()) {
            begin(new MakeDataset(plan));
            return;
        }
        background.execute(() -> {
            Optional<FoundDataset> found = find(key);
            desk.jobs().ui().execute(() -> found.ifPresent(this::open));
        });
    }

    private Optional<FoundDataset> find(String key) {
        for (Path folder : folders) {
            try {
                if (Files.isDirectory(folder)) {
                    for (FoundDataset each : new DataFolder(folder).datasets()) {
                        if (each.key().equals(key)) {
                            return Optional.of(each);
                        }
                    }
                }
            } catch (DatasetException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        }
        return Optional.empty();
    }

    private void open(FoundDataset set) {
        begin(new OpenDataset(set.path()));
    }

    private void begin(Job<Dataset> opening) {
        desk.jobs().start(opening, outcome -> {
            switch (outcome) {
                case JobOutcome.Finished<Dataset>(var dataset) -> {
                    if (wanted.filter(plan -> plan.isOf(dataset)).isPresent()) {
                        desk.workspace().datasetProperty().set(Optional.of(dataset));
                    }
                }
                case JobOutcome.Stopped<Dataset> _ -> desk.messages().done("Opening stopped. What was open still is.");
                case JobOutcome.Failed<Dataset>(var why, _) -> desk.messages().failed(why);
            }
        });
    }
}
