package tadpole.app.pane.studio.harmonize;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.form.FormModel;
import tadpole.app.job.Newest;
import tadpole.app.job.RunningJob;
import tadpole.app.job.TimeText;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.studio.Keeper;
import tadpole.app.pane.studio.StudioModel;
import tadpole.engine.file.StudioContent;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.harmonize.HarmonizeOrder;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.harmonize.HarmonizePreset;
import tadpole.engine.picture.harmonize.HarmonizeState;
import tadpole.engine.picture.harmonize.Harmonized;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.harmonize.Stage;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Words;

/** A harmonization as the room has it: what stands in its way, where it is, what it has shown so far. */
public final class HarmonizeModel implements Keeper {

    /** The rooms that look at a harmonization. */
    private static final Set<String> ROOMS = Set.of("harmonize", "inside");
    private static final String ROOM = "harmonize";
    private static final String RESULT = "result";
    private static final String ENDING = "ending";
    private static final String TAU = "tau";
    private static final String BEST = "best";
    private static final String AUTOMATIC = "automatic";
    private static final String MEASURING = "Measuring how long it takes...";

    /** Of a kind of loss, which pulls at several layers. */
    enum Silence { NONE, PARTLY, ALL }

    /** Where a run is. @param of iterations of the stage */
    public record Place(Stage stage, int iteration, int of) {}

    private record Unpacked(Frame frame, Picture picture) {}

    private record Estimated(Task task, Workshop.Estimate estimate) {}

    private record Stopped(Task task, HarmonizeState state) {}

