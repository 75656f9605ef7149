package tadpole.app.pane.playground.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.job.WorkState;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.inspect.Explainer;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.inspect.Tracer;
import tadpole.engine.inspect.XRay;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Words;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.StartValues;
import tadpole.engine.training.TrainingResult;

/** A regression from its start through its iterations, and the points it learns. */
final class RegressionModel {

    private final Jobs jobs;
    private final Device device;
    private final RegressionForm form = new RegressionForm();
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private List<Moment> moments = new ArrayList<>();
    private Experiment base;
    private Experiment experiment;
    private Dataset dataset;
    private RegressionJob job;
    private Optional<RunningJob<TrainingResult>> running = Optional.empty();
    private Optional<LinearFit> fit = Optional.empty();
    private double[] start = {};
    private int shown = -1;
    private boolean following = true;
    private boolean opening;
    private int run;
    private Runnable flush = () -> {};

    /** @throws IllegalStateException where the first experiment does not fit itself */
    RegressionModel(Experiment first, Jobs jobs, Device device) {
        this.jobs = jobs;
        this.device = device;
        if (!open(first)) {
            throw new IllegalStateException(line.get());
        }
        form.form().settingsProperty().addListener((_, _, _) -> changed());
        form.optimizer().specProperty().addListener((_, _, _) -> changed());
    }

