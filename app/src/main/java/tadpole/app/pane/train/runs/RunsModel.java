package tadpole.app.pane.train.runs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import tadpole.app.chart.Along;
import tadpole.app.chart.Digits;
import tadpole.app.chart.LinesPicture;
import tadpole.app.chart.Metric;
import tadpole.app.chart.RunsCsv;
import tadpole.app.chart.Zoom;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Origin;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.Trail;
import tadpole.engine.training.TrainingEvent.HeldOut;

/** The runs of the session over each other: which are shown, what of them, and what is done with them. */
final class RunsModel {

    private static final int MOST_DELETED = 5;

    private final Lab lab;
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LOSS);
    private final ObjectProperty<Along> along = new SimpleObjectProperty<>(Along.STEPS);
    private final BooleanProperty eachSeed = new SimpleBooleanProperty();
    private final ObservableSet<Run> hidden = FXCollections.observableSet();
    private final Deque<Deleted> deleted = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final SeedSeries seeds;

    private record Deleted(Run run, int place) {}

    RunsModel(Lab lab) {
        this.lab = lab;
        this.seeds = new SeedSeries(lab);
        lab.onNews(_ -> changed());
        lab.runs().addListener((ListChangeListener<Run>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(run -> run.nameProperty().subscribe(_ -> changed()));
            }
            changed();
        });
        lab.runs().forEach(run -> run.nameProperty().subscribe(_ -> changed()));
        hidden.addListener((SetChangeListener<Run>) _ -> changed());
        metric.addListener(_ -> changed());
        along.addListener(_ -> changed());
        eachSeed.addListener(_ -> changed());
        lab.sightProperty().addListener(_ -> changed());
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Another number whenever something shown has changed. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    ObjectProperty<Metric> metricProperty() {
        return metric;
    }

    ObjectProperty<Along> alongProperty() {
        return along;
    }

    /** Whether the lines of single seeds stand in their band. */
    BooleanProperty eachSeedProperty() {
        return eachSeed;
    }

    SeedSeries seeds() {
        return seeds;
    }

    List<Run> runs() {
        return lab.runs();
    }

    /** Those on the chart and in the comparison, oldest first. */
    List<Run> shown() {
        return lab.runs().stream().filter(this::isShown).toList();
    }

    boolean isShown(Run run) {
        return !hidden.contains(run);
    }

    void setShown(Run run, boolean wanted) {
        if (wanted) {
            hidden.remove(run);
        } else {
            hidden.add(run);
        }
    }

    boolean hasBands() {
        return RunGroup.of(shown()).stream().anyMatch(group -> group.runs().size() > 1);
    }

    int look(Run run) {
        return lab.looks().of(run);
    }

    boolean isLookedAt(Run run) {
        return lab.runProperty().get().filter(each -> each == run).isPresent();
    }

    void lookAt(Run run) {
        lab.lookAt(run);
    }

    LinesPicture picture(Zoom zoom) {
        return new RunsPicture(shown(), metric.get(), along.get(), eachSeed.get(), this::look, lab.sightProperty().get()).seen(zoom);
    }

    /** Why losses stand apart, in one sentence; empty where they are of one kind. */
    Optional<String> caution() {
        List<String> kinds = RunsPicture.kinds(shown());
        return !metric.get().isLoss() || kinds.size() < 2 ? Optional.empty()
                : Optional.of("These runs learn by different losses, %s: their numbers cannot be compared, so each has a plot of its own."
                        .formatted(String.join(" and ", kinds)));
    }

    Differences differences() {
        return Differences.of(shown());
    }

    /** Of all that are shown. */
    RunsCsv numbers() {
        RunsCsv csv = new RunsCsv();
        shown().forEach(run -> csv.add(run.nameProperty().get(), run.start().seed(), run.curves()));
        return csv;
    }

    /** An empty name changes nothing. */
    void rename(Run run, String name) {
        if (!name.isBlank()) {
            run.nameProperty().set(name.strip());
        }
    }

    void edit(Run run) {
        lab.form().show(run.start());
        lab.desk().messages().done("The experiment of %s is set up in the drawer of Charts.".formatted(run.nameProperty().get()));
    }

    /** One that runs is stopped first and goes when it stands still. */
    void delete(Run run) {
        if (!run.state().isGoingOn()) {
            remove(run);
            return;
        }
        run.stop();
        run.stateProperty().addListener((_, _, state) -> {
            if (!state.isGoingOn() && lab.runs().contains(run)) {
                remove(run);
            }
        });
    }

    private void remove(Run run) {
        int place = lab.runs().indexOf(run);
        if (place < 0) {
            return;
        }
        if (isLookedAt(run)) {
            lab.runs().reversed().stream().filter(each -> each != run).findFirst().ifPresent(lab::lookAt);
        }
        lab.runs().remove(run);
        deleted.push(new Deleted(run, place));
        if (deleted.size() > MOST_DELETED) {
            deleted.removeLast();
        }
        undoable.set(true);
        lab.desk().messages().done("Deleted %s. Ctrl+Z brings it back.".formatted(run.nameProperty().get()));
    }

    /** Whether a deleted run can come back. */
    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    void undo() {
        if (deleted.isEmpty()) {
            return;
        }
        Deleted last = deleted.pop();
        lab.runs().add(Math.min(last.place(), lab.runs().size()), last.run());
        undoable.set(!deleted.isEmpty());
        lab.desk().messages().done("Brought back %s.".formatted(last.run().nameProperty().get()));
    }

    /** Its seed, or where it left another run, then where it is unless it has ended, and the last held-out figure. */
    String detail(Run run) {
        String state = switch (run.state()) {
            case READY -> " · not begun";
            case RUNNING -> " · epoch %d".formatted((int) Math.ceil(run.trail().at(run.standsAt()).map(Trail.Point::epoch).orElse(1.0) - 1e-6));
            case PAUSED -> " · paused";
            case ENDED -> "";
            case FAILED -> " · failed";
        };
        String figure = run.epochs().isEmpty() ? "" : run.epochs().getLast().heldOut().map(HeldOut::evaluation)
                .map(each -> each.hasAccuracy() ? String.format(Locale.ROOT, " · %.2f %%", 100 * each.accuracy()) : " · " + Digits.loss(each.loss())).orElse("");
        return run.origin().map(Origin::text).orElse("seed " + run.start().seed()) + state + figure;
    }
}
