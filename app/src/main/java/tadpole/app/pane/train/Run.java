package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.app.chart.RunCurves;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.doctor.Examination;
import tadpole.engine.insight.VitalsWatch;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.Network;
import tadpole.engine.recording.Recording;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingResult;

/** One run of an experiment: its curves, figures, recording and job. Belongs to the JavaFX thread. */
public final class Run {

    private final Experiment start;
    private final Dataset dataset;
    private final Device device;
    private final Jobs jobs;
    private final Optional<Origin> origin;
    private final Past past;
    private final RunBook book;
    private final Recording recording;
    private final VitalsWatch vitals = new VitalsWatch();
    private final Examination doctor;
    private final StringProperty name = new SimpleStringProperty();
    private final BooleanProperty pinned = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private Consumer<Run> onNews = _ -> { };
    private TrainJob job;
    private Optional<RunningJob<TrainingResult>> running = Optional.empty();
    private Optional<News.Looked> looked = Optional.empty();
    private Optional<TrainingResult> result = Optional.empty();
    private String line = "";
    private String outcome = "";
    private Experiment current;

    /**
     * @param origin where it leaves another run; empty for one from the very start
     */
    Run(Experiment start, Dataset dataset, Optional<Origin> origin, Desk desk, Recording recording) {
        this.start = start;
        this.dataset = dataset;
        this.device = desk.device();
        this.jobs = desk.jobs();
        this.origin = origin;
        this.recording = recording;
        this.name.set(start.name());
        this.book = new RunBook(start, dataset, origin);
        this.past = new Past(this);
        this.current = start;
        this.doctor = new Examination(device, origin.map(Origin::parent).map(Run::doctor));
        this.job = job("", start, Optional.empty(), new Glance(false, 0));
    }

    /** @param listener told after events of this run have come in, and when its state changed */
    void onNews(Consumer<Run> listener) {
        onNews = listener;
    }

    private TrainJob job(String sizes, Experiment experiment, Optional<Moment> from, Glance glance) {
        TrainJob.Leg leg = new TrainJob.Leg("Training %s %s".formatted(dataset.title(), sizes).strip(), experiment, from, recording, vitals, doctor);
        return new TrainJob(leg, dataset, device, glance, new UiFeed<>(jobs.frames(), this::hear));
    }

    /**
     * Trains, from the start or from a moment.
     *
     * @param sizes    of the network: "784–100–10"
     * @param paused   whether it waits before its first step
     * @param whenOver told after all events
     */
    void begin(String sizes, Optional<Moment> from, Glance glance, boolean paused, Consumer<JobOutcome<TrainingResult>> whenOver) {
        job = job(sizes, start, from, glance);
        launch(paused, whenOver);
    }

