package tadpole.app.pane.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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

/** The data sets one can train on with one click: those of the folders, and the one that is open. */
public final class DataChoices {

    /** The bundled digits: what a first look begins with. */
    static final String FIRST = "tadpole-digits";

    private final Desk desk;
    private final List<Path> folders;
    private final Map<String, FoundDataset> found = new LinkedHashMap<>();
    private final ObservableList<DataChoice> choices = FXCollections.observableArrayList();
    // One for all: it listens weakly, so a fresh one would be collected together with whoever listens to it.
    private final ObservableList<DataChoice> shown = FXCollections.unmodifiableObservableList(choices);
    private Optional<String> wanted = Optional.empty();
    private int asks;

    /** @param folders looked through for data sets; one that does not exist holds none */
    DataChoices(Desk desk, List<Path> folders) {
        this.desk = desk;
        this.folders = List.copyOf(folders);
        desk.workspace().datasetProperty().subscribe(_ -> list());
    }

    public ObservableList<DataChoice> choices() {
        return shown;
    }

    /** Looks for data sets; where nothing is open when it is done, opens the digits, or else the first. */
    void find(Executor background) {
        background.execute(() -> {
            List<FoundDataset> all = look();
            desk.jobs().ui().execute(() -> know(all));
        });
    }

    /** Makes the data of an experiment that says what from; else opens them as {@link #open(String)} does. */
    void open(DataPlan plan) {
        if (plan.make().isEmpty()) {
            open(plan.set());
        } else if (desk.workspace().datasetProperty().get().filter(plan::isOf).isEmpty()) {
            wanted = Optional.empty();
            begin(new MakeDataset(plan), true);
        }
    }

    /** Opens the data set of that key where it is known; once it is known where the look is still going on. */
    void open(String key) {
        if (desk.workspace().datasetProperty().get().filter(open -> open.key().equals(key)).isPresent()) {
            return;
        }
        wanted = Optional.of(key);
        Optional.ofNullable(found.get(key)).ifPresent(this::open);
    }

    /** Opens the bundled digits, or what else is known; does the other thing where nothing is. */
    void openFirst(Runnable otherwise) {
        Optional<String> first = found.containsKey(FIRST) ? Optional.of(FIRST) : found.keySet().stream().findFirst();
        first.ifPresentOrElse(this::open, otherwise);
    }

    private List<FoundDataset> look() {
        List<FoundDataset> all = new ArrayList<>();
        for (Path folder : folders) {
            try {
                if (Files.isDirectory(folder)) {
                    all.addAll(new DataFolder(folder).datasets());
                }
            } catch (DatasetException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        }
        return all;
    }

    private void know(List<FoundDataset> all) {
        all.forEach(each -> found.putIfAbsent(each.key(), each));
        list();
        boolean nothingOpen = desk.workspace().datasetProperty().get().isEmpty();
        String first = found.containsKey(FIRST) ? FIRST : found.keySet().stream().findFirst().orElse("");
        wanted.or(() -> nothingOpen ? Optional.of(first) : Optional.empty())
                .map(found::get)
                .ifPresent(this::open);
    }

    private void open(FoundDataset set) {
        boolean asked = wanted.isPresent();
        wanted = Optional.empty();
        begin(new OpenDataset(set.path()), asked);
    }

    /** @param asked whether a person wants it; what only fills the gap gives way to what was opened meanwhile */
    private void begin(Job<Dataset> opening, boolean asked) {
        boolean nothingOpen = desk.workspace().datasetProperty().get().isEmpty();
        int mine = asked ? ++asks : asks;
        desk.jobs().start(opening, outcome -> {
            switch (outcome) {
                case JobOutcome.Finished<Dataset>(var dataset) -> {
                    boolean stillNothing = desk.workspace().datasetProperty().get().isEmpty();
                    if (asked ? mine == asks : nothingOpen && stillNothing) {
                        desk.workspace().datasetProperty().set(Optional.of(dataset));
                    }
                }
                case JobOutcome.Stopped<Dataset> _ -> desk.messages().done("Opening stopped. What was open still is.");
                case JobOutcome.Failed<Dataset>(var why, _) -> desk.messages().failed(why);
            }
        });
    }

    private void list() {
        Map<String, DataChoice> all = new LinkedHashMap<>();
        found.values().forEach(each -> all.put(each.key(), new DataChoice(each.key(), each.title())));
        desk.workspace().datasetProperty().get().ifPresent(open -> all.putIfAbsent(open.key(), new DataChoice(open.key(), open.title())));
        List<DataChoice> now = List.copyOf(all.values());
        if (!now.equals(choices)) {
            choices.setAll(now);
        }
    }
}
