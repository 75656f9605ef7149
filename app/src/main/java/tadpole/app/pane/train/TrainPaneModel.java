package tadpole.app.pane.train;

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
import tadpole.app.chart.RunCurves;
import tadpole.app.chart.RunFrame;
import tadpole.app.experiment.Examples;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingResult;
import tadpole.engine.training.Warmup;

/** What the Train pane shows and does: an experiment being set up, and its run. */
public final class TrainPaneModel {

    private static final long WARM_UP_MILLIS = 2500;

    private final Desk desk;
    private final Executor background;
    private final Draft draft;
    private final ExperimentFiles files;
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyObjectWrapper<RunCurves> curves;
    private final ReadOnlyObjectWrapper<Figures> figures;
    private final ReadOnlyObjectWrapper<Optional<News.Looked>> strip = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final BooleanProperty inFront = new SimpleBooleanProperty();
    private final BooleanProperty onlyMistakes = new SimpleBooleanProperty();
    private final IntegerProperty stripSize = new SimpleIntegerProperty(11);
    private final BooleanBinding startable;
    private final BooleanBinding stoppable = Bindings.createBooleanBinding(() -> state.get().isGoingOn(), state);
    private final BooleanBinding resettable = Bindings.createBooleanBinding(() -> state.get() != WorkState.READY, state);
    private final BooleanBinding trained;
    private final BooleanBinding waits;
    private final Shelf shelf;

    /**
     * @param examples   what is offered to open, and where data sets are looked for
     * @param background for what is too short for a job and too long for the JavaFX thread
     */
    public TrainPaneModel(Desk desk, Examples examples, Executor background) {
        this.desk = desk;
        this.background = background;
        this.draft = new Draft(desk, examples, background);
        this.files = new ExperimentFiles(desk, background);
        this.shelf = new Shelf(desk);
        this.curves = new ReadOnlyObjectWrapper<>(new RunCurves(new RunFrame("", "cross-entropy, nats", "test", 10, 1)));
        this.figures = new ReadOnlyObjectWrapper<>(Figures.none(10));
        this.startable = Bindings.createBooleanBinding(
                () -> state.get().isGoingOn() || draft.canStart(), state, draft.form().refusalProperty(), draft.fitProperty());
        this.trained = Bindings.createBooleanBinding(
                () -> state.get() == WorkState.ENDED && desk.workspace().trainedProperty().get().isPresent(),
                state, desk.workspace().trainedProperty());
        this.waits = Bindings.createBooleanBinding(
                () -> state.get().isGoingOn() && run().filter(now -> now.differsFrom(draft.form().experiment())).isPresent(),
                state, shelf.lookProperty(), draft.form().experimentProperty());
        desk.workspace().datasetProperty().subscribe(_ -> showStart());
        draft.form().experimentProperty().addListener((_, _, experiment) -> follow(experiment));
        draft.fitProperty().subscribe(_ -> warmUp());
        shelf.onNews(this::news);
        shelf.lookProperty().addListener(_ -> look());
        onlyMistakes.addListener(_ -> lookAnew());
        stripSize.addListener(_ -> lookAnew());
    }

    Shelf shelf() {
        return shelf;
    }

    public Draft draft() {
        return draft;
    }

    public ExperimentForm form() {
        return draft.form();
    }

    public ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public WorkState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<RunCurves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** New with every batch of events that came in. */
    ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<News.Looked>> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /** What was reached or what went wrong, in one line; empty while there is nothing to say. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    public BooleanProperty onlyMistakesProperty() {
        return onlyMistakes;
    }

    /** Whether one looks at this pane now: what it says itself need not be said again. */
    public BooleanProperty inFrontProperty() {
        return inFront;
    }

    /** How many images find room. */
    public IntegerProperty stripSizeProperty() {
        return stripSize;
    }

    /** The classes of the data that is shown. */
    List<String> classes() {
        return run().map(Run::dataset).or(draft::dataset).map(Dataset::classes).orElse(List.of());
    }

    /** The experiment whose figures are shown: the one that runs or ran, else the one being set up. */
    Experiment shownExperiment() {
        return run().map(Run::start).orElseGet(form()::experiment);
    }

