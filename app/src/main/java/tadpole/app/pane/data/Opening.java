package tadpole.app.pane.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.app.job.RunningJob;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.dataset.OpenDataset;
import tadpole.engine.job.JobOutcome;

/** Opens data sets: as jobs, one at a time; what is open stays so until the next one is there. */
public final class Opening {

    private final Desk desk;
    private final List<Path> folders;
    private final ObservableList<FoundDataset> known = FXCollections.observableArrayList();
    private final ObservableList<FoundDataset> seenKnown = FXCollections.unmodifiableObservableList(known);
    private final ReadOnlyObjectWrapper<Optional<RunningJob<Dataset>>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    private final ReadOnlyStringWrapper underWay = new ReadOnlyStringWrapper("");

    private int turn;

    Opening(Desk desk, List<Path> folders) {
        this.desk = desk;
        this.folders = List.copyOf(folders);
    }

    /** The data sets that one click opens: the bundled ones, and what lies in the person's data folder. */
    public ObservableList<FoundDataset> known() {
        return seenKnown;
    }

    public ReadOnlyObjectProperty<Optional<RunningJob<Dataset>>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why the last one could not be opened; empty where it could. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** What is under way, such as "Opening CIFAR-10"; empty where nothing is. */
    public ReadOnlyStringProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /** Looks for the known data sets; where nothing is open yet, opens the first. */
    void begin() {
        FindDatasets search = new FindDatasets(folders);
        underWay.set(search.name());
        desk.jobs().start(search, outcome -> {
            if (running.get().isEmpty()) {
                underWay.set("");
            }
            switch (outcome) {
                case JobOutcome.Finished<List<FoundDataset>>(var found) -> know(found);
                case JobOutcome.Stopped<List<FoundDataset>>(var found) -> know(found);
                case JobOutcome.Failed<List<FoundDataset>>(var why, _) -> refuse(why);
            }
        });
    }

    private void know(List<FoundDataset> found) {
        known.setAll(found);
        boolean idle = running.get().isEmpty() && desk.workspace().datasetProperty().get().isEmpty();
        if (idle && !found.isEmpty()) {
            open(found.getFirst().path());
        }
    }

    /** Opens what lies at a path; one that is still being opened is dropped. */
    public void open(Path path) {
        running.get().ifPresent(RunningJob::stop);
        refusal.set("");
        String name = "Opening " + title(path);
        underWay.set(name);
        long start = System.nanoTime();
        int mine = ++turn;
        running.set(Optional.of(desk.jobs().start(new Titled<>(name, new OpenDataset(path)), outcome -> {
            if (mine == turn) {
                running.set(Optional.empty());
                underWay.set("");
                end(outcome, (System.nanoTime() - start) / 1e9);
            }
        })));
    }

    private String title(Path path) {
        return known.stream()
                .filter(set -> set.path().equals(path))
                .map(FoundDataset::title)
                .findFirst()
                .orElseGet(() -> String.valueOf(path.getFileName()));
    }

    private void end(JobOutcome<Dataset> outcome, double seconds) {
        switch (outcome) {
            case JobOutcome.Finished<Dataset>(var opened) -> {
                desk.workspace().datasetProperty().set(Optional.of(opened));
                desk.messages().done(String.format(
                        Locale.ROOT, "%s opened in %.1f s · %s", opened.title(), seconds, Words.size(opened)));
            }
            case JobOutcome.Stopped<Dataset> _ -> desk.messages().done("Opening stopped. What was open still is.");
            case JobOutcome.Failed<Dataset>(var why, _) -> refuse(why);
        }
    }

    private void refuse(String why) {
        refusal.set(why);
        desk.messages().failed(why);
    }
}
