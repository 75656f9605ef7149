package tadpole.app.pane.finder;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Sweep;

/** What stands in the way of a sweep, and whether the curve shown is still that of Train's experiment; in words. */
final class FinderSituation {

    private final Workspace workspace;
    private final SweepForm form;
    private final Supplier<Optional<Experiment>> swept;
    private final ObservableValue<WorkState> state;
    private final ObservableValue<Optional<Sweep>> sweep;
    private final ObservableValue<String> obstacle;
    private final ObservableValue<String> subtitle;
    private final ObservableValue<String> stale;

    /** @param swept whose curve is shown */
    FinderSituation(Workspace workspace, SweepForm form, Supplier<Optional<Experiment>> swept, ObservableValue<WorkState> state,
            ObservableValue<Optional<Sweep>> sweep) {
        this.workspace = workspace;
        this.form = form;
        this.swept = swept;
        this.state = state;
        this.sweep = sweep;
        var experiment = workspace.experimentProperty();
        var dataset = workspace.datasetProperty();
        this.obstacle = Bindings.createStringBinding(this::findObstacle, experiment, dataset,
                form.fields().settingsProperty(), form.fields().refusalsProperty());
        this.subtitle = Bindings.createStringBinding(this::say, experiment, dataset);
        this.stale = Bindings.createStringBinding(this::sayStale, experiment, dataset, sweep, state);
    }

    /** Why nothing can be swept; empty where it can. */
    ObservableValue<String> obstacle() {
        return obstacle;
    }

    ObservableValue<String> subtitle() {
        return subtitle;
    }

    /** That the curve is of another experiment than Train has now; empty where it is not. */
    ObservableValue<String> stale() {
        return stale;
    }

    /** Whether there is nothing to sweep at all: the card says so. */
    boolean isWithoutExperiment() {
        return workspace.experimentProperty().get().isEmpty() || workspace.datasetProperty().get().isEmpty();
    }

    private String findObstacle() {
        Optional<Experiment> experiment = workspace.experimentProperty().get();
        Optional<Dataset> dataset = workspace.datasetProperty().get();
        if (dataset.isEmpty() || experiment.isEmpty()) {
            return "Open data and set up an experiment in Train first.";
        }
        if (!experiment.get().data().isOf(dataset.get())) {
            return "The experiment in Train needs the data set \"%s\", but %s is open.".formatted(experiment.get().data().set(), dataset.get().title());
        }
        return form.refusal();
    }

    private String say() {
        return workspace.datasetProperty().get().map(dataset -> workspace.experimentProperty().get()
                .map(experiment -> "%s · %s · %s, batch %d".formatted(dataset.title(), experiment.name(),
                        Overlay.OPTIMIZER.name(experiment), experiment.training().batch()))
                .orElse(dataset.title())).orElse("nothing is open");
    }

    private String sayStale() {
        boolean same = swept.get().isEmpty() || state.getValue().isGoingOn() || sweep.getValue().isEmpty() || workspace.experimentProperty().get()
                .filter(now -> Overlay.rate(now, 1).equals(Overlay.rate(swept.get().orElseThrow(), 1))).isPresent();
        return same ? "" : "This curve is of an earlier experiment: what Train has was changed since. Find again.";
    }
}
