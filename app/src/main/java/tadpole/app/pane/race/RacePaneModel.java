package tadpole.app.pane.race;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.Drawing;
import tadpole.app.chart.RaceCurve;
import tadpole.app.chart.RacePicture;
import tadpole.app.chart.RatesPicture;
import tadpole.app.form.FormModel;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.FileException;
import tadpole.engine.file.RaceFile;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Race;
import tadpole.engine.training.RaceEvent;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.RaceRun;
import tadpole.engine.training.RaceTrace;
import tadpole.engine.training.Standing;

/** What the Optimizers pane shows and does: who races on the experiment that Train has, the race, and what it taught. */
public final class RacePaneModel {

    /** Who runs when nobody says otherwise: the lesson's five. */
    private static final Set<String> LESSON = Set.of("sgd", "momentum", "nesterov", "rmsprop", "adam");

    private final Desk desk;
    private final Executor background;
    private final FormModel form = new FormModel(RacePlan.RECIPE);
    private final List<Runner> runners = Optimizers.ALL.stream().map(each -> new Runner(each, LESSON.contains(each.type()))).toList();
    private final SurfaceModel surface = new SurfaceModel();
    private final ReadOnlyObjectWrapper<RaceState> state = new ReadOnlyObjectWrapper<>(RaceState.READY);
    private final ReadOnlyObjectWrapper<Optional<RaceResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ObservableValue<String> obstacle;
    private final ObservableValue<String> lacking;
    private final ObservableValue<String> subtitle;
    private final LossPlaneModel plane;
    private final WeightModel weight;
    private final BooleanBinding startable;
    private final BooleanBinding stoppable = Bindings.createBooleanBinding(() -> state.get().isGoingOn(), state);
    private final BooleanBinding raced;
    private final List<RaceRun> runs = new ArrayList<>();
    private Optional<RacePlan> plan = Optional.empty();
    private Optional<RaceEvent.Began> now = Optional.empty();
    private Optional<RaceTrace> trace = Optional.empty();
    private Optional<RunningJob<RaceResult>> running = Optional.empty();

    /** @param background for what is too short for a job and too long for the JavaFX thread */
    public RacePaneModel(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
        var experiment = desk.workspace().experimentProperty();
        var dataset = desk.workspace().datasetProperty();
        List<Observable> parts = new ArrayList<>(List.of(experiment, dataset, state));
        runners.forEach(each -> {
            parts.add(each.runsProperty());
            each.runsProperty().addListener(_ -> walk());
            each.form().settingsProperty().addListener(_ -> walk());
        });
        form.settingsProperty().addListener(_ -> walk());
        this.obstacle = Bindings.createStringBinding(this::findObstacle, parts.toArray(Observable[]::new));
        this.lacking = Bindings.createStringBinding(this::findLacking, experiment, dataset);
        this.plane = new LossPlaneModel(desk, this::lanes, lacking);
        this.weight = new WeightModel(desk, this::lanes, lacking);
        this.startable = Bindings.createBooleanBinding(() -> state.get().isGoingOn() || findObstacle().isEmpty(), parts.toArray(Observable[]::new));
        this.raced = Bindings.createBooleanBinding(() -> result.get().isPresent() && !state.get().isGoingOn(), result, state);
        this.subtitle = Bindings.createStringBinding(this::say, experiment, dataset);
        walk();
    }

    public FormModel form() {
        return form;
    }