    private final StudioModel studio;
    private final Workshop workshop;
    private final Function<Composition, Scene> scenes;
    private final LongSupplier nanos;
    private final Watched<HarmonizeEvent, Harmonized> run;
    private final FormModel form = new FormModel(HarmonizePlan.RECIPE);
    private final Pulling pulling = new Pulling();
    private final Set<PullName.Kind> muted = EnumSet.noneOf(PullName.Kind.class);
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(Situation.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Pulling.Moment>> moments = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<PullName.Kind>> mutedNow = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Film> film = new ReadOnlyObjectWrapper<>(Film.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Frame>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper estimate = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper smoothness = new ReadOnlyStringWrapper("");
    private final Newest<Picture> smoothing;
    private final Newest<Task> estimating;
    private Optional<Estimated> estimated = Optional.empty();
    private Optional<Task> asked = Optional.empty();
    private Optional<Picture> smoothed = Optional.empty();
    private Optional<HarmonizeRun> current = Optional.empty();
    private Optional<Task> worked = Optional.empty();
    private Optional<Stopped> stopped = Optional.empty();
    private Optional<Harmonized> result = Optional.empty();
    private Optional<Unpacked> lastUnpacked = Optional.empty();
    private String ending = "";
    private long spent;
    private Map<String, String> smoothnesses = Map.of();
    private Optional<FeatureNetwork> last = Optional.empty();
    private boolean showing;
    private Optional<Runnable> whenHalted = Optional.empty();
    private boolean warned;
    private volatile boolean goingOn;
    private long runningSince;

    /**
     * @param scenes     makes what is harmonized out of the layers, on the job's thread
     * @param background where the painting is measured
     */
    HarmonizeModel(StudioModel studio, Workshop workshop, Function<Composition, Scene> scenes, Executor background, LongSupplier nanos) {
        this.studio = studio;
        this.workshop = workshop;
        this.scenes = scenes;
        this.nanos = nanos;
        this.run = new Watched<>(studio.desk().jobs());
        this.smoothing = new Newest<>(background, this::measure);
        this.estimating = new Newest<>(background, this::estimate);
        studio.document().compositionProperty().subscribe(now -> {
            lookAround();
            now.map(Composition::painting).ifPresent(this::askHowSmooth);
        });
        studio.featuresProperty().subscribe(this::suit);
        form.settingsProperty().subscribe(_ -> {
            boolean first = studio.planProperty().get().isEmpty();
            studio.planProperty().set(Optional.of(form.settings()));
            sayHowSmooth();
            if (!first && !showing && studio.document().composition().isPresent()) {
                studio.files().touch();
            }
            lookAround();
        });
        form.refusalsProperty().subscribe(_ -> lookAround());
        studio.frontProperty().subscribe(_ -> showOnCanvas());
        run.stateProperty().subscribe(this::follow);
    }

    public ReadOnlyObjectProperty<Situation> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    Situation situation() {
        return situation.get();
    }

    FormModel form() {
        return form;
    }

    /** The preset whose constants stand in the form, whatever the strength; empty where they are somebody's own. */
    Optional<HarmonizePreset> preset() {
        return studio.featuresProperty().get().flatMap(features -> HarmonizePlan.presets(features).stream()
                .filter(each -> ofThisStrength(each).equals(form.settings())).findFirst());
    }

    /** All constants of a preset but the strength, which belongs to the painting. */
    void take(HarmonizePreset preset) {
        if (!ofThisStrength(preset).equals(form.settings())) {
            form.show(ofThisStrength(preset));
        }
    }

    /** The same preset as for the network before: a preset's constants may differ from network to network. */
    private void suit(Optional<FeatureNetwork> now) {
        Optional<String> key = last.map(HarmonizePlan::presets).orElse(List.of()).stream().filter(each -> ofThisStrength(each).equals(form.settings()))
                .map(HarmonizePreset::key).findFirst().or(() -> isUntouched() ? Optional.of(BEST) : Optional.empty());
        last = now.isPresent() ? now : last;
        showing = true;
        now.map(HarmonizePlan::presets).orElse(List.of()).stream().filter(each -> key.filter(each.key()::equals).isPresent()).findFirst().ifPresent(this::take);
        showing = false;
        lookAround();
    }

    private boolean isUntouched() {
        return ofThisStrength(Map.of()).equals(form.settings());
    }

    private Settings ofThisStrength(HarmonizePreset preset) {
        return ofThisStrength(preset.settings().asMap());
    }

    private Settings ofThisStrength(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(given);
        all.put(TAU, form.settings().decimal(TAU));
        try {
            return HarmonizePlan.RECIPE.settings(all);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Why it cannot start, in one sentence; empty where it can. */
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** What was reached, why it failed, or what a start would do; empty where there is nothing to say. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** How long a start would take and how much memory; empty before it is known. */
    ReadOnlyStringProperty estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** How smooth the painting is by the rule that is chosen, in words: "9.8"; empty before it was measured, and where no rule is. */
    ReadOnlyStringProperty smoothnessProperty() {
        return smoothness.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Pulling.Moment>> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Set<PullName.Kind>> mutedProperty() {
        return mutedNow.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Film> filmProperty() {
        return film.getReadOnlyProperty();
    }

    /** The moment that is shown on the canvas though it is not the newest; empty where the newest is followed. */
    ReadOnlyObjectProperty<Optional<Frame>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The job that goes on, for how long it will still take. */
    ReadOnlyObjectProperty<Optional<RunningJob<Harmonized>>> runningProperty() {
        return run.runningProperty();
    }

    /** What came of the last run, as far as it got. */
    public Optional<Harmonized> result() {
        return result;
    }

    /** Whether the next start goes on from where the last one was stopped. */
    boolean goesOn() {
        return stopped.isPresent() && task().filter(stopped.get().task()::goesOnAs).isPresent();
    }

    void startOrPause() {
        switch (run.state()) {
            case RUNNING -> run.pause();
            case PAUSED -> run.resume();
            case READY, ENDED, FAILED -> start(false);
        }
    }

    void step() {
        if (!run.state().isGoingOn()) {
            start(true);
        }
        run.step();
    }

    void stop() {
        run.stop();
    }

    /** Begins again with the layers and settings of now; asks to be told twice where a run would be lost. */
    void restart() {
        if ((run.state().isGoingOn() || goesOn()) && !warned) {
            warned = true;
            studio.desk().messages().failed("R once more gives up this run and begins anew.");
            return;
        }
        stopped = Optional.empty();
        run.drop();
        start(false);
    }

    /** Leaves all losses of a kind out, or takes them in again; the run goes on. */
    void mute(PullName.Kind kind, boolean on) {
        if (on) {
            muted.add(kind);
        } else {
            muted.remove(kind);
            studio.pulls().mutedProperty().get().stream().filter(each -> each.kind() == kind).forEach(each -> studio.pulls().mute(each, false));
        }
        mutedNow.set(Set.copyOf(muted));
    }

    /** How much of a kind of loss is left out. */
    Silence silence(PullName.Kind kind) {
        Set<PullName> silent = studio.pulls().mutedProperty().get();
        boolean some = silent.stream().anyMatch(each -> each.kind() == kind);
        Set<PullName> known = studio.pulls().momentsProperty().get().reversed().stream().map(each -> each.shares().keySet())
                .filter(names -> !names.isEmpty()).findFirst().orElse(Set.of());
        boolean all = muted.contains(kind) || some && known.stream().filter(each -> each.kind() == kind).allMatch(silent::contains);
        return all ? Silence.ALL : some ? Silence.PARTLY : Silence.NONE;
    }

    private String mutedWords() {
        String words = Arrays.stream(PullName.Kind.values()).filter(kind -> silence(kind) != Silence.NONE)
                .map(kind -> (silence(kind) == Silence.PARTLY ? "partly " : "") + Looks.of(kind).label()).collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " without " + words;
    }

    /** Shows a moment of the film on the canvas; the newest one goes on moving. */
    void choose(Frame frame) {
        boolean newest = !film.get().frames().isEmpty() && film.get().frames().getLast() == frame;
        chosen.set(newest ? Optional.empty() : Optional.of(frame));
        showOnCanvas();
    }

    @Override
    public String key() {
        return ROOM;
    }

    @Override
    public void settle(Runnable then) {
        if (!run.state().isGoingOn()) {
            then.run();
            return;
        }
        boolean paused = run.state() == WorkState.PAUSED;
        whenHalted = Optional.of(() -> {
            then.run();
            if (goesOn()) {
                start(paused);
            }
        });
        run.stop();
    }

    private void halted() {
        Optional<Runnable> then = whenHalted;
        whenHalted = Optional.empty();
        then.ifPresent(Runnable::run);
    }

    @Override
    public StudioContent.Room keep() {
        Map<String, Picture> pictures = result.map(each -> Map.of(RESULT, each.picture())).orElse(Map.of());
        return new StudioContent.Room(Optional.of(form.settings()), preset().map(HarmonizePreset::key).orElse(""), Map.of(ENDING, ending), pictures,
                stopped.map(each -> new StudioContent.State(each.state().tensors(), each.state().facts())));
    }

    @Override
    public void restore(StudioContent.Room room, boolean sameFeatures) {
        run.drop();
        forget();
        showing = true;
        room.settings().ifPresent(form::show);
        showing = false;
        if (room.state().isEmpty() && room.pictures().isEmpty() && isUntouched()) {
            suit(studio.featuresProperty().get());
        }
        worked = task();
        stopped = worked.filter(_ -> sameFeatures).flatMap(task -> room.state().map(state -> new Stopped(task, new HarmonizeState(state.tensors(), state.facts()))));
        ending = room.state().isPresent() && stopped.isEmpty() ? "It was stopped with %s: choose it under Features to go on. Harmonize starts anew."
                .formatted(studio.files().otherFeatures().orElse("another feature network")) : room.facts().getOrDefault(ENDING, "");
        stopped.ifPresent(each -> each.state().muted().forEach(name -> studio.pulls().mute(name, true)));
        Optional.ofNullable(room.pictures().get(RESULT)).filter(_ -> worked.isPresent())
                .ifPresent(picture -> result = Optional.of(new Harmonized(picture, Map.of(), stopped.map(Stopped::state))));
        lookAround();
    }

    private Optional<Task> task() {
        return studio.document().composition().flatMap(layers -> studio.featuresProperty().get()
                .map(features -> new Task(studio.nameProperty().get(), layers, form.settings(), features)));
    }

    private void start(boolean paused) {
        Optional<Task> wanted = task();
        if (wanted.isEmpty() || !obstacle.get().isEmpty()) {
            return;
        }
        Optional<HarmonizeState> from = goesOn() ? stopped.map(Stopped::state) : Optional.empty();
        if (from.isEmpty()) {
            forget();
        }
        chosen.set(Optional.empty());
        worked = wanted;
        stopped = Optional.empty();
        result = Optional.empty();
        ending = "";
        run.start(paused, listener -> {
            HarmonizeRun job = new HarmonizeRun(wanted.get(), scenes, from, workshop, listener);
            current = Optional.of(job);
            return job;
        }, new Told());
        showOnCanvas();
    }

    private void forget() {
        pulling.clear();
        studio.pulls().clear();
        studio.firstPassProperty().set(Optional.empty());
        moments.set(List.of());
        muted.clear();
        mutedNow.set(Set.of());
        film.set(Film.EMPTY);
        place.set(Optional.empty());
        lastUnpacked = Optional.empty();
        result = Optional.empty();
        ending = "";
        chosen.set(Optional.empty());
        spent = 0;
    }

    private void follow(WorkState state) {
        if (state == WorkState.RUNNING) {
            runningSince = nanos.getAsLong();
        } else if (situation.get() == Situation.RUNNING) {
            spent += nanos.getAsLong() - runningSince;
        }
        goingOn = state.isGoingOn();
        warned = false;
        studio.canvas().editableProperty().set(!state.isGoingOn());
        lookAround();
    }

    private void askHowSmooth(Picture painting) {
        if (smoothed.filter(each -> each == painting).isEmpty()) {
            smoothed = Optional.of(painting);
            smoothnesses = Map.of();
            smoothness.set("");
            smoothing.ask(painting);
        }
    }

    private void sayHowSmooth() {
        smoothness.set(smoothnesses.getOrDefault(form.settings().choice(AUTOMATIC), ""));
    }

    private void measure(Picture painting) {
        Map<String, String> measured = Map.of("authors", Words.rounded(HarmonizePlan.smoothFrom(painting), 2),
                "article", Words.rounded(HarmonizePlan.articlesSmoothFrom(painting), 2));
        studio.desk().jobs().ui().execute(() -> {
            if (smoothed.filter(each -> each == painting).isPresent()) {
                smoothnesses = measured;
                sayHowSmooth();
            }
        });
    }

    private void ask(Task wanted) {
        if (asked.filter(wanted::goesOnAs).isEmpty()) {
            asked = Optional.of(wanted);
            estimating.ask(wanted);
        }
    }

    private void estimate(Task of) {
        Optional<Workshop.Estimate> told = workshop.estimate(new HarmonizeOrder(scenes.apply(of.composition()), of.settings(), of.features()), () -> goingOn);
        studio.desk().jobs().ui().execute(() -> {
            told.ifPresentOrElse(each -> estimated = Optional.of(new Estimated(of, each)), () -> asked = Optional.empty());
            lookAround();
        });
    }

    private void lookAround() {
        Optional<Composition> layers = studio.document().composition();
        String inTheWay = layers.map(each -> Obstacle.of(each, studio.featuresProperty().get())).filter(said -> !said.isEmpty()).or(form::refusal).orElse("");
        Optional<Task> wanted = inTheWay.isEmpty() && !run.state().isGoingOn() ? task() : Optional.empty();
        wanted.ifPresent(this::ask);
        Optional<Workshop.Estimate> known = estimated.filter(each -> wanted.filter(each.task()::goesOnAs).isPresent()).map(Estimated::estimate);
        estimate.set(known.map(Workshop.Estimate::words).orElse(wanted.isPresent() ? MEASURING : ""));
        obstacle.set(inTheWay.isEmpty() ? known.map(Workshop.Estimate::refusal).orElse("") : inTheWay);
        situation.set(situation(layers));
        line.set(said());
        showOnCanvas();
    }

    private Situation situation(Optional<Composition> layers) {
        return switch (run.state()) {
            case RUNNING -> Situation.RUNNING;
            case PAUSED -> Situation.PAUSED;
            case FAILED -> Situation.FAILED;
            case READY, ENDED -> {
                if (layers.isEmpty()) {
                    yield Situation.EMPTY;
                }
                yield goesOn() ? Situation.STOPPED : ending.isEmpty() ? Situation.READY : Situation.ENDED;
            }
        };
    }

    private String said() {
        if (run.state().isGoingOn() || worked.isEmpty()) {
            return "";
        }
        String changed = task().map(now -> now.differsIn(worked.get())).orElse("");
        return changed.isEmpty() ? ending : stopped.isPresent() ? "%s changed since it was stopped: Harmonize starts anew.".formatted(changed)
                : strength().orElseGet(() -> "%s changed since: Harmonize again to see it.".formatted(changed));
    }

    /** What is different, where nothing but the strength is. */
    private Optional<String> strength() {
        Settings before = worked.orElseThrow().settings();
        Settings now = form.settings();
        Map<String, Object> other = new HashMap<>(before.asMap());
        other.put(TAU, now.decimal(TAU));
        boolean only = task().filter(each -> each.sameLayers(worked.get().composition()) && each.features() == worked.get().features()).isPresent()
                && other.equals(new HashMap<>(now.asMap()));
        return only ? Optional.of("Strength is now %s, the picture was made with %s. Harmonize again to see it.".formatted(Words.rounded(now.decimal(TAU), 3),
                Words.rounded(before.decimal(TAU), 3))) : Optional.empty();
    }

    /** The moment to be seen, where the layers are still those that were harmonized. */
    private void showOnCanvas() {
        if (!ROOMS.contains(studio.frontProperty().get())) {
            return;
        }
        boolean same = worked.filter(task -> studio.document().composition().filter(task::sameLayers).isPresent()).isPresent();
        Optional<Picture> shown = same ? shown() : Optional.empty();
        if (shown.isPresent() && studio.canvas().resultProperty().get().isEmpty()) {
            halveTheObject();
        }
        studio.canvas().resultProperty().set(shown);
    }

    /** Puts the wipe where half of what was harmonized shows before, half of it now. */
    private void halveTheObject() {
        studio.document().composition().map(Composition::mask).filter(mask -> !mask.isEmpty())
                .ifPresent(mask -> studio.canvas().wipeProperty().set((mask.box().x() + 0.5 * mask.box().width()) / mask.width()));
    }

    /** The moment of the run that is to be seen; empty before the first. */
    Optional<Picture> shown() {
        if (chosen.get().isPresent()) {
            return chosen.get().map(this::unpacked);
        }
        return result.isPresent() ? result.map(Harmonized::picture)
                : film.get().frames().isEmpty() ? Optional.empty() : Optional.of(unpacked(film.get().frames().getLast()));
    }

    private Picture unpacked(Frame frame) {
        if (lastUnpacked.filter(each -> each.frame() == frame).isEmpty()) {
            lastUnpacked = Optional.of(new Unpacked(frame, frame.picture().picture()));
        }
        return lastUnpacked.orElseThrow().picture();
    }

    private void keep(Optional<Stage> stage, int iteration, boolean last, Picture picture) {
        film.set(film.get().with(new Frame(stage, iteration, last, new PackedPicture(picture))));
    }

    private final class Told implements Watched.Listener<HarmonizeEvent, Harmonized> {

        @Override
        public void hear(List<HarmonizeEvent> events) {
            boolean moved = false;
            studio.pulls().add(events.stream().filter(HarmonizeEvent.Iterated.class::isInstance).map(HarmonizeEvent.Iterated.class::cast).toList());
            for (HarmonizeEvent event : events) {
                switch (event) {
                    case HarmonizeEvent.Began began -> {
                        pulling.begin();
                        if (place.get().filter(each -> each.stage() == began.stage()).isEmpty()) {
                            place.set(Optional.of(new Place(began.stage(), 0, began.iterations())));
                        }
                    }
                    case HarmonizeEvent.Iterated iterated -> {
                        pulling.add(iterated);
                        place.set(Optional.of(new Place(iterated.stage(), iterated.iteration(), iterated.of())));
                        hush(iterated.pulls());
                    }
                    case HarmonizeEvent.Preview preview -> {
                        Optional<Stage> stage = preview.iteration() == 0 ? Optional.empty() : Optional.of(preview.stage());
                        if (stage.isPresent() || film.get().frames().isEmpty()) {
                            keep(stage, preview.iteration(), false, preview.picture());
                            moved = true;
                        }
                    }
                    case HarmonizeEvent.Ended ended -> {
                        if (ended.stage() == Stage.PASS_1) {
                            studio.firstPassProperty().set(Optional.of(ended.picture()));
                        }
                        keep(Optional.of(ended.stage()), place.get().map(Place::iteration).orElse(0), true, ended.picture());
                        moved = true;
                    }
                }
            }
            moments.set(pulling.moments());
            if (moved) {
                showOnCanvas();
            }
        }

        private void hush(List<PullValue> pulls) {
            for (PullValue pull : pulls) {
                boolean wanted = muted.contains(pull.name().kind()) || studio.pulls().mutedProperty().get().contains(pull.name());
                if (wanted != pull.muted()) {
                    current.ifPresent(job -> job.mute(pull.name(), wanted));
                }
            }
        }

        @Override
        public void ended(Harmonized harmonized) {
            result = Optional.of(harmonized);
            Optional.ofNullable(harmonized.stages().get(Stage.PASS_1)).filter(_ -> studio.firstPassProperty().get().isEmpty())
                    .ifPresent(first -> studio.firstPassProperty().set(Optional.of(first)));
            studio.files().touch();
            Optional<Place> reached = place.get();
            stopped = harmonized.state().map(state -> new Stopped(worked.orElseThrow(), state));
            String where = reached.map(each -> "%s, iteration %d of %d".formatted(each.stage().label(), each.iteration(), each.of())).orElse("the start");
            ending = stopped.isPresent() ? "Stopped at %s. Resume goes on from there.".formatted(where)
                    : "Finished in %s%s. %s".formatted(TimeText.of(spent / 1e9), mutedWords(), Advice.after(worked.orElseThrow().settings()));
            lookAround();
            halted();
        }

        @Override
        public void failed(String why) {
            ending = why;
            lookAround();
            halted();
        }
    }
}
