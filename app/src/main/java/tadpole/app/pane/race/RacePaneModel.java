package tadpole.app.pane.race;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import tadpole.app.chart.Drawing;
import tadpole.app.chart.RacePicture;
import tadpole.app.chart.RatesPicture;
import tadpole.app.form.FormModel;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Race;
import tadpole.engine.training.RaceEvent;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;

/** What the Optimizers pane shows and does: the race that is set up, the one that runs, and what it taught. */
public final class RacePaneModel {

    private final Desk desk;
    private final RaceDraft draft;
    private final RaceFiles files;
    private final RaceData data;
    private final SurfaceModel surface = new SurfaceModel();
    private final LossPlaneModel plane;
    private final WeightModel weight;
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyObjectWrapper<Optional<RaceResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Front> front = new SimpleObjectProperty<>(Front.RACE);
    private final RaceSituation situation;
    private final BooleanBinding startable;
    private final BooleanBinding stoppable = Bindings.createBooleanBinding(() -> state.get().isGoingOn(), state);
    private final BooleanBinding raced;
    private Optional<RaceSoFar> race = Optional.empty();
    private Optional<RunningJob<RaceResult>> running = Optional.empty();

    /**
     * @param folders    looked through for the data set of a race that is opened
     * @param background for what is too short for a job and too long for the JavaFX thread
     */
    public RacePaneModel(Desk desk, List<Path> folders, Executor background) {
        this.desk = desk;
        this.draft = new RaceDraft(desk.workspace());
        this.files = new RaceFiles(desk, background);
        this.data = new RaceData(desk, background, folders);
        this.plane = new LossPlaneModel(desk, () -> draft.lanes(result.get()), draft.lacking());
        this.weight = new WeightModel(desk, () -> draft.lanes(result.get()), draft.lacking());
        this.situation = new RaceSituation(desk.workspace(), draft, this::shown, state, news);
        this.startable = Bindings.createBooleanBinding(() -> state.get().isGoingOn() || draft.canStart(), state, draft.obstacle());
        this.raced = Bindings.createBooleanBinding(() -> result.get().isPresent() && !state.get().isGoingOn(), result, state);
        draft.roster().changesProperty().addListener(_ -> walk());
        draft.form().settingsProperty().addListener(_ -> walk());
        draft.experiment().addListener((_, _, _) -> lookAgain());
        desk.workspace().datasetProperty().addListener(_ -> lookAgain());
        result.addListener(_ -> lookAgain());
        walk();
    }

    RaceDraft draft() {
        return draft;
    }

    RaceSituation situation() {
        return situation;
    }

    /** What Space and Esc act on. */
    ObjectProperty<Front> frontProperty() {
        return front;
    }

    /** How long, how often, at which rates. */
    public FormModel form() {
        return draft.form();
    }

    Roster roster() {
        return draft.roster();
    }

    SurfaceModel surface() {
        return surface;
    }

    LossPlaneModel plane() {
        return plane;
    }

    WeightModel weight() {
        return weight;
    }

    RaceFiles files() {
        return files;
    }

    public ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public WorkState state() {
        return state.get();
    }

    /** What there is so far; new with every run that ended. */
    public ReadOnlyObjectProperty<Optional<RaceResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Another number whenever there is something new to draw. */
    ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** What came of it, in one line; empty while there is nothing to say. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Why nobody can run; empty where they can. */
    public ObservableValue<String> obstacle() {
        return draft.obstacle();
    }

    public BooleanBinding startable() {
        return startable;
    }

    public BooleanBinding stoppable() {
        return stoppable;
    }

    /** Whether there is something to save. */
    public BooleanBinding raced() {
        return raced;
    }

    /** Whether nothing is open to race on. */
    boolean hasNothing() {
        return draft.experiment().getValue().isEmpty() || desk.workspace().datasetProperty().get().isEmpty();
    }

    boolean isEmpty() {
        return race.map(RaceSoFar::isEmpty).orElse(true);
    }

    /** Takes over the race of a file, and opens its data where they are known; not while one goes on. */
    public void open(Path file) {
        files.open(file, this::show);
    }