    private void launch(boolean paused, Consumer<JobOutcome<TrainingResult>> whenOver) {
        job.setPaused(paused);
        book.setWorking(!paused);
        state.set(paused ? WorkState.PAUSED : WorkState.RUNNING);
        // The last events are still on their way; the outcome waits in the same line behind them.
        Consumer<JobOutcome<TrainingResult>> over = outcome -> jobs.frames().execute(() -> {
            end(outcome);
            whenOver.accept(outcome);
        });
        RunningJob<TrainingResult> started = paused ? jobs.startPaused(job, over) : jobs.start(job, over);
        running = Optional.of(started);
        started.stateProperty().addListener((_, _, now) -> {
            job.setPaused(now == RunningJob.State.PAUSED);
            book.setWorking(now == RunningJob.State.RUNNING);
            if (!now.isOver()) {
                state.set(now == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
                onNews.accept(this);
            }
        });
    }

    private void end(JobOutcome<TrainingResult> outcome) {
        running = Optional.empty();
        switch (outcome) {
            case JobOutcome.Finished<TrainingResult>(var reached) -> reached(reached, false);
            case JobOutcome.Stopped<TrainingResult>(var reached) -> reached(reached, true);
            case JobOutcome.Failed<TrainingResult>(var why, _) -> {
                line = why;
                this.outcome = why.replaceFirst(": try rate .*$", ".");
                state.set(WorkState.FAILED);
            }
        }
        onNews.accept(this);
    }

    private void reached(TrainingResult reached, boolean stopped) {
        result = Optional.of(reached);
        book.end(reached);
        line = book.verdict(reached, stopped);
        outcome = book.outcome(reached, stopped);
        state.set(WorkState.ENDED);
    }

    /** The experiment as the run began with it. */
    public Experiment start() {
        return start;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** A pinned run stays on the charts and is never dropped by itself. */
    public BooleanProperty pinnedProperty() {
        return pinned;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** Where it left another run; empty where it began at the very start. */
    public Optional<Origin> origin() {
        return origin;
    }

    /** Who made that step: the run itself, or before it left its parent the parent; where it left without a change, that step is the parent's. */
    Run owner(long step) {
        return origin.filter(from -> step < from.step() || step == from.step() && from.change().isEmpty())
                .map(from -> from.parent().owner(step)).orElse(this);
    }

    /** Loss, rate, epoch after each step. */
    public Trail trail() {
        return book.trail();
    }

    /** The epochs that ended, with what held-out samples said, oldest first; those of the parent are not among them. */
    public List<EpochEnded> epochs() {
        return book.epochs();
    }

    /** The last epoch that was over after a step, of the parent where that was before it left it. */
    public Optional<EpochEnded> endedBefore(long step) {
        return book.endedBefore(step);
    }

    /** How many steps it is to make in all. */
    public long plannedSteps() {
        return book.plannedSteps();
    }

    /** How many steps were made, those of the parent before it left it with them. */
    public long standsAt() {
        return book.trail().last();
    }

    /** Its recorded moments, and before it left its parent the parent's. */
    public Past past() {
        return past;
    }

    /** Its recorded moments; grows while it runs. */
    public Recording recording() {
        return recording;
    }

    /** What is measured inside while it runs. */
    public VitalsWatch vitals() {
        return vitals;
    }

    /** What the doctor says of it; grows while it runs. */
    public Examination doctor() {
        return doctor;
    }

    public RunCurves curves() {
        return book.curves();
    }

    RunBook book() {
        return book;
    }

    Figures figures() {
        return book.now();
    }

    /** The last step that was made. */
    public Optional<TrainingEvent.Stepped> last() {
        return book.last();
    }

    public ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public WorkState state() {
        return state.get();
    }

    /** What came out; empty before its end. */
    public Optional<TrainingResult> result() {
        return result;
    }

    /** What was reached or what went wrong, in one line; empty before its end. */
    public String line() {
        return line;
    }

    /** The same without an advice, for who has a better one; empty before its end. */
    String outcome() {
        return outcome;
    }

    Optional<News.Looked> looked() {
        return looked;
    }

    public void pause() {
        job.setPaused(true);
        running.ifPresent(RunningJob::pause);
    }

    public void resume() {
        job.setPaused(false);
        running.ifPresent(RunningJob::resume);
    }

    void step() {
        job.setPaused(true);
        running.ifPresent(RunningJob::step);
    }

    public void stop() {
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    /** Gives back what it keeps of its moments. */
    void close() {
        recording.close();
    }

    /** With what was changed while it ran. */
    public Experiment current() {
        return current;
    }

    /** Whether something was changed that does not act while it runs. */
    boolean differsFrom(Experiment wanted) {
        return !(wanted.data().equals(start.data())
                && wanted.layers().equals(start.layers())
                && wanted.loss().equals(start.loss())
                && wanted.training().order().equals(start.training().order())
                && wanted.seed() == start.seed()
                && wanted.start().equals(start.start()));
    }

    /** Takes over what may change while it runs. */
    void follow(Experiment wanted) {
        Experiment next = Differences.merge(current, wanted);
        if (!state().isGoingOn() || next.equals(current)) {
            return;
        }
        job.change(current, next);
        current = next;
        book.follow(next);
    }

    /** Where it was stopped or finished it trains further. */
    void goOn(Experiment longer, Moment from, Glance glance, Consumer<JobOutcome<TrainingResult>> whenOver) {
        current = longer;
        book.follow(longer);
        line = "";
        outcome = "";
        result = Optional.empty();
        job = new TrainJob(job.leg().further(longer, from), dataset, device, glance, new UiFeed<>(jobs.frames(), this::hear));
        launch(false, whenOver);
        onNews.accept(this);
    }

    /** Which images the strip asks about from now on. */
    void setGlance(Glance glance) {
        job.setGlance(glance);
    }

    /** Asks the network on the calling thread; waits while a step runs. */
    Optional<News.Looked> lookNow() {
        return job.lookNow();
    }

    /** Where training is, copied on the calling thread; waits while a step runs. */
    Optional<TrainJob.Standing> standing() {
        return job.standing();
    }

    /** Records where it stands; any thread, waits for the end of a step that runs. */
    void keepNow() {
        job.keepNow();
    }

    /** Writes its weights of now into a network of the same shapes; any thread. @return the step; empty before there is a network */
    Optional<Long> copyInto(Network other) {
        return job.copyInto(other);
    }

    void show(News.Looked now) {
        looked = Optional.of(now);
    }

    private void hear(List<News> moments) {
        List<TrainingEvent> events = new ArrayList<>();
        for (News moment : moments) {
            switch (moment) {
                case News.Happened(TrainingEvent event) -> events.add(event);
                case News.Looked now -> looked = Optional.of(now);
            }
        }
        book.hear(events);
        onNews.accept(this);
    }
}
