package tadpole.app.pane.finder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
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
import tadpole.app.chart.Digits;
import tadpole.app.chart.RateScale;
import tadpole.app.chart.SweepCurve;
import tadpole.app.chart.SweepPicture;
import tadpole.app.form.FormModel;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SweepCsv;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.RateProof;
import tadpole.engine.training.RateProofs;
import tadpole.engine.training.Suggestion;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;
import tadpole.engine.training.SweepStep;

/** What the LR finder shows and does: a sweep of the experiment that Train has, a rate chosen on it, and its proofs. */
public final class FinderPaneModel {

    /** Proofs that take longer wait until one asks for them. */
    private static final double PATIENCE_SECONDS = 4;
    private static final int PROOFS = 3;

    private final Desk desk;
    private final Executor background;
    private final FormModel form = new FormModel(SweepPlan.RECIPE);
    private final ReadOnlyObjectWrapper<FinderState> state = new ReadOnlyObjectWrapper<>(FinderState.READY);
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Sweep>> sweep = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Double>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RateProof>> proofs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ObservableValue<String> obstacle;
    private final ObservableValue<String> subtitle;
    private final ObservableValue<String> stale;
    private final ObservableValue<Boolean> waitsForProof;
    private final BooleanBinding findable;
    private final BooleanBinding stoppable = Bindings.createBooleanBinding(() -> state.get().isGoingOn(), state);
    private final BooleanBinding swept;
    private SweepPlan shownPlan = SweepPlan.standard();
    private Optional<Variant> base = Optional.empty();
    private List<SweepStep> first = new ArrayList<>();
    private final List<SweepCurve> overlays = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Double> proven = new ReadOnlyObjectWrapper<>(0.0);
    private Optional<RunningJob<?>> running = Optional.empty();
    private Optional<RunningJob<?>> proving = Optional.empty();

    /** @param background for what is too short for a job and too long for the JavaFX thread */
    public FinderPaneModel(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
        var experiment = desk.workspace().experimentProperty();
        var dataset = desk.workspace().datasetProperty();
        this.obstacle = Bindings.createStringBinding(this::findObstacle, experiment, dataset, form.settingsProperty());
        this.findable = Bindings.createBooleanBinding(
                () -> state.get().isGoingOn() || findObstacle().isEmpty(), state, experiment, dataset, form.settingsProperty());
        this.swept = Bindings.createBooleanBinding(() -> sweep.get().isPresent() && !state.get().isGoingOn(), sweep, state);
        this.subtitle = Bindings.createStringBinding(this::say, experiment, dataset);
        this.stale = Bindings.createStringBinding(this::sayStale, experiment, dataset, sweep, state);
        this.waitsForProof = Bindings.createObjectBinding(
                () -> swept.get() && chosen.get().isPresent() && !chosen.get().get().equals(proven.get()), swept, chosen, proven);
        form.settingsProperty().addListener(_ -> tellNews());
    }

    public FormModel form() {
        return form;
    }

    public ReadOnlyObjectProperty<FinderState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public FinderState state() {
        return state.get();
    }