    private void show(RacePlan wanted) {
        if (state.get().isGoingOn()) {
            desk.messages().failed("A race goes on. Stop it before you open another.");
            return;
        }
        race = Optional.empty();
        result.set(Optional.empty());
        state.set(WorkState.READY);
        draft.show(wanted);
        line.set(wanted.about());
        data.open(wanted.experiment().data());
        tellNews();
    }

    /** Races; pauses what runs; goes on with what is paused. */
    public void raceOrPause() {
        switch (state.get()) {
            case RUNNING -> running.ifPresent(RunningJob::pause);
            case PAUSED -> running.ifPresent(RunningJob::resume);
            case READY, ENDED, FAILED -> race();
        }
    }

    public void stop() {
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    /** The losses as they stand now. */
    RacePicture picture() {
        return race.map(RaceSoFar::picture).orElseGet(() -> new RacePicture(List.of(), form().settings().whole("steps"), "", "step"));
    }

    /** Final loss against rate; nothing before a run has ended. */
    Drawing ratesPicture() {
        return result.get().<Drawing>map(so -> RatesPicture.of(so, "")).orElse((_, _, _, _, _) -> {});
    }

    void saveCharts(Path folder) {
        result.get().ifPresent(done -> files.saveCharts(folder, done));
    }

    void saveTable(Path file) {
        result.get().ifPresent(done -> files.saveTable(file, done));
    }

    /** The race that is shown, else the one that is set up, for {@code tadpole race}. */
    void saveRace(Path file) {
        shown().map(RaceSoFar::plan).or(draft::plan).ifPresent(plan -> files.save(file, plan));
    }

    /** The race whose curves are drawn. */
    private Optional<RaceSoFar> shown() {
        return race.filter(so -> state.get().isGoingOn() || !so.isEmpty());
    }

    private void race() {
        Optional<RacePlan> wanted = draft.plan();
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        if (!draft.canStart() || wanted.isEmpty() || dataset.isEmpty()) {
            return;
        }
        desk.jobs().endWarmUp();
        UiFeed<RaceEvent> feed = new UiFeed<>(desk.jobs().frames(), this::hear);
        Race made;
        try {
            made = new Race(wanted.get(), dataset.get(), desk.device(), feed);
        } catch (SettingException misfit) {
            fail(misfit.getMessage());
            return;
        }
        race = Optional.of(new RaceSoFar(made.plan(), dataset.get()));
        result.set(Optional.empty());
        line.set("");
        state.set(WorkState.RUNNING);
        RunningJob<RaceResult> started = desk.jobs().start(made, outcome -> {
            feed.flush();
            end(outcome);
        });
        running = Optional.of(started);
        started.stateProperty().addListener((_, _, next) -> {
            if (!next.isOver()) {
                state.set(next == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
            }
        });
        tellNews();
    }

    private void hear(List<RaceEvent> events) {
        race.filter(now -> now.hear(events)).ifPresent(now -> result.set(Optional.of(now.result())));
        tellNews();
    }

    private void end(JobOutcome<RaceResult> outcome) {
        race.ifPresent(RaceSoFar::rest);
        switch (outcome) {
            case JobOutcome.Finished<RaceResult>(RaceResult done) -> ended(done, false);
            case JobOutcome.Stopped<RaceResult>(RaceResult done) -> ended(done, true);
            case JobOutcome.Failed<RaceResult>(String why, _) -> fail(why);
        }
        tellNews();
    }

    private void ended(RaceResult done, boolean stopped) {
        result.set(done.runs().isEmpty() ? Optional.empty() : Optional.of(done));
        state.set(done.runs().isEmpty() ? WorkState.READY : WorkState.ENDED);
        line.set(RaceWords.ended(done, stopped));
    }

    /** What was there stays. */
    private void fail(String why) {
        state.set(WorkState.FAILED);
        line.set(why);
        desk.messages().failed(why);
    }

    private void walk() {
        Optional<Double> one = form().settings().choice("mode").equals("same") ? Optional.of(form().settings().decimal("rate")) : Optional.empty();
        surface.show(roster().running().stream().map(Runner::walker).toList(), one);
        lookAgain();
        tellNews();
    }

    /** Who can be looked at closely has changed. */
    private void lookAgain() {
        plane.refresh();
        weight.refresh();
    }

    private void tellNews() {
        news.set(news.get() + 1);
    }
}
