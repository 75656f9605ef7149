package tadpole.app.pane.kernels.trained;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.job.RunningJob;
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
import tadpole.engine.job.JobOutcome;

/** The open network in its versions, and the jobs that try them. */
final class Trials {

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Optional<Version>> version = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SwitchedOff>> ranking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyObjectWrapper<Optional<RunningJob<?>>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final Deque<Version> earlier = new ArrayDeque<>();
    private Optional<OpenNetwork> original = Optional.empty();
    private Optional<Judged> before = Optional.empty();

    Trials(Desk desk) {
        this.desk = desk;
    }

    ReadOnlyObjectProperty<Optional<Version>> versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** What became of the last layer whose filters were switched off in turn; of the version that is shown. */
    ReadOnlyObjectProperty<Optional<SwitchedOff>> rankingProperty() {
        return ranking.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RunningJob<?>>> runningProperty() {
        return running.getReadOnlyProperty();
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
        stop();
        earlier.clear();
        undoable.set(false);
        before = Optional.empty();
        original = Optional.of(network);
        ranking.set(Optional.empty());
        state.set(WorkState.READY);
        line.set("");
        version.set(Optional.of(new Version(network, List.of(), Optional.empty())));
    }

    /** Exchanges some more filters, and tries what comes of it. */
    void exchange(List<Exchange> more) {
        if (state.get().isGoingOn() || version.get().isEmpty() || more.isEmpty()) {
            return;
        }
        List<Exchange> all = new ArrayList<>(version.get().get().exchanges());
        for (Exchange each : more) {
            all.removeIf(old -> Version.is(old, each.layer(), each.filter()));
            all.add(each);
        }
        OpenNetwork base = original.orElseThrow();
        PutBack job = new PutBack(base.trained(), all, before, desk.device());
        start(job, result -> result.ifPresent(comparison -> {
            before = Optional.of(comparison.before());
            line.set(Words.line(comparison, base.trained().part()));
            show(new Version(base.with(job.changed()), all, Optional.of(comparison)));
        }));
    }

    /** Switches each filter of a layer of the shown version off in turn. */
    void switchOff(TrainedLayer layer) {
        if (state.get().isGoingOn() || version.get().isEmpty()) {
            return;
        }
        Version now = version.get().get();
        Optional<Judged> known = now.exchanges().isEmpty() ? before : now.comparison().map(Comparison::after);
        start(new SwitchOff(now.network().trained(), layer, known, desk.device()), result -> result.ifPresent(ranked -> {
            if (now.exchanges().isEmpty()) {
                before = Optional.of(ranked.before());
            }
            ranking.set(result);
            line.set(ranked.without().isEmpty() ? "Stopped before a filter was tried."
                    : "Without filter %d of %s the fewest are right: %s instead of %s%s.".formatted(ranked.ranking().getFirst().filter() + 1, ranked.layer(),
                            Words.percent(ranked.ranking().getFirst().evaluation()), Words.percent(ranked.before().evaluation()),
                            ranked.without().size() < ranked.filters() ? "; %d of %d were tried".formatted(ranked.without().size(), ranked.filters()) : ""));
        }));
    }

    private <R> void start(Job<R> job, Consumer<R> use) {
        Version of = version.get().orElseThrow();
        state.set(WorkState.RUNNING);
        line.set("");
        RunningJob<R> run = desk.jobs().start(job, outcome -> {
            if (version.get().filter(now -> now == of).isEmpty()) {
                return;
            }
            running.set(Optional.empty());
            switch (outcome) {
                case JobOutcome.Finished<R>(var result) -> {
                    state.set(WorkState.ENDED);
                    use.accept(result);
                }
                case JobOutcome.Stopped<R>(var soFar) -> {
                    state.set(WorkState.ENDED);
                    line.set("Stopped: the network stays as it was.");
                    use.accept(soFar);
                }
                case JobOutcome.Failed<R>(var why, _) -> {
                    state.set(WorkState.FAILED);
                    line.set(why);
                    desk.messages().failed(why);
                }
            }
        });
        run.stateProperty().addListener((_, _, now) -> {
            if (!now.isOver() && state.get().isGoingOn()) {
                state.set(now == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
            }
        });
        running.set(Optional.of(run));
    }

    private void show(Version next) {
        version.get().ifPresent(earlier::push);
        undoable.set(true);
        ranking.set(Optional.empty());
        version.set(Optional.of(next));
    }

    /** Back to the network as it was opened. */
    void restore() {
        if (!state.get().isGoingOn() && version.get().filter(now -> !now.exchanges().isEmpty()).isPresent()) {
            show(new Version(original.orElseThrow(), List.of(), Optional.empty()));
            line.set("All filters are as they were.");
        }
    }

    void undo() {
        if (state.get().isGoingOn() || earlier.isEmpty()) {
            return;
        }
        Version back = earlier.pop();
        undoable.set(!earlier.isEmpty());
        ranking.set(Optional.empty());
        line.set(back.comparison().map(each -> Words.line(each, back.network().trained().part())).orElse("All filters are as they were."));
        version.set(Optional.of(back));
    }

    void pauseOrResume() {
        running.get().ifPresent(run -> {
            if (run.state() == RunningJob.State.PAUSED) {
                run.resume();
            } else {
                run.pause();
            }
        });
    }

    void stop() {
        running.get().ifPresent(RunningJob::stop);
    }
}
