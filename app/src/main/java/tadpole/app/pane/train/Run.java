package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.app.chart.RunCurves;
import tadpole.app.chart.RunFrame;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.insight.VitalsWatch;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recording.Recording;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingResult;

/** One run of an experiment: its curves, figures, recording and job. Belongs to the JavaFX thread. */
public final class Run {

    private final Experiment start;
    private final RunCurves curves;
    private final RunFigures figures;
    private final Verdict verdict;
    private final StringProperty name = new SimpleStringProperty();
    private final BooleanProperty pinned = new SimpleBooleanProperty();
    private final TrainJob job;
    private final Consumer<Run> onNews;
    private RunningJob<TrainingResult> running;
    private Optional<News.Looked> looked = Optional.empty();
    private Optional<TrainingEvent.Stepped> last = Optional.empty();
    private double rate;
    private int batch;

    /**
     * @param sizes  of the network: "784–100–10"
     * @param onNews told after events of this run have come in
     */
    Run(Experiment start, String sizes, Dataset dataset, Device device, Glance glance, Jobs jobs, Consumer<Run> onNews) {
        this.start = start;
        this.name.set(start.name());
        this.curves = new RunCurves(RunFrame.of(start, dataset));
        this.figures = new RunFigures(start.training().epochs(), System::nanoTime);
        this.verdict = new Verdict(start, dataset);
        this.onNews = onNews;
        this.job = new TrainJob("Training %s %s".formatted(dataset.title(), sizes), start, dataset, device, glance, new UiFeed<>(jobs.frames(), this::hear));
        this.rate = start.rate();
        this.batch = start.training().batch();
    }

    /** @param paused whether it waits before its first step */
    void begin(Jobs jobs, boolean paused, Consumer<JobOutcome<TrainingResult>> whenOver) {
        job.setPaused(paused);
        figures.setWorking(!paused);
        running = paused ? jobs.startPaused(job, whenOver) : jobs.start(job, whenOver);
        running.stateProperty().addListener((_, _, state) -> {
            job.setPaused(state == RunningJob.State.PAUSED);
            figures.setWorking(state == RunningJob.State.RUNNING);
            onNews.accept(this);
        });
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
        return job.dataset();
    }

    /** Its recorded moments; grows while it runs. */
    public Recording recording() {
        return job.recording();
    }

    /** What is measured inside while it runs. */
    public VitalsWatch vitals() {
        return job.vitals();
    }

    public RunCurves curves() {
        return curves;
    }

    Figures figures() {
        return figures.now();
    }

    /** The last step that was made. */
    public Optional<TrainingEvent.Stepped> last() {
        return last;
    }

    public RunningJob.State state() {
        return running.state();
    }

    Optional<News.Looked> looked() {
        return looked;
    }

    String verdict(TrainingResult result, boolean stopped) {
        return verdict.of(result, stopped);
    }

    void pause() {
        job.setPaused(true);
        running.pause();
    }

    void resume() {
        job.setPaused(false);
        running.resume();
    }

    void step() {
        job.setPaused(true);
        running.step();
    }

    void stop() {
        running.stop();
    }

    /** Whether something else was changed than what may change while it runs. */
    boolean differsFrom(Experiment wanted) {
        Map<String, Object> optimizer = new LinkedHashMap<>(wanted.optimizer().settings().asMap());
        optimizer.put("rate", start.rate());
        Map<String, Object> plan = new LinkedHashMap<>(wanted.training().settings().asMap());
        plan.put("batch", (long) start.training().batch());
        return !(wanted.data().equals(start.data())
                && wanted.layers().equals(start.layers())
                && wanted.loss().equals(start.loss())
                && wanted.optimizer().type().equals(start.optimizer().type())
                && wanted.schedule().equals(start.schedule())
                && optimizer.equals(start.optimizer().settings().asMap())
                && plan.equals(start.training().settings().asMap())
                && wanted.training().order().equals(start.training().order())
                && wanted.seed() == start.seed()
                && wanted.start().equals(start.start()));
    }

    /** Takes over what may change while it runs. */
    void follow(Experiment wanted) {
        if (running.state().isOver()) {
            return;
        }
        if (wanted.rate() != rate) {
            rate = wanted.rate();
            job.changeRate(rate);
            verdict.changedRate(rate);
        }
        if (wanted.training().batch() != batch) {
            batch = wanted.training().batch();
            job.changeBatchSize(batch);
        }
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
        events.forEach(curves);
        for (TrainingEvent event : events) {
            switch (event) {
                case TrainingEvent.Stepped stepped -> last = Optional.of(stepped);
                case TrainingEvent.EpochEnded epoch -> verdict.ended(epoch);
                case TrainingEvent.Changed _ -> { }
            }
        }
        figures.accept(events);
        onNews.accept(this);
    }
}
