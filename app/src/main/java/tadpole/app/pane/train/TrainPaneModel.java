package tadpole.app.pane.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.RunCurves;
import tadpole.app.chart.RunFrame;
import tadpole.app.job.RunningJob;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingResult;

/** What the Train pane shows and does: an experiment being set up, and its run. */
public final class TrainPaneModel {

    private final Desk desk;
    private final Executor background;
    private final ExperimentForm form = new ExperimentForm();
    private final DataChoices data;
    private final ReadOnlyObjectWrapper<Fit> fit = new ReadOnlyObjectWrapper<>(Fit.NO_DATA);
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.READY);
    private final ReadOnlyObjectWrapper<RunCurves> curves;
    private final ReadOnlyObjectWrapper<Figures> figures;
    private final ReadOnlyObjectWrapper<Optional<Moment.Looked>> strip = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Experiment>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty onlyMistakes = new SimpleBooleanProperty();
    private final IntegerProperty stripSize = new SimpleIntegerProperty(11);
    private final ObservableValue<String> obstacle;
    private final BooleanBinding startable;
    private final BooleanBinding stoppable = Bindings.createBooleanBinding(() -> state.get().isGoingOn(), state);
    private final BooleanBinding resettable = Bindings.createBooleanBinding(() -> state.get() != RunState.READY, state);
    private final BooleanBinding trained;
    private final BooleanBinding waits;
    private final ObservableValue<String> subtitle;
    private final ObservableValue<Optional<Experiment>> unchanged;
    private Optional<Run> run = Optional.empty();
    private int asked;

    /**
     * @param folders    where data sets are looked for
     * @param background for what is too short for a job and too long for the JavaFX thread
     */
    public TrainPaneModel(Desk desk, List<Path> folders, Executor background) {
        this.desk = desk;
        this.background = background;
        this.data = new DataChoices(desk, folders);
        this.curves = new ReadOnlyObjectWrapper<>(new RunCurves(new RunFrame("", "cross-entropy, nats", "test", 10, 1)));
        this.figures = new ReadOnlyObjectWrapper<>(Figures.none(10));
        this.obstacle = Bindings.createStringBinding(this::findObstacle, form.refusalProperty(), fit);
        this.startable = Bindings.createBooleanBinding(
                () -> state.get().isGoingOn() || findObstacle().isEmpty(), state, form.refusalProperty(), fit);
        this.trained = Bindings.createBooleanBinding(
                () -> state.get() == RunState.ENDED && desk.workspace().trainedProperty().get().isPresent(),
                state, desk.workspace().trainedProperty());
        this.waits = Bindings.createBooleanBinding(
                () -> state.get().isGoingOn() && run.filter(now -> now.differsFrom(form.experiment())).isPresent(),
                state, form.experimentProperty());
        this.subtitle = Bindings.createStringBinding(this::say, fit, desk.workspace().datasetProperty());
        this.unchanged = Bindings.createObjectBinding(
                () -> opened.get().filter(each -> each.equals(form.experiment())), opened, form.experimentProperty());
        desk.workspace().datasetProperty().subscribe(dataset -> dataset.ifPresent(this::take));
        desk.workspace().experimentProperty().subscribe(given -> given.ifPresent(this::take));
        form.experimentProperty().addListener((_, _, experiment) -> follow(experiment));
        onlyMistakes.addListener(_ -> lookAnew());
        stripSize.addListener(_ -> lookAnew());
        data.find(background);
    }

    public ExperimentForm form() {
        return form;
    }

    public DataChoices data() {
        return data;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RunState state() {
        return state.get();
    }

    ReadOnlyObjectProperty<Fit> fitProperty() {
        return fit.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunCurves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** New with every batch of events that came in. */
    ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Moment.Looked>> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /** What was reached or what went wrong, in one line; empty while there is nothing to say. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** The opened experiment as long as nothing of it was changed. */
    public ObservableValue<Optional<Experiment>> openedProperty() {
        return unchanged;
    }

    public BooleanProperty onlyMistakesProperty() {
        return onlyMistakes;
    }

    /** How many images find room. */
    public IntegerProperty stripSizeProperty() {
        return stripSize;
    }

    /** The classes of the data that is shown. */
    List<String> classes() {
        return run.map(Run::dataset).or(() -> desk.workspace().datasetProperty().get()).map(Dataset::classes).orElse(List.of());
    }

    boolean hasData() {
        return desk.workspace().datasetProperty().get().isPresent();
    }

    /** The experiment whose figures are shown: the one that runs or ran, else the one being set up. */
    Experiment shownExperiment() {
        return run.map(Run::start).orElseGet(form::experiment);
    }

    /** "MNIST · 784–100–10 · 79 510 parameters". */
    public ObservableValue<String> subtitle() {
        return subtitle;
    }

    /** Why nothing can be started; empty where it can. */
    public ObservableValue<String> obstacle() {
        return obstacle;
    }

    /** Whether Start, Pause or Go on can act. */
    public BooleanBinding startable() {
        return startable;
    }

    public BooleanBinding stoppable() {
        return stoppable;
    }

    public BooleanBinding resettable() {
        return resettable;
    }

    /** Whether there is a network of an ended run. */
    BooleanBinding trained() {
        return trained;
    }

    /** Whether something was changed that this run does not take over. */
    BooleanBinding waitsForNextStart() {
        return waits;
    }

    /** Starts; pauses what runs; goes on with what is paused. */
    public void startOrPause() {
        switch (state.get()) {
            case RUNNING -> run.ifPresent(Run::pause);
            case PAUSED -> run.ifPresent(Run::resume);
            case READY, ENDED, FAILED -> begin(false);
        }
    }

    /** Learns from one batch and stands still. */
    public void step() {
        if (!state.get().isGoingOn()) {
            begin(true);
        }
        run.ifPresent(Run::step);
    }

    public void stop() {
        run.ifPresent(Run::stop);
    }

    /** Back to the very same start: the same weights, the same order, the rate and batch size it began with. */
    public void reset() {
        run.ifPresent(old -> {
            run = Optional.empty();
            if (!old.state().isOver()) {
                old.stop();
            }
            form.restoreLive(old.start());
        });
        state.set(RunState.READY);
        line.set("");
        showStart();
    }

    /** Opens an experiment file; what is there stays when the file cannot be used. */
    public void open(Path file) {
        background.execute(() -> {
            try {
                Experiment experiment = ExperimentFile.read(file);
                desk.jobs().ui().execute(() -> show(experiment, file));
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }

    public void save(Path file) {
        Experiment experiment = form.experiment();
        write(file, () -> ExperimentFile.write(file, experiment));
    }

    private interface Writing {
        void run() throws FileException;
    }

    private void write(Path file, Writing writing) {
        background.execute(() -> {
            try {
                writing.run();
                desk.jobs().ui().execute(() -> desk.messages().done("Saved %s.".formatted(file.getFileName())));
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }

    void saveWeights(Path file) {
        desk.workspace().trainedProperty().get().ifPresent(result -> write(file, () ->
                WeightsFile.write(file, shownExperiment(), result.network())));
    }

    void saveCharts(Path folder) {
        RunCurves shown = curves.get();
        background.execute(() -> {
            try {
                ChartFiles.write(shown, folder);
                desk.jobs().ui().execute(() -> desk.messages().done("Saved loss-accuracy.png and loss-accuracy.svg."));
            } catch (ChartException | FileException refused) {
                desk.jobs().ui().execute(() -> desk.messages().failed(refused.getMessage()));
            } catch (IOException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(
                        "The chart could not be saved in %s: %s. Choose another folder.".formatted(folder, fault.getMessage())));
            }
        });
    }

    private String findObstacle() {
        return form.refusalProperty().get().isEmpty() ? fit.get().problem() : form.refusalProperty().get();
    }

    private String say() {
        return desk.workspace().datasetProperty().get()
                .map(open -> fit.get().sizes().isEmpty()
                        ? open.title()
                        : "%s · %s · %s parameters".formatted(open.title(), fit.get().sizes(), Numbers.count(fit.get().parameters())))
                .orElse("nothing is open");
    }

    private void show(Experiment experiment, Path file) {
        reset();
        opened.set(Optional.of(experiment));
        form.show(experiment);
        desk.workspace().datasetProperty().get().ifPresent(open -> {
            if (open.key().equals(experiment.data().set())) {
                form.use(open);
            }
        });
        data.open(experiment.data().set());
        desk.messages().done("Opened %s.".formatted(file.getFileName()));
    }

    private void begin(boolean paused) {
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        if (dataset.isEmpty() || !form.refusalProperty().get().isEmpty() || !fit.get().fits()) {
            return;
        }
        run.filter(old -> !old.state().isOver()).ifPresent(Run::stop);
        Run next = new Run(
                form.experiment(), fit.get().sizes(), dataset.get(), desk.device(), glance(), desk.jobs(), this::news);
        run = Optional.of(next);
        line.set("");
        curves.set(next.curves());
        figures.set(Figures.none(next.start().training().epochs()));
        state.set(paused ? RunState.PAUSED : RunState.RUNNING);
        // The last events are still on their way; the outcome waits in the same line behind them.
        next.begin(desk.jobs(), paused, outcome -> desk.jobs().frames().execute(() -> end(next, outcome)));
    }

    private void news(Run of) {
        if (run.filter(now -> now == of).isEmpty()) {
            return;
        }
        if (!of.state().isOver()) {
            state.set(of.state() == RunningJob.State.PAUSED ? RunState.PAUSED : RunState.RUNNING);
        }
        Figures now = of.figures();
        figures.set(now.isEmpty() ? Figures.none(of.start().training().epochs()) : now);
        of.looked().ifPresent(looked -> strip.set(Optional.of(looked)));
    }

    private void end(Run of, JobOutcome<TrainingResult> outcome) {
        if (run.filter(now -> now == of).isEmpty()) {
            return;
        }
        switch (outcome) {
            case JobOutcome.Finished<TrainingResult>(var result) -> reached(of, result, false);
            case JobOutcome.Stopped<TrainingResult>(var result) -> reached(of, result, true);
            case JobOutcome.Failed<TrainingResult>(var why, _) -> {
                state.set(RunState.FAILED);
                line.set(why);
                desk.messages().failed(why);
            }
        }
        lookAnew();
    }

    private void reached(Run of, TrainingResult result, boolean stopped) {
        state.set(RunState.ENDED);
        line.set(of.verdict(result, stopped));
        desk.workspace().trainedProperty().set(Optional.of(result));
    }

    private void take(Dataset dataset) {
        form.use(dataset);
        check();
        if (state.get() == RunState.READY) {
            showStart();
        }
    }

    /** Another pane or a lesson sets the experiment. */
    private void take(Experiment experiment) {
        if (!experiment.equals(form.experiment())) {
            form.show(experiment);
        }
    }

    private void follow(Experiment experiment) {
        desk.workspace().experimentProperty().set(Optional.of(experiment));
        run.ifPresent(now -> now.follow(experiment));
        check();
        if (state.get() == RunState.READY) {
            showStart();
        }
    }

    private void check() {
        int mine = ++asked;
        Experiment experiment = form.experiment();
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        background.execute(() -> {
            Fit answer = Fit.of(experiment, dataset);
            desk.jobs().ui().execute(() -> {
                if (mine == asked) {
                    fit.set(answer);
                }
            });
        });
    }

    private void showStart() {
        Experiment experiment = form.experiment();
        figures.set(Figures.none(experiment.training().epochs()));
        desk.workspace().datasetProperty().get().ifPresent(dataset -> {
            curves.set(new RunCurves(RunFrame.of(experiment, dataset)));
            var split = dataset.test().orElse(dataset.train());
            strip.set(Optional.of(new Moment.Looked(split, TestStrip.unseen(split, stripSize.get()))));
        });
    }

    private Glance glance() {
        return new Glance(onlyMistakes.get(), stripSize.get());
    }

    /** While it runs the next look follows by itself; while it stands still somebody has to ask. */
    private void lookAnew() {
        Glance wanted = glance();
        if (run.isEmpty()) {
            showStart();
            return;
        }
        Run of = run.get();
        of.setGlance(wanted);
        if (state.get() != RunState.RUNNING) {
            background.execute(() -> of.lookNow().ifPresent(looked -> desk.jobs().ui().execute(() -> {
                of.show(looked);
                news(of);
            })));
        }
    }
}
