package tadpole.app.pane.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tadpole.app.chart.Behind;
import tadpole.app.chart.Curves;
import tadpole.app.chart.Flag;
import tadpole.app.chart.RunCurves;
import tadpole.app.chart.RunFrame;
import tadpole.app.chart.Zoom;
import tadpole.app.experiment.Examples;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.recording.Recording;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;
import tadpole.engine.training.TrainingResult;
import tadpole.engine.training.Warmup;

/** What the Train pane shows and does: an experiment being set up, and its run. */
public final class TrainPaneModel {

    private static final long WARM_UP_MILLIS = 2500;

    private final Desk desk;
    private final Draft draft;
    private final ExperimentFiles files;
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyObjectWrapper<RunCurves> curves;
    private final ReadOnlyObjectWrapper<Figures> figures;
    private final StripModel strip;
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final BooleanProperty inFront = new SimpleBooleanProperty();
    private boolean showing;
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
        this.draft = new Draft(desk, examples, background);
        this.files = new ExperimentFiles(desk, background);
        this.shelf = new Shelf(desk);
        this.strip = new StripModel(desk, background);
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
        draft.form().experimentProperty().addListener((_, old, experiment) -> follow(old, experiment));
        draft.fitProperty().subscribe(_ -> warmUp());
        shelf.onNews(this::news);
        shelf.lookProperty().addListener((_, before, _) -> look(before));
        strip.onlyMistakesProperty().addListener(_ -> lookAnew());
        strip.sizeProperty().addListener(_ -> lookAnew());
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

    /** Invalid with every batch of events that came in. */
    public Observable newsProperty() {
        return figures;
    }

    /** New with every batch of events that came in. */
    ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<News.Looked>> stripProperty() {
        return strip.stripProperty();
    }

    /** What was reached or what went wrong, in one line; empty while there is nothing to say. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    public BooleanProperty onlyMistakesProperty() {
        return strip.onlyMistakesProperty();
    }

    /** Whether one looks at Charts now: what that room says itself need not be said again. */
    public BooleanProperty inFrontProperty() {
        return inFront;
    }

    /** How many images find room. */
    public IntegerProperty stripSizeProperty() {
        return strip.sizeProperty();
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
            form().takeBack(old.current(), old.start());
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

    /** A run of the experiment set up, with weights of a file where they fit; it stands at its start until somebody starts it. */
    void openWeights(Path file) {
        Experiment experiment = form().experiment();
        Optional<Dataset> dataset = draft.dataset().filter(_ -> draft.canStart());
        if (dataset.isEmpty()) {
            desk.messages().failed("Weights go into the network that is set up, but it does not fit its data yet. Mend it first, then open %s.".formatted(file.getFileName()));
            return;
        }
        files.openWeights(file, experiment, dataset.get(), moment -> begin(new Shelf.Order(experiment, dataset.get(),
                "%s, weights of %s".formatted(experiment.name(), file.getFileName()), Optional.of(new Shelf.Leaving(Optional.empty(), moment))), true));
    }

    private void begin(boolean paused) {
        draft.dataset().filter(_ -> draft.canStart()).ifPresent(dataset ->
                begin(new Shelf.Order(form().experiment(), dataset, form().experiment().name(), Optional.empty()), paused));
    }

    /** Trains beside what runs already. */
    void begin(Shelf.Order order, boolean paused) {
        Optional<String> refusal = RunMemory.refusal(order.experiment(), order.dataset(), shelf.going(), Runtime.getRuntime().maxMemory());
        if (refusal.isPresent()) {
            desk.messages().failed(refusal.get());
            return;
        }
        String sizes = order.experiment().layers().equals(form().experiment().layers()) ? draft.fitProperty().get().sizes() : order.name();
        shelf.begin(order, sizes, strip.glance(), paused);
    }

    /** Trains further from where the run stands; its end is told as ever. */
    void goOn(Run run, Moment from) {
        Experiment now = Differences.merge(run.current(), form().experiment());
        run.goOn(now, from, strip.glance(), _ -> { });
    }

    /** The run that Start would begin; empty where it cannot. */
    Optional<Run> coming() {
        return draft.dataset().filter(_ -> draft.canStart())
                .map(dataset -> new Run(form().experiment(), dataset, Optional.empty(), desk, new Recording()));
    }

    /** Another run, another moment, or none. */
    private void look(Optional<Shelf.Look> before) {
        if (run().isEmpty()) {
            draft.schedule().forget();
            line.set("");
            state.set(WorkState.READY);
            showStart();
            return;
        }
        Run run = run().get();
        boolean another = before.filter(each -> each.run() == run).isEmpty();
        boolean cameBack = before.filter(each -> each.at().isPresent()).isPresent() && shelf.lookProperty().get().get().at().isEmpty();
        if (another) {
            draft.schedule().forget();
            curves.set(run.curves());
        }
        if (another || cameBack) {
            show(run.current());
            turn(run);
            strip.show(run);
        }
        news(run);
    }

    /** What was changed while one looked back was for a branch; another run has its own settings. */
    private void show(Experiment experiment) {
        if (experiment.equals(form().experiment())) {
            return;
        }
        showing = true;
        draft.show(experiment);
        showing = false;
    }

    /** The network looked at is another one now. */
    void see(Optional<Sight> sight) {
        strip.see(sight);
    }

    /** The recorded step that one looks at; empty where the run stands. */
    OptionalLong back() {
        return shelf.lookProperty().get().map(Shelf.Look::at).orElse(OptionalLong.empty());
    }

    /** The chart's picture, with the moment that one looks at marked. */
    Curves picture() {
        return picture(Zoom.EVERYTHING, List.of());
    }

    /** What is seen of it. @param behind other runs, faintly behind it */
    Curves picture(Zoom zoom, List<Behind> behind) {
        Curves plain = curves.get().now(zoom, behind);
        Curves now = run().flatMap(Run::origin).map(from -> plain.with(new Flag(from.epoch(), from.text()))).orElse(plain);
        return back().isEmpty() ? now : run().flatMap(run -> run.trail().at(back().getAsLong()))
                .map(point -> now.with(new Flag(point.epoch(), "step " + Numbers.count(point.step())))).orElse(now);
    }

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
        draft.schedule().follow(of.current().schedule(), of.last());
        if (back().isPresent()) {
            figures.set(of.book().at(back().getAsLong()));
        } else {
            figures.set(of.figures());
            strip.show(of);
        }
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

    /** What is changed while one looks at a recorded moment is for a branch from there. */
    private void follow(Experiment old, Experiment experiment) {
        if (!showing && back().isEmpty() && Differences.live(old, experiment)) {
            run().ifPresent(now -> now.follow(experiment));
        }
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
            strip.showUnasked(dataset);
        });
    }

    private void lookAnew() {
        run().ifPresentOrElse(strip::lookAnew, this::showStart);
    }
}
