package tadpole.app.pane.kernels.trained;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.job.RunningJob;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.convolution.Comparison;
import tadpole.engine.convolution.Exchange;
import tadpole.engine.convolution.Judged;
import tadpole.engine.convolution.PutBack;
import tadpole.engine.convolution.SwitchOff;
import tadpole.engine.convolution.SwitchedOff;
import tadpole.engine.convolution.TrainedLayer;
import tadpole.engine.job.Job;

/** The open network in its versions, and the jobs that try them. */
final class Trials {

    /** Each holds a network. */
    private static final int MOST_EARLIER = 20;

    private final Desk desk;
    private final Watched<Void, Runnable> run;
    private final ReadOnlyObjectWrapper<Optional<Version>> version = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SwitchedOff>> ranking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final Deque<Version> earlier = new ArrayDeque<>();
    private Optional<OpenNetwork> original = Optional.empty();
    private Optional<Judged> before = Optional.empty();

    Trials(Desk desk) {
        this.desk = desk;
        this.run = new Watched<>(desk.jobs());
    }

    ReadOnlyObjectProperty<Optional<Version>> versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** What became of the last layer whose filters were switched off in turn; of the version that is shown. */
    ReadOnlyObjectProperty<Optional<SwitchedOff>> rankingProperty() {
        return ranking.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return run.stateProperty();
    }

    ReadOnlyObjectProperty<Optional<RunningJob<Runnable>>> runningProperty() {
        return run.runningProperty();
    }

    /** What came of the last trial, in one line. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** The network as it was opened. */
    Optional<OpenNetwork> original() {
        return original;
    }

    /** Begins anew with a network. */
    void begin(OpenNetwork network) {
        run.drop();
        earlier.clear();
        undoable.set(false);
        before = Optional.empty();
        original = Optional.of(network);
        ranking.set(Optional.empty());
        line.set("");
        version.set(Optional.of(new Version(network, List.of(), Optional.empty())));
    }

    /** Exchanges some more filters, and tries what comes of it. */
    void exchange(List<Exchange> more) {
        if (run.state().isGoingOn() || version.get().isEmpty() || more.isEmpty()) {
            return;
        }
        List<Exchange> all = new ArrayList<>(version.get().get().exchanges());
        for (Exchange each : more) {
            all.removeIf(old -> Version.is(old, each.layer(), each.filter()));
            all.add(each);
        }
        OpenNetwork base = original.orElseThrow();
        start(new PutBack(base.trained(), all, before, desk.device()), result -> result.map(tried -> {
            Comparison comparison = tried.comparison();
            Version next = new Version(base.with(tried.network()), all, Optional.of(comparison));
            String said = Words.line(comparison, base.trained().part());
            return (Runnable) () -> {
                before = Optional.of(comparison.before());
                line.set(said);
                show(next);
            };
        }).orElse(() -> {}));
    }

    /** Switches each filter of a layer of the shown version off in turn. */
    void switchOff(TrainedLayer layer) {
        if (run.state().isGoingOn() || version.get().isEmpty()) {
            return;
        }
        Version now = version.get().get();
        Optional<Judged> known = now.exchanges().isEmpty() ? before : now.comparison().map(Comparison::after);
        start(new SwitchOff(now.network().trained(), layer, known, desk.device()), result -> () -> result.ifPresent(ranked -> {
            if (now.exchanges().isEmpty()) {
                before = Optional.of(ranked.before());
            }
            ranking.set(result);
            line.set(Words.line(ranked));
        }));
    }

    /** @param end what is to be done with the result, made on the job's thread */
    private <R> void start(Job<R> job, Function<R, Runnable> end) {
        line.set("");
        run.start(false, _ -> new Trial<>(job, end, () -> line.set("Stopped: the network stays as it was.")), new Watched.Listener<>() {

            @Override
            public void hear(List<Void> events) {}

            @Override
            public void ended(Runnable then) {
                then.run();
            }

            @Override
            public void failed(String why) {
                line.set(why);
                desk.messages().failed(why);
            }
        });
    }

    private void show(Version next) {
        version.get().ifPresent(earlier::push);
        if (earlier.size() > MOST_EARLIER) {
            earlier.removeLast();
        }
        undoable.set(true);
        ranking.set(Optional.empty());
        version.set(Optional.of(next));
    }

    /** Back to the network as it was opened. */
    void restore() {
        if (!run.state().isGoingOn() && version.get().filter(now -> !now.exchanges().isEmpty()).isPresent()) {
            show(new Version(original.orElseThrow(), List.of(), Optional.empty()));
            line.set("All filters are as they were.");
        }
    }

    void undo() {
        if (run.state().isGoingOn() || earlier.isEmpty()) {
            return;
        }
        Version back = earlier.pop();
        undoable.set(!earlier.isEmpty());
        ranking.set(Optional.empty());
        line.set(back.comparison().map(each -> Words.line(each, back.network().trained().part())).orElse("All filters are as they were."));
        version.set(Optional.of(back));
    }

    void pauseOrResume() {
        if (run.state() == WorkState.PAUSED) {
            run.resume();
        } else {
            run.pause();
        }
    }

    void stop() {
        run.stop();
    }
}