    List<Runner> runners() {
        return runners;
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

    public ReadOnlyObjectProperty<RaceState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RaceState state() {
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
        return obstacle;
    }

    ObservableValue<String> subtitle() {
        return subtitle;
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

    boolean isEmpty() {
        return runs.isEmpty() && trace.isEmpty();
    }

    /** The losses as they stand now, with the run that goes on where its contestant has none yet. */
    RacePicture picture() {
        if (plan.isEmpty()) {
            return new RacePicture(List.of(), form.settings().whole("steps"), "", "step");
        }
        RacePlan of = plan.get();
        RaceResult so = result.get().orElseGet(() -> new RaceResult(of, runs, 0, ""));
        List<RaceCurve> curves = IntStream.range(0, of.contestants().size())
                .mapToObj(i -> RaceCurve.of(i, of.contestants().get(i).label(), traces(so, i))).toList();
        return new RacePicture(curves, of.steps(), RacePicture.title(of), RacePicture.foot(of));
    }

    private List<RaceTrace> traces(RaceResult so, int contestant) {
        List<RaceTrace> ended = so.racing(contestant).stream().map(RaceRun::trace).toList();
        boolean mine = now.filter(each -> each.lane().contestant() == contestant).isPresent();
        return ended.isEmpty() && mine ? trace.stream().toList() : ended;
    }

    /** Final loss against rate; nothing before a run has ended. */
    Drawing ratesPicture() {
        return result.get().<Drawing>map(now -> RatesPicture.of(now, "")).orElse((_, _, _, _, _) -> {});
    }

    /** race.png, race.svg, race-rates.png and race-rates.svg. */
    void saveCharts(Path folder) {
        result.get().ifPresent(done -> save(() -> {
            try {
                ChartFiles.write(RacePicture.of(done), folder, "race");
                ChartFiles.write(RatesPicture.of(done), folder, "race-rates");
            } catch (ChartException noFonts) {
                throw new IOException(noFonts.getMessage(), noFonts);
            }
            return "Saved race.png, race.svg, race-rates.png and race-rates.svg.";
        }));
    }

    /** Final losses of all runs. */
    void saveTable(Path file) {
        result.get().ifPresent(done -> save(() -> {
            StringBuilder table = new StringBuilder("optimizer,rate,seed,finalLoss,diverged\n");
            for (RaceRun run : done.runs()) {
                table.append("%s,%s,%d,%s,%s\n".formatted(done.plan().contestants().get(run.lane().contestant()).label(), run.lane().rate(),
                        done.plan().seed(run.lane().seed()), run.diverged().isPresent() ? "" : run.finalLoss(), run.diverged().isPresent()));
            }
            tadpole.engine.file.SafeFile.write(file, out -> out.write(table.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return "Saved %s.".formatted(file.getFileName());
        }));
    }

    /** The race as a file for {@code tadpole race}. */
    void saveRace(Path file) {
        result.get().map(RaceResult::plan).or(this::planned).ifPresent(of -> save(() -> {
            RaceFile.write(file, of);
            return "Saved %s.".formatted(file.getFileName());
        }));
    }

    private interface Work {
        String run() throws FileException, IOException;
    }

    private void save(Work work) {
        background.execute(() -> {
            try {
                String done = work.run();
                desk.jobs().ui().execute(() -> desk.messages().done(done));
            } catch (FileException | IOException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }

    /** Runs that one can look at closely, as they are now; none before there is an experiment that fits the data. */
    List<Lanes.Lane> lanes() {
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        return desk.workspace().experimentProperty().get().filter(_ -> dataset.isPresent())
                .map(experiment -> Lanes.of(experiment, planned(), result.get(), dataset.orElseThrow().train().size())).orElse(List.of());
    }

    private Optional<RacePlan> planned() {
        List<Runner> chosen = runners.stream().filter(each -> each.runsProperty().get()).toList();
        return desk.workspace().experimentProperty().get().filter(_ -> !chosen.isEmpty()).map(experiment -> new RacePlan(
                "race-" + experiment.name(), "", experiment, chosen.stream().map(Runner::contestant).toList(), form.settings()));
    }

    private void race() {
        Optional<RacePlan> wanted = planned();
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        if (!findObstacle().isEmpty() || wanted.isEmpty() || dataset.isEmpty()) {
            return;
        }
        desk.jobs().endWarmUp();
        UiFeed<RaceEvent> feed = new UiFeed<>(desk.jobs().frames(), this::hear);
        Race race;
        try {
            race = new Race(wanted.get(), dataset.get(), desk.device(), feed);
        } catch (SettingException misfit) {
            state.set(RaceState.FAILED);
            line.set(misfit.getMessage());
            return;
        }
        plan = wanted;
        runs.clear();
        now = Optional.empty();
        trace = Optional.empty();
        result.set(Optional.empty());
        line.set("");
        state.set(RaceState.RUNNING);
        RunningJob<RaceResult> started = desk.jobs().start(race, outcome -> {
            feed.flush();
            end(outcome);
        });
        running = Optional.of(started);
        started.stateProperty().addListener((_, _, next) -> {
            if (!next.isOver()) {
                state.set(next == RunningJob.State.PAUSED ? RaceState.PAUSED : RaceState.RUNNING);
            }
        });
        tellNews();
    }

    private void hear(List<RaceEvent> events) {
        RacePlan of = plan.orElseThrow();
        int before = runs.size();
        for (RaceEvent event : events) {
            switch (event) {
                case RaceEvent.Began began -> {
                    now = Optional.of(began);
                    trace = Optional.of(RaceTrace.of(of));
                }
                case RaceEvent.Stepped step -> trace.ifPresent(each -> each.add(step.loss()));
                case RaceEvent.Ended(RaceRun run) -> {
                    runs.add(run);
                    now = Optional.empty();
                    trace = Optional.empty();
                }
            }
        }
        if (runs.size() > before) {
            result.set(Optional.of(new RaceResult(of, runs, 0, "")));
        }
        tellNews();
    }

    private void end(JobOutcome<RaceResult> outcome) {
        now = Optional.empty();
        trace = Optional.empty();
        switch (outcome) {
            case JobOutcome.Finished<RaceResult>(RaceResult done) -> ended(done, false);
            case JobOutcome.Stopped<RaceResult>(RaceResult done) -> ended(done, true);
            case JobOutcome.Failed<RaceResult>(String why, _) -> {
                state.set(RaceState.FAILED);
                line.set(why);
                desk.messages().failed(why);
            }
        }
        tellNews();
    }

    private void ended(RaceResult done, boolean stopped) {
        result.set(done.runs().isEmpty() ? Optional.empty() : Optional.of(done));
        state.set(done.runs().isEmpty() ? RaceState.READY : RaceState.ENDED);
        line.set(done.runs().isEmpty() ? "Stopped before a run had ended: there is no ranking."
                : String.format(Locale.ROOT, "%s%d runs in %.1f s. %s", stopped ? "Stopped after " : "", done.runs().size(), done.seconds(), words(done)));
    }

    /** What the ranking says, and what it does not. */
    private static String words(RaceResult done) {
        List<Standing> all = done.standings();
        String first = done.plan().contestants().get(all.getFirst().contestant()).label();
        Optional<List<Standing>> tied = done.notApart().stream().filter(group -> group.contains(all.getFirst())).findFirst();
        if (tied.isPresent()) {
            return "%s are not apart: they differ by less than their seeds do.".formatted(tied.get().stream()
                    .map(each -> done.plan().contestants().get(each.contestant()).label()).collect(Collectors.joining(", ")));
        }
        return done.plan().seeds() == 1 ? first + " comes first, but one seed says nothing of chance."
                : first + " is first, by more than its seeds differ.";
    }

    private void walk() {
        Optional<Double> one = form.settings().choice("mode").equals("same") ? Optional.of(form.settings().decimal("rate")) : Optional.empty();
        surface.show(runners.stream().filter(each -> each.runsProperty().get()).map(Runner::spec).toList(), one);
        tellNews();
    }

    private void tellNews() {
        news.set(news.get() + 1);
    }

    private String findObstacle() {
        String missing = findLacking();
        return !missing.isEmpty() || runners.stream().anyMatch(each -> each.runsProperty().get()) ? missing
                : "Nobody runs. Choose at least one optimizer.";
    }

    private String findLacking() {
        Optional<Experiment> experiment = desk.workspace().experimentProperty().get();
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        if (dataset.isEmpty() || experiment.isEmpty()) {
            return "Open data and set up an experiment in Train first.";
        }
        if (!dataset.get().key().equals(experiment.get().data().set())) {
            return "The experiment in Train needs the data set \"%s\", but %s is open.".formatted(experiment.get().data().set(), dataset.get().title());
        }
        return "";
    }

    private String say() {
        return desk.workspace().datasetProperty().get().map(dataset -> desk.workspace().experimentProperty().get()
                .map(experiment -> "%s · %s, batch %d".formatted(dataset.title(), experiment.name(), experiment.training().batch()))
                .orElse(dataset.title())).orElse("nothing is open");
    }
}