    /** Another number whenever there is something new to draw. */
    ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** The sweep that is shown, once it has ended. */
    public ReadOnlyObjectProperty<Optional<Sweep>> sweepProperty() {
        return sweep.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Double>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<RateProof>> proofsProperty() {
        return proofs.getReadOnlyProperty();
    }

    /** What came of it, in one line; empty while there is nothing to say. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Why nothing can be swept; empty where it can. */
    public ObservableValue<String> obstacle() {
        return obstacle;
    }

    ObservableValue<String> subtitle() {
        return subtitle;
    }

    /** That the curve is of another experiment than Train has now; empty where it is not. */
    ObservableValue<String> stale() {
        return stale;
    }

    /** Whether the chosen rate was not tried, as that takes long. */
    ObservableValue<Boolean> waitsForProof() {
        return waitsForProof;
    }

    public BooleanBinding findable() {
        return findable;
    }

    public BooleanBinding stoppable() {
        return stoppable;
    }

    /** Whether there is a curve to choose on, to draw over and to save. */
    public BooleanBinding swept() {
        return swept;
    }

    RateScale rates() {
        return SweepPicture.scale(plan());
    }

    /** As it is now; the chosen rate is drawn by the window. */
    SweepPicture picture() {
        return picture(OptionalDouble.empty());
    }

    /** Whether there is nothing to sweep at all: the card says so. */
    boolean isWithoutExperiment() {
        return desk.workspace().experimentProperty().get().isEmpty() || desk.workspace().datasetProperty().get().isEmpty();
    }

    /** Whether there is anything on the chart. */
    boolean isEmpty() {
        return first.isEmpty();
    }

    public List<Suggestion> suggestions() {
        return sweep.get().map(Sweep::suggestions).orElse(List.of());
    }

    /** About how long the proofs take. */
    double proofSeconds() {
        return sweep.get().map(each -> each.seconds() / Math.max(1, each.steps().size()) * PROOFS * RateProofs.STEPS).orElse(0.0);
    }

    /** Sweeps; pauses what runs; goes on with what is paused. */
    public void findOrPause() {
        switch (state.get()) {
            case RUNNING -> running.ifPresent(RunningJob::pause);
            case PAUSED -> running.ifPresent(RunningJob::resume);
            case READY, ENDED, FAILED -> find();
        }
    }

    public void stop() {
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
        proving.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    /** Draws sweeps with other values over the first. */
    public void overlay(Overlay kind) {
        if (!swept.get() || base.isEmpty() || !kind.fits(base.get().experiment())) {
            return;
        }
        Experiment experiment = base.get().experiment();
        base = Optional.of(new Variant(kind.name(experiment), experiment));
        overlays.clear();
        List<Variant> variants = kind.variants(experiment);
        variants.forEach(each -> overlays.add(new SweepCurve(each.name(), List.of())));
        List<List<SweepStep>> steps = new ArrayList<>();
        variants.forEach(_ -> steps.add(new ArrayList<>()));
        run(variants, told -> {
            told.forEach(each -> steps.get(each.sweep()).add(each.step()));
            told.stream().map(Told::sweep).distinct().forEach(i ->
                    overlays.set(i, new SweepCurve(variants.get(i).name(), Sweep.drawn(shownPlan, steps.get(i), false))));
        }, sweeps -> {
            for (int i = 0; i < sweeps.size(); i++) {
                overlays.set(i, new SweepCurve(variants.get(i).name(), sweeps.get(i).drawn()));
            }
            overlays.removeIf(each -> each.steps().isEmpty());
            line.set("%s: %d sweeps over the first. All were put back: %s.".formatted(kind.label(), sweeps.size(),
                    sweeps.stream().allMatch(Sweep::isRestored) ? "checksums agree" : "checksums differ"));
        });
    }

    /** Back to the first sweep alone. */
    public void clearOverlays() {
        overlays.clear();
        tellNews();
    }

    boolean hasOverlays() {
        return !overlays.isEmpty();
    }

    /** Whether that can be drawn over the curve. */
    boolean fits(Overlay kind) {
        return base.filter(each -> kind.fits(each.experiment())).isPresent();
    }

    void show(Preset preset) {
        form.show(preset.of(SweepPlan.RECIPE).settings());
    }

    /** The preset that the fields say. */
    Optional<Preset> preset() {
        return SweepPlan.PRESETS.stream().filter(each -> each.of(SweepPlan.RECIPE).settings().equals(form.settings())).findFirst();
    }

    /** Moves the line; {@link #settle} when it stays. */
    public void choose(double rate) {
        if (sweep.get().isPresent()) {
            chosen.set(Optional.of(Math.clamp(Double.parseDouble(Digits.two(rate)), Optimizers.RATE.least(), Optimizers.RATE.most())));
        }
    }

    /** Tries the chosen rate, unless that takes long. */
    public void settle() {
        if (proofSeconds() <= PATIENCE_SECONDS) {
            prove();
        }
    }

    /** Fifty steps each at a tenth, one and ten times the chosen rate. */
    public void prove() {
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        if (chosen.get().isEmpty() || base.isEmpty() || dataset.isEmpty() || state.get().isGoingOn()
                || chosen.get().get().equals(proven.get())) {
            return;
        }
        proving.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
        double rate = chosen.get().get();
        proven.set(rate);
        proofs.set(List.of());
        UiFeed<List<RateProof>> feed = new UiFeed<>(desk.jobs().frames(), told -> {
            if (proven.get() == rate) {
                proofs.set(told.getLast());
            }
        });
        ProveJob job = new ProveJob(base.get().experiment(), rate, dataset.get(), desk.device(), feed);
        proving = Optional.of(desk.jobs().start(job, outcome -> {
            feed.flush();
            if (outcome instanceof JobOutcome.Failed<RateProofs.Result>(String why, _)) {
                desk.messages().failed(why);
            }
        }));
    }

    /** The experiment of Train takes the chosen rate; a run that goes on takes it at its next step. */
    public void useInTrain() {
        desk.workspace().experimentProperty().get().ifPresent(experiment -> chosen.get().ifPresent(rate -> {
            desk.workspace().experimentProperty().set(Optional.of(Overlay.rate(experiment, rate)));
            desk.messages().done("Train has learning rate %s now.".formatted(Digits.two(rate)));
        }));
    }

    /** lr-finder.png and lr-finder.svg. */
    void saveCharts(Path folder) {
        SweepPicture now = picture(chosen.get().map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        save(() -> {
            try {
                ChartFiles.write(now, folder, "lr-finder");
            } catch (ChartException noFonts) {
                throw new IOException(noFonts.getMessage(), noFonts);
            }
            return "Saved lr-finder.png and lr-finder.svg.";
        });
    }

    void saveTable(Path file) {
        sweep.get().ifPresent(now -> save(() -> {
            try (SweepCsv table = SweepCsv.open(file)) {
                now.steps().forEach(table::add);
            }
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

    private void find() {
        Optional<Experiment> experiment = desk.workspace().experimentProperty().get();
        if (!findObstacle().isEmpty() || experiment.isEmpty()) {
            return;
        }
        stop();
        shownPlan = new SweepPlan(form.settings());
        base = Optional.of(new Variant("", experiment.get()));
        overlays.clear();
        List<SweepStep> steps = new ArrayList<>();
        first = steps;
        sweep.set(Optional.empty());
        chosen.set(Optional.empty());
        proven.set(0.0);
        proofs.set(List.of());
        run(List.of(base.get()), told -> told.forEach(each -> steps.add(each.step())), sweeps -> found(sweeps.getFirst()));
    }

    private void found(Sweep found) {
        sweep.set(Optional.of(found));
        line.set(String.format(Locale.ROOT, "Swept %d of %d steps in %.1f s. %s", found.steps().size(), found.planned(), found.seconds(), found.ending()));
        List<Suggestion> all = found.suggestions();
        all.stream().filter(Suggestion.Minimum.class::isInstance).findFirst().or(() -> all.stream().findFirst())
                .ifPresent(each -> choose(each.rate()));
    }

    private interface Hearing {
        void hear(List<Told> told);
    }

    private interface Ending {
        void end(List<Sweep> sweeps);
    }

    private void run(List<Variant> variants, Hearing hearing, Ending ending) {
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        if (dataset.isEmpty()) {
            return;
        }
        desk.jobs().endWarmUp();
        line.set("");
        state.set(FinderState.RUNNING);
        UiFeed<Told> feed = new UiFeed<>(desk.jobs().frames(), told -> {
            hearing.hear(told);
            tellNews();
        });
        FindJob job = new FindJob(variants, shownPlan, dataset.get(), desk.device(), feed);
        RunningJob<List<Sweep>> started = desk.jobs().start(job, outcome -> {
            feed.flush();
            end(outcome, ending);
        });
        running = Optional.of(started);
        started.stateProperty().addListener((_, _, now) -> {
            if (!now.isOver()) {
                state.set(now == RunningJob.State.PAUSED ? FinderState.PAUSED : FinderState.RUNNING);
            }
        });
        tellNews();
    }

    private void end(JobOutcome<List<Sweep>> outcome, Ending ending) {
        switch (outcome) {
            case JobOutcome.Finished<List<Sweep>>(List<Sweep> sweeps) -> ended(sweeps, ending);
            case JobOutcome.Stopped<List<Sweep>>(List<Sweep> sweeps) -> ended(sweeps, ending);
            case JobOutcome.Failed<List<Sweep>>(String why, _) -> {
                overlays.clear();
                state.set(FinderState.FAILED);
                line.set(why);
            }
        }
        tellNews();
    }

    private void ended(List<Sweep> sweeps, Ending ending) {
        state.set(FinderState.ENDED);
        ending.end(sweeps);
        settle();
    }

    private SweepPicture picture(OptionalDouble line) {
        List<SweepCurve> curves = new ArrayList<>();
        curves.add(new SweepCurve(base.map(Variant::name).orElse(""),
                sweep.get().map(Sweep::drawn).orElseGet(() -> Sweep.drawn(plan(), first, false))));
        curves.addAll(overlays);
        return new SweepPicture(rates(), curves, suggestions(), line, SweepPicture.title(plan()), SweepPicture.foot(plan()));
    }

    /** Of what is shown; before a sweep that of the fields. */
    private SweepPlan plan() {
        if (!first.isEmpty() || state.get().isGoingOn()) {
            return shownPlan;
        }
        try {
            return SweepPlan.of(form.settings());
        } catch (SettingException refused) {
            return shownPlan;
        }
    }

    private void tellNews() {
        news.set(news.get() + 1);
    }

    private String findObstacle() {
        Optional<Experiment> experiment = desk.workspace().experimentProperty().get();
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        if (dataset.isEmpty() || experiment.isEmpty()) {
            return "Open data and set up an experiment in Train first.";
        }
        if (!dataset.get().key().equals(experiment.get().data().set())) {
            return "The experiment in Train needs the data set \"%s\", but %s is open.".formatted(experiment.get().data().set(), dataset.get().title());
        }
        try {
            SweepPlan.of(form.settings());
            return "";
        } catch (SettingException refused) {
            return refused.getMessage();
        }
    }

    private String say() {
        return desk.workspace().datasetProperty().get().map(dataset -> desk.workspace().experimentProperty().get()
                .map(experiment -> "%s · %s · %s, batch %d".formatted(dataset.title(), experiment.name(),
                        Overlay.OPTIMIZER.name(experiment), experiment.training().batch()))
                .orElse(dataset.title())).orElse("nothing is open");
    }

    private String sayStale() {
        boolean same = base.isEmpty() || state.get().isGoingOn() || sweep.get().isEmpty() || desk.workspace().experimentProperty().get()
                .filter(now -> Overlay.rate(now, 1).equals(Overlay.rate(base.get().experiment(), 1))).isPresent();
        return same ? "" : "This curve is of an earlier experiment: what Train has was changed since. Find again.";
    }
}