    /** The run that is shown; none before the first and after a reset. */
    Optional<Run> run() {
        return shelf.run();
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
            case RUNNING -> run().ifPresent(Run::pause);
            case PAUSED -> run().ifPresent(Run::resume);
            case READY, ENDED, FAILED -> begin(false);
        }
    }

    /** Learns from one batch and stands still. */
    public void step() {
        if (!state.get().isGoingOn()) {
            begin(true);
        }
        run().ifPresent(Run::step);
    }

    public void stop() {
        run().ifPresent(Run::stop);
    }

    /** Back to the very same start: the same weights, the same order, the rate and batch size it began with. */
    public void reset() {
        run().ifPresent(old -> {
            old.stop();
            form().restoreLive(old.start());
        });
        shelf.lookAtNothing();
    }

    /** Opens an experiment file; what is there stays when the file cannot be used. */
    public void open(Path file) {
        files.open(file, experiment -> {
            reset();
            draft.show(experiment);
        });
    }

    public void save(Path file) {
        files.save(file, form().experiment());
    }

    /** With the experiment that made them, whatever was set up since. */
    void saveWeights(Path file) {
        desk.workspace().trainedProperty().get().ifPresent(result -> {
            Experiment by = shelf.runs().stream().filter(each -> each.result().filter(own -> own == result).isPresent()).findFirst()
                    .map(Run::start).orElseGet(this::shownExperiment);
            files.saveWeights(file, by, result.network());
        });
    }

    void saveCharts(Path folder) {
        files.saveCharts(folder, curves.get().now());
    }

    private void begin(boolean paused) {
        draft.dataset().filter(_ -> draft.canStart()).ifPresent(dataset ->
                begin(new Shelf.Order(form().experiment(), dataset, form().experiment().name(), Optional.empty()), paused));
    }

    /** Trains beside what runs already. */
    void begin(Shelf.Order order, boolean paused) {
        String sizes = order.experiment().layers().equals(form().experiment().layers()) ? draft.fitProperty().get().sizes() : order.name();
        shelf.begin(order, sizes, glance(), paused);
    }

    /** The run that Start would begin; empty where it cannot. */
    Optional<Run> coming() {
        return draft.dataset().filter(_ -> draft.canStart())
                .map(dataset -> new Run(form().experiment(), dataset, Optional.empty(), desk, _ -> { }));
    }

    /** Another run, or none. */
    private void look() {
        draft.schedule().forget();
        line.set("");
        if (run().isEmpty()) {
            state.set(WorkState.READY);
            showStart();
            return;
        }
        curves.set(run().get().curves());
        news(run().get());
    }

    /** What the strip says of a recorded moment. */
    void see(Optional<Sight> sight) {}

    /** While one still looks at what could be started. */
    private void warmUp() {
        if (state.get().isGoingOn() || !draft.canStart()) {
            return;
        }
        draft.dataset().ifPresent(dataset ->
                desk.jobs().warmUp(new Warmup(form().experiment(), dataset, desk.device(), WARM_UP_MILLIS)));
    }

    private void news(Run of) {
        if (run().filter(now -> now == of).isEmpty()) {
            return;
        }
        Figures now = of.figures();
        draft.schedule().follow(of.start().schedule(), of.last());
        figures.set(now.isEmpty() ? Figures.none(of.start().training().epochs()) : now);
        of.looked().ifPresent(looked -> strip.set(Optional.of(looked)));
        if (of.state() != state.get()) {
            turn(of);
        }
    }

    private void turn(Run of) {
        of.result().ifPresent(result -> desk.workspace().trainedProperty().set(Optional.of(result)));
        line.set(of.line());
        state.set(of.state());
        if (of.state() == WorkState.FAILED && !inFront.get()) {
            desk.messages().failed(of.line());
        }
        if (!of.state().isGoingOn()) {
            lookAnew();
        }
    }

    private void follow(Experiment experiment) {
        run().ifPresent(now -> now.follow(experiment));
        showStart();
    }

    /** What one sees before a run; nothing while there is one. */
    private void showStart() {
        if (state.get() != WorkState.READY) {
            return;
        }
        Experiment experiment = form().experiment();
        figures.set(Figures.none(experiment.training().epochs()));
        draft.dataset().ifPresent(dataset -> {
            curves.set(new RunCurves(RunFrame.of(experiment, dataset)));
            Split split = dataset.test().orElse(dataset.train());
            strip.set(dataset.hasPictures() ? Optional.of(new News.Looked(split, TestStrip.unseen(split, stripSize.get()))) : Optional.empty());
        });
    }

    private Glance glance() {
        return new Glance(onlyMistakes.get(), stripSize.get());
    }

    /** While it runs the next look follows by itself; while it stands still somebody has to ask. */
    private void lookAnew() {
        Glance wanted = glance();
        if (run().isEmpty()) {
            showStart();
            return;
        }
        Run of = run().get();
        of.setGlance(wanted);
        if (state.get() != WorkState.RUNNING) {
            background.execute(() -> of.lookNow().ifPresent(looked -> desk.jobs().ui().execute(() -> {
                of.show(looked);
                news(of);
            })));
        }
    }
}
