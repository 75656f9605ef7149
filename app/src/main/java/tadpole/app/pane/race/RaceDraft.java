package tadpole.app.pane.race;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import tadpole.app.form.FormModel;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.training.Contestant;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.PlaneRun;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;

/** The race being set up: who runs on which experiment and how long, and whether all of that fits what is open. */
final class RaceDraft {

    private final Workspace workspace;
    private final FormModel form = new FormModel(RacePlan.RECIPE);
    private final Roster roster = new Roster();
    private final ReadOnlyObjectWrapper<Optional<RacePlan>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<Experiment>> experiment;
    private final ObservableValue<String> lacking;
    private final ObservableValue<String> obstacle;
    private final ObservableValue<String> subtitle;

    RaceDraft(Workspace workspace) {
        this.workspace = workspace;
        var dataset = workspace.datasetProperty();
        var trains = workspace.experimentProperty();
        this.experiment = Bindings.createObjectBinding(() -> opened.get().map(RacePlan::experiment).or(trains::get), opened, trains);
        this.lacking = Bindings.createStringBinding(this::findLacking, experiment, dataset);
        this.obstacle = Bindings.createStringBinding(this::findObstacle, experiment, dataset, roster.changesProperty(),
                form.settingsProperty(), form.refusalsProperty());
        this.subtitle = Bindings.createStringBinding(this::say, experiment, dataset);
    }

    /** How long, how often, at which rates. */
    FormModel form() {
        return form;
    }

    Roster roster() {
        return roster;
    }

    /** What they race on: the experiment of an opened race, else that of Train. */
    ObservableValue<Optional<Experiment>> experiment() {
        return experiment;
    }

    /** The race of a file, as long as nobody went back to the experiment of Train. */
    ReadOnlyObjectProperty<Optional<RacePlan>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** Why there is nothing to train on; empty where there is. */
    ObservableValue<String> lacking() {
        return lacking;
    }

    /** Why nobody can run; empty where they can. */
    ObservableValue<String> obstacle() {
        return obstacle;
    }

    ObservableValue<String> subtitle() {
        return subtitle;
    }

    void show(RacePlan wanted) {
        form.show(wanted.settings());
        roster.show(wanted.contestants());
        opened.set(Optional.of(wanted));
    }

    /** Races on the experiment of Train again. */
    void useTrains() {
        opened.set(Optional.empty());
    }

    boolean canStart() {
        return findObstacle().isEmpty();
    }

    /** Empty where something of it does not fit. */
    Optional<RacePlan> plan() {
        try {
            List<Contestant> contestants = roster.contestants();
            return experiment.getValue().map(on -> new RacePlan(opened.get().map(RacePlan::name).orElse("race-" + on.name()),
                    opened.get().map(RacePlan::about).orElse(""), on, contestants, form.settings()));
        } catch (SettingException unfit) {
            return Optional.empty();
        }
    }

    /** Runs that one can look at closely, as they are now; none where there is nothing to train on. */
    List<Lanes.Lane> lanes(Optional<RaceResult> result) {
        if (!findLacking().isEmpty()) {
            return List.of();
        }
        String own = opened.get().isPresent() ? "As in its experiment" : "As in Train";
        Experiment on = experiment.getValue().orElseThrow();
        Dataset open = workspace.datasetProperty().get().orElseThrow();
        return Lanes.of(new PlaneRun(own, on), plan(), result, on.data().samples(open.train().size(), open.classes().size()));
    }

    /** Whether that setting of a race says anything beside the others. */
    static boolean counts(String key, Settings settings) {
        return switch (key) {
            case "rate" -> settings.choice("mode").equals("same");
            case "steps" -> settings.whole("epochs") == 0;
            default -> true;
        };
    }

    private String findLacking() {
        Optional<Experiment> on = experiment.getValue();
        Optional<Dataset> dataset = workspace.datasetProperty().get();
        if (on.isEmpty() || (dataset.isEmpty() && opened.get().isEmpty())) {
            return dataset.isEmpty() ? "Open data and set up an experiment in Train first, or open a race."
                    : "Set up an experiment in Train first, or open a race.";
        }
        String key = on.get().data().set();
        if (dataset.isEmpty() || !on.get().data().isOf(dataset.get())) {
            return "The experiment %s needs the data set \"%s\", but %s is open.".formatted(
                    on.get().name(), key, dataset.map(Dataset::title).orElse("nothing"));
        }
        return "";
    }

    private String findObstacle() {
        String missing = findLacking();
        if (!missing.isEmpty()) {
            return missing;
        }
        try {
            roster.contestants();
            return form.refusal(key -> counts(key, form.settings())).orElseGet(roster::refusal);
        } catch (SettingException unfit) {
            return unfit.getMessage();
        }
    }

    private String say() {
        String open = workspace.datasetProperty().get().map(Dataset::title).orElse("nothing is open");
        return experiment.getValue().map(on -> subtitle(open, on)).orElse(open);
    }

    static String subtitle(String data, Experiment on) {
        return "%s · %s, batch %d".formatted(data, on.name(), on.training().batch());
    }
}
