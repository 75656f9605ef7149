package tadpole.app.pane.finder;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;

/** The job that sweeps, and where it is. */
final class SweepRun {

    /** Who is told of it, on the JavaFX thread. */
    interface Listener {

        void hear(List<Told> told);

        /** Finished, or stopped with what there was. */
        void ended(List<Sweep> sweeps);

        void failed(String why);
    }

    private final Desk desk;
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private Optional<RunningJob<?>> running = Optional.empty();

    SweepRun(Desk desk) {
        this.desk = desk;
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    WorkState state() {
        return state.get();
    }

    void start(List<Variant> variants, SweepPlan plan, Dataset dataset, Listener listener) {
        desk.jobs().endWarmUp();
        state.set(WorkState.RUNNING);
        UiFeed<Told> feed = new UiFeed<>(desk.jobs().frames(), listener::hear);
        Consumer<JobOutcome<List<Sweep>>> whenOver = outcome -> {
            feed.flush();
            end(outcome, listener);
        };
        RunningJob<List<Sweep>> started = desk.jobs().start(new FindJob(variants, plan, dataset, desk.device(), feed), whenOver);
        running = Optional.of(started);
        started.stateProperty().addListener((_, _, now) -> {
            if (!now.isOver()) {
                state.set(now == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
            }
        });
    }

    void pause() {
        running.ifPresent(RunningJob::pause);
    }

    void resume() {
        running.ifPresent(RunningJob::resume);
    }

    void stop() {
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    private void end(JobOutcome<List<Sweep>> outcome, Listener listener) {
        switch (outcome) {
            case JobOutcome.Finished<List<Sweep>>(List<Sweep> sweeps) -> ended(sweeps, listener);
            case JobOutcome.Stopped<List<Sweep>>(List<Sweep> sweeps) -> ended(sweeps, listener);
            case JobOutcome.Failed<List<Sweep>>(String why, _) -> {
                state.set(WorkState.FAILED);
                listener.failed(why);
            }
        }
    }

    private void ended(List<Sweep> sweeps, Listener listener) {
        state.set(WorkState.ENDED);
        listener.ended(sweeps);
    }
}