    RegressionForm form() {
        return form;
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What was reached, or what went wrong and what to do. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Another number whenever something that is shown has changed. */
    ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    Experiment experiment() {
        return experiment;
    }

    Dataset dataset() {
        return dataset;
    }

    Setup setup() {
        return job.setup();
    }

    List<Moment> moments() {
        return moments;
    }

    Optional<LinearFit> fit() {
        return fit;
    }

    /** The weights before the first step. */
    double[] start() {
        return start.clone();
    }

    /** The iteration looked at; -1 for the start. */
    int shown() {
        return shown;
    }

    Optional<Moment> shownMoment() {
        return shown >= 0 && shown < moments.size() ? Optional.of(moments.get(shown)) : Optional.empty();
    }

    double[] shownWeights() {
        return shownMoment().map(Moment::weights).orElse(start).clone();
    }

    /** Looks at an iteration; the last one goes along with the training again. */
    void look(int iteration) {
        shown = Math.clamp(iteration, -1, moments.size() - 1);
        following = shown == moments.size() - 1;
        tell();
    }

    List<double[]> points() {
        return RegressionForm.points(dataset.train());
    }

    /** Takes an experiment from a file or a lesson. False where it cannot be shown: the line says why, and all stays as it was. */
    boolean open(Experiment opened) {
        try {
            show(opened);
            build(form.experiment(opened));
            base = opened;
            return true;
        } catch (SettingException refused) {
            restore();
            line.set(refused.getMessage());
            return false;
        } finally {
            tell();
        }
    }

    private void show(Experiment wanted) throws SettingException {
        opening = true;
        try {
            form.show(wanted);
        } finally {
            opening = false;
        }
    }

    private void restore() {
        try {
            if (experiment != null) {
                show(experiment);
            }
        } catch (SettingException impossible) {
            throw new IllegalStateException("The form refuses what it made.", impossible);
        }
    }

    private void changed() {
        if (!opening) {
            again();
        }
    }

    /** Back before the first step, with what is set now. False where it cannot be built: the line says why, and what stood there stays. */
    boolean again() {
        try {
            build(form.experiment(base));
            return true;
        } catch (SettingException misfit) {
            line.set(misfit.getMessage());
            return false;
        } finally {
            tell();
        }
    }

    private void build(Experiment wanted) throws SettingException {
        Dataset data = PointSets.make(wanted.data().set(), wanted.data().make().orElseThrow());
        int next = run + 1;
        UiFeed<Moment> feed = new UiFeed<>(jobs.frames(), batch -> hear(next, batch));
        RegressionJob built = new RegressionJob(wanted, data, device, feed);
        stop();
        run = next;
        experiment = wanted;
        dataset = data;
        job = built;
        flush = feed::flush;
        moments = new ArrayList<>();
        start = built.start();
        fit = LinearFit.of(built.setup());
        running = Optional.empty();
        shown = -1;
        following = true;
        line.set("");
        state.set(WorkState.READY);
    }

    private void hear(int of, List<Moment> batch) {
        if (of != run) {
            return;
        }
        moments.addAll(batch);
        if (following) {
            shown = moments.size() - 1;
        }
        tell();
    }

    void startOrPause() {
        switch (state.get()) {
            case RUNNING -> running.orElseThrow().pause();
            case PAUSED -> running.orElseThrow().resume();
            case READY -> begin(false);
            case ENDED, FAILED -> {
                if (again()) {
                    begin(false);
                }
            }
        }
    }

    void step() {
        if (state.get() == WorkState.READY) {
            begin(true);
        }
        if (state.get().isGoingOn()) {
            running.orElseThrow().step();
        }
    }

    void stop() {
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    private void begin(boolean paused) {
        int mine = run;
        Consumer<JobOutcome<TrainingResult>> over = outcome -> over(mine, outcome);
        RunningJob<TrainingResult> started = paused ? jobs.startPaused(job, over) : jobs.start(job, over);
        running = Optional.of(started);
        following = true;
        state.set(paused ? WorkState.PAUSED : WorkState.RUNNING);
        started.stateProperty().addListener((_, _, now) -> {
            if (mine == run && !now.isOver()) {
                state.set(now == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
            }
        });
    }

    private void over(int of, JobOutcome<TrainingResult> outcome) {
        if (of != run) {
            return;
        }
        flush.run();
        switch (outcome) {
            case JobOutcome.Finished<TrainingResult> _ -> {
                line.set(verdict());
                state.set(WorkState.ENDED);
            }
            case JobOutcome.Stopped<TrainingResult> _ -> {
                line.set("Stopped after %d iterations.".formatted(moments.size()));
                state.set(WorkState.ENDED);
            }
            case JobOutcome.Failed<TrainingResult>(String message, Throwable _) -> {
                line.set(message + " The pictures keep what was before.");
                shown = lastFinite();
                following = false;
                state.set(WorkState.FAILED);
            }
        }
        tell();
    }

    private int lastFinite() {
        int last = moments.size() - 1;
        while (last >= 0 && DoubleStream.of(moments.get(last).weights()).anyMatch(weight -> !Double.isFinite(weight))) {
            last--;
        }
        return last;
    }

    private String verdict() {
        if (moments.size() < 2) {
            return "Finished.";
        }
        double first = moments.getFirst().loss();
        double last = moments.getLast().loss();
        if (last > first) {
            return "Diverged: the loss went from %s to %s.%s".formatted(five(first), five(last), limit());
        }
        return "The loss fell from %s to %s in %d iterations.".formatted(five(first), five(last), moments.size());
    }

    /** The rate above which plain descent diverges, where one is known. */
    String limit() {
        return fit.map(each -> " Plain descent holds below a rate of %s, 2 over the greatest curvature.".formatted(
                five(2 / each.greatestCurvature()))).orElse("");
    }

    /** As the lesson prints them: five significant digits. */
    static String five(double value) {
        return Words.rounded(value, 5);
    }

    /** Points of one's own, at least two; false where they cannot be learned, as by a network that learns no curve. */
    boolean setPoints(List<double[]> points) {
        if (!RegressionForm.fits(base) || points.size() < 2) {
            return false;
        }
        try {
            base = RegressionForm.onPoints(form.experiment(base), points);
            return again();
        } catch (SettingException refused) {
            line.set(refused.getMessage());
            return false;
        }
    }

    /** The two weights start there from now on. */
    void startAt(int a, double valueA, int b, double valueB) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        double[] from = start();
        from[a] = valueA;
        from[b] = valueB;
        int at = 0;
        for (Parameter parameter : setup().network().parameters()) {
            int first = at;
            values.put(parameter.name(), IntStream.range(0, parameter.size()).mapToObj(i -> (double) (float) from[first + i]).toList());
            at += parameter.size();
        }
        base = base.withStart(new StartValues(values));
        again();
    }

    /** Every y moves by a share of the range of all, drawn by a seed. */
    void addNoise(double share, long seed) {
        List<double[]> points = points();
        double least = points.stream().mapToDouble(each -> each[1]).min().orElse(0);
        double most = points.stream().mapToDouble(each -> each[1]).max().orElse(1);
        RandomGenerator random = new Seed(seed).derive("noise").generator();
        setPoints(points.stream().map(each -> new double[] {each[0], each[1] + share * (most - least) * random.nextGaussian()}).toList());
    }

    /** Whether the iteration looked at can be traced: not where gradients pile up, and of a large network only the last one. */
    boolean canOpen() {
        return experiment.training().settings().choice("zeroGradients").equals("all") && before().isPresent();
    }

    private Optional<Snapshot> before() {
        return shownMoment().flatMap(Moment::before).or(() -> shown >= 0 && shown == moments.size() - 1 && state.get() != WorkState.RUNNING
                ? job.beforeLast() : Optional.empty());
    }

    /** The arithmetic of the iteration looked at, to be made beside the JavaFX thread. */
    Callable<Explainer> explainer() {
        Snapshot from = before().orElseThrow();
        Experiment of = experiment;
        Dataset data = dataset;
        return () -> {
            Tracer tracer = new Tracer(of, Setup.of(of, data), data.classes(), device);
            return new XRay(tracer.trace(from, tracer.train(), IntStream.range(0, tracer.train().size()).toArray()));
        };
    }

    private void tell() {
        news.set(news.get() + 1);
    }
}
