package tadpole.app.pane.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;

/** The runs of the session, and which of them is looked at, at which step. On the JavaFX thread. */
final class Shelf {

    private static final int MOST = 20;
    private static final int MOST_DELETED = 5;

    private final Desk desk;
    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Look>> look = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Consumer<Run>> listeners = new ArrayList<>();
    /** Deleted ones that may still be put back into the list, with all they keep; oldest first. */
    private final Deque<Run> deleted = new ArrayDeque<>();

    /** Once is enough: what one recording cannot write, the next cannot either. */
    private boolean faultTold;
    private Recordings recordings = new Recordings(Runnable::run, Optional.empty());

    /** @param at a recorded step; empty for where the run stands */
    record Look(Run run, OptionalLong at) {}

    /**
     * What is to be trained.
     *
     * @param name of the run
     * @param from the moment it begins with; empty for the very start
     */
    record Order(Experiment experiment, Dataset dataset, String name, Optional<Leaving> from) {}

    /** @param origin where it leaves another run; empty for weights from elsewhere */
    record Leaving(Optional<Origin> origin, Moment moment) {}

    Shelf(Desk desk) {
        this.desk = desk;
        runs.addListener((ListChangeListener<Run>) change -> {
            while (change.next()) {
                deleted.removeAll(change.getAddedSubList());
                change.getRemoved().forEach(this::drop);
            }
        });
    }

    /** How the coming runs are recorded. */
    void record(Recordings by) {
        recordings = by;
    }

    /** Those that run or stand paused. */
    List<Run> going() {
        return runs.stream().filter(each -> each.state().isGoingOn()).toList();
    }

    /** Oldest first; who takes one out of it deletes it, and may put one of the last five back. */
    ObservableList<Run> runs() {
        return runs;
    }

    ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
        return look.getReadOnlyProperty();
    }

    Optional<Run> run() {
        return look.get().map(Look::run);
    }

    /** Told of every run with news: events, another state. */
    void onNews(Consumer<Run> listener) {
        listeners.add(listener);
    }

    void lookAt(Run run, OptionalLong step) {
        look.set(Optional.of(new Look(run, step)));
    }

    void lookAtNothing() {
        look.set(Optional.empty());
    }

    /** Trains beside whatever runs already, and looks at it. */
    Run begin(Order order, String sizes, Glance glance, boolean paused) {
        desk.jobs().endWarmUp();
        Run run = new Run(order.experiment(), order.dataset(), order.from().flatMap(Leaving::origin), desk, recordings.next());
        run.onNews(this::tell);
        run.nameProperty().set(order.name());
        run.begin(sizes, order.from().map(Leaving::moment), glance, paused, _ -> makeRoom());
        runs.add(run);
        lookAt(run, OptionalLong.empty());
        makeRoom();
        return run;
    }

    private void tell(Run run) {
        Optional<String> fault = faultTold ? Optional.empty() : run.recording().fault();
        fault.ifPresent(desk.messages()::failed);
        faultTold |= fault.isPresent();
        listeners.forEach(each -> each.accept(run));
    }

    /** The oldest of those that nobody needs go first. */
    private void makeRoom() {
        List<Run> spare = runs.stream().filter(each -> !each.pinnedProperty().get()).toList();
        spare.stream()
                .filter(each -> !each.state().isGoingOn() && run().filter(now -> now == each).isEmpty())
                .limit(Math.max(0, spare.size() - MOST))
                .forEach(runs::remove);
    }

    private void drop(Run run) {
        run.stop();
        if (run().filter(now -> now == run).isPresent()) {
            lookAtNothing();
        }
        deleted.addLast(run);
        if (deleted.size() > MOST_DELETED) {
            closeUnneeded(deleted.removeFirst());
        }
    }

    /** A recording is needed as long as a branch of it is kept. */
    private void closeUnneeded(Run run) {
        if (kept().noneMatch(each -> each == run || descends(each, run)) && run.state() != WorkState.READY) {
            run.close();
            run.origin().map(Origin::parent).filter(parent -> kept().noneMatch(each -> each == parent)).ifPresent(this::closeUnneeded);
        }
    }

    private Stream<Run> kept() {
        return Stream.concat(runs.stream(), deleted.stream());
    }

    private static boolean descends(Run run, Run from) {
        return run.origin().filter(origin -> origin.parent() == from || descends(origin.parent(), from)).isPresent();
    }
}
