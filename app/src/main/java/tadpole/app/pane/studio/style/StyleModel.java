package tadpole.app.pane.studio.style;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.app.form.FormModel;
import tadpole.app.job.Newest;
import tadpole.app.job.RunningJob;
import tadpole.app.job.TimeText;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.studio.Keeper;
import tadpole.app.pane.studio.PullHistory;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.GifFilm;
import tadpole.engine.file.SafeFile;
import tadpole.engine.file.StudioContent;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.picture.style.StyleEstimate;
import tadpole.engine.picture.style.StyleEvent;
import tadpole.engine.picture.style.StyleOrder;
import tadpole.engine.picture.style.StylePicture;
import tadpole.engine.picture.style.StylePlan;
import tadpole.engine.picture.style.StylePreset;
import tadpole.engine.picture.style.StyleState;
import tadpole.engine.picture.style.StyleTransfer;
import tadpole.engine.picture.style.Styled;
import tadpole.engine.recipe.Settings;

/** A style transfer as the room has it: what is painted in whose style, where it is, what came of it. */
final class StyleModel implements Keeper {

    private static final int FRAME_MILLIS = 150;
    private static final int LAST_MILLIS = 2000;

    private record Stopped(StyleOrder order, StyleState state) {}

    private final StudioModel studio;
    private final Executor background;
    private final Watched<StyleEvent, Styled> run;
    private final FormModel form = new FormModel(StylePlan.RECIPE);
    private final Newest<StyleOrder> toEstimate;
    private final ReadOnlyObjectWrapper<Optional<Picture>> content = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<StyleSource> styles = FXCollections.observableArrayList();
    /** Kept: what only listens to it would else be forgotten. */
    private final ObservableList<StyleSource> shownStyles = FXCollections.unmodifiableObservableList(styles);
    private final ReadOnlyObjectWrapper<Optional<Picture>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StyleEvent.Iterated>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<StyleFilm> film = new ReadOnlyObjectWrapper<>(StyleFilm.EMPTY);
    private final PullHistory pulls = new PullHistory();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper estimate = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Stopped>> stopped = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<StyleOrder> worked = Optional.empty();
    private Optional<FeatureNetwork> known = Optional.empty();
    /** While what changes comes by itself: nobody would miss it. */
    private boolean quiet = true;

    /** @param background where pictures are read and times are estimated */
    StyleModel(StudioModel studio, Executor background) {
        this.studio = studio;
        this.background = background;
        this.run = new Watched<>(studio.desk().jobs());
        this.toEstimate = new Newest<>(background, this::estimate);
        content.addListener((_, _, _) -> change());
        studio.featuresProperty().subscribe(now -> {
            now.ifPresent(features -> quietly(() -> suit(features)));
            lookAround();
        });
        form.settingsProperty().subscribe(_ -> change());
        form.refusalsProperty().subscribe(_ -> lookAround());
        quiet = false;
    }

    private void quietly(Runnable change) {
        boolean was = quiet;
        quiet = true;
        change.run();
        quiet = was;
    }

    private void change() {
        if (!quiet) {
            studio.files().touch();
        }
        lookAround();
    }

    /** Presets are each network's own: the one that was taken is taken again. What somebody set stays. */
    private void suit(FeatureNetwork features) {
        boolean untouched = form.settings().equals(StylePlan.RECIPE.standard().settings());
        Optional<String> taken = known.flatMap(this::preset).map(StylePreset::key);
        if (known.isEmpty() ? untouched : taken.isPresent()) {
            List<StylePreset> presets = StylePlan.presets(features);
            take(presets.stream().filter(each -> taken.filter(each.key()::equals).isPresent()).findFirst().orElse(presets.getFirst()));
        }
        known = Optional.of(features);
    }

    StudioModel studio() {
        return studio;
    }

    FormModel form() {
        return form;
    }

    ReadOnlyObjectProperty<Optional<Picture>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Changed by {@link #add} and {@link #remove}. */
    ObservableList<StyleSource> styles() {
        return shownStyles;
    }

    /** What it looks like now; empty before the first run. */
    ReadOnlyObjectProperty<Optional<Picture>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<StyleEvent.Iterated>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StyleFilm> filmProperty() {
        return film.getReadOnlyProperty();
    }

    /** What pulls in the run of now, or pulled in the last one. */
    PullHistory pulls() {
        return pulls;
    }

    /** Why it cannot start, in one sentence; empty where it can. */
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** What it will take, such as "About 0:40 and 180 MB."; empty until it is known. */
    ReadOnlyStringProperty estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** How it ended, and what was otherwise than asked for. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return run.stateProperty();
    }

    ReadOnlyObjectProperty<Optional<RunningJob<Styled>>> runningProperty() {
        return run.runningProperty();
    }

    /** Whether a stopped run can go on: nothing that it worked on has changed. */
    boolean canResume() {
        return stopped.get().isPresent() && order().map(now -> now.equals(stopped.get().get().order)).orElse(false);
    }

    /** The preset whose constants stand in the form; empty where they are somebody's own. */
    Optional<StylePreset> preset() {
        return studio.featuresProperty().get().flatMap(this::preset);
    }

    private Optional<StylePreset> preset(FeatureNetwork features) {
        return StylePlan.presets(features).stream().filter(each -> each.settings().equals(form.settings())).findFirst();
    }

    void take(StylePreset preset) {
        form.show(preset.settings());
    }

    void setContent(Picture picture) {
        content.set(Optional.of(picture));
    }

    /** What lies there at first: only where nothing lies yet. */
    void suggestContent(Picture picture) {
        if (content.get().isEmpty()) {
            quietly(() -> setContent(picture));
        }
    }

    /** See {@link #suggestContent}. */
    void suggestStyle(Picture picture) {
        if (styles.isEmpty()) {
            quietly(() -> add(picture));
        }
    }

    void add(Picture style) {
        add(new StyleSource(style));
    }

    private void add(StyleSource source) {
        source.shareProperty().addListener((_, _, _) -> change());
        styles.add(source);
        change();
    }

    void remove(StyleSource style) {
        styles.remove(style);
        change();
    }

    /** Its part of the blend: "50 %". */
    String percent(StyleSource style) {
        double all = styles.stream().mapToDouble(each -> each.shareProperty().get()).sum();
        return "%d %%".formatted(all > 0 ? Math.round(100 * style.shareProperty().get() / all) : 0);
    }

    /** Only this one. */
    void setStyle(Picture style) {
        styles.clear();
        add(style);
    }

    void openContent(Path file) {
        new FileWork(studio.desk(), background).open(file, PictureFile::read, read -> setContent(read.picture()));
    }

    void openStyle(Path file) {
        new FileWork(studio.desk(), background).open(file, PictureFile::read, read -> add(read.picture()));
    }

    /** What was dropped: the first picture is the content, all others are styles. */
    boolean open(List<Path> files) {
        if (files.isEmpty() || !files.stream().allMatch(PictureFile::isNamedLikeOne)) {
            return false;
        }
        openContent(files.getFirst());
        files.subList(1, files.size()).forEach(this::openStyle);
        return true;
    }

    void save(Path file) {
        result.get().ifPresent(picture -> new FileWork(studio.desk(), background).save(file, path -> SafeFile.write(path, out -> PictureFile.write(picture, out))));
    }

    /** The run as an animated GIF; the last picture stays longer. */
    void saveFilm(Path file) {
        List<Picture> frames = film.get().frames();
        new FileWork(studio.desk(), background).save(file, path -> {
            try (GifFilm gif = GifFilm.open(path)) {
                for (int i = 0; i < frames.size(); i++) {
                    gif.add(frames.get(i), i + 1 < frames.size() ? FRAME_MILLIS : LAST_MILLIS);
                }
                gif.keep();
            }
        });
    }

    /** Paints on over what was painted. */
    void useResult() {
        result.get().ifPresent(this::setContent);
    }

    /** Puts the result on the Studio's canvas as the painting into which things are pasted. */
    void toCanvas() {
        result.get().ifPresent(painting -> {
            Placement middle = new Placement(painting.width() / 2.0, painting.height() / 2.0, 1, 0, false);
            studio.document().edit(new Composition(painting, studio.document().composition().flatMap(Composition::object), middle,
                    Mask.empty(painting.height(), painting.width())));
            studio.desk().messages().done("The result is the painting of the room Harmonize now; undo there takes it back.");
        });
    }

    void startOrPause() {
        switch (run.state()) {
            case RUNNING -> run.pause();
            case PAUSED -> run.resume();
            case READY, ENDED, FAILED -> begin(canResume() ? stopped.get().map(Stopped::state) : Optional.empty());
        }
    }

    void stop() {
        run.stop();
    }

    /** Again from the start. */
    void restart() {
        run.drop();
        begin(Optional.empty());
    }

    @Override
    public String key() {
        return "style";
    }

    @Override
    public StudioContent.Room keep() {
        Optional<StyleState> state = canResume() ? stopped.get().map(Stopped::state) : Optional.empty();
        return new StyleKept(content.get(), styles, result.get(), line.get(), state).room(form.settings(), preset().map(StylePreset::key).orElse(""));
    }

    @Override
    public void restore(StudioContent.Room room, boolean sameFeatures) {
        run.drop();
        quietly(() -> take(StyleKept.of(room), room.settings(), sameFeatures));
    }

    private void take(StyleKept kept, Optional<Settings> settings, boolean sameFeatures) {
        settings.ifPresent(form::show);
        styles.clear();
        pulls.clear();
        kept.styles().forEach(this::add);
        content.set(kept.content());
        film.set(StyleFilm.EMPTY);
        place.set(Optional.empty());
        result.set(kept.result());
        worked = order();
        stopped.set(worked.filter(_ -> sameFeatures).flatMap(order -> kept.state().map(state -> new Stopped(order, state))));
        line.set(kept.state().isPresent() && stopped.get().isEmpty() ? "It was stopped with another feature network: Paint starts anew." : kept.ending());
        lookAround();
    }

    private void begin(Optional<StyleState> from) {
        Optional<StyleOrder> order = order();
        if (order.isEmpty() || !obstacle.get().isEmpty()) {
            return;
        }
        worked = order;
        stopped.set(Optional.empty());
        line.set("");
        if (from.isEmpty()) {
            pulls.clear();
            film.set(StyleFilm.EMPTY);
            place.set(Optional.empty());
        }
        run.start(false, listener -> new StyleTransfer(order.get(), from, studio.desk().device(), listener), new Heard());
    }

    private Optional<StyleOrder> order() {
        List<StylePicture> taken = styles.stream().filter(each -> each.shareProperty().get() > 0)
                .map(each -> new StylePicture(each.picture(), each.shareProperty().get())).toList();
        if (content.get().isEmpty() || taken.isEmpty() || studio.featuresProperty().get().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StyleOrder(content.get().get(), taken, form.settings(), studio.featuresProperty().get().get()));
    }

    private void lookAround() {
        Optional<StyleOrder> order = order();
        obstacle.set(lack(order));
        estimate.set("");
        if (obstacle.get().isEmpty() && !run.state().isGoingOn()) {
            toEstimate.ask(order.orElseThrow());
        }
    }

    private String lack(Optional<StyleOrder> order) {
        if (content.get().isEmpty()) {
            return "Open the picture that is to be painted.";
        }
        if (styles.isEmpty()) {
            return "Open a picture whose style is taken.";
        }
        if (styles.stream().noneMatch(each -> each.shareProperty().get() > 0)) {
            return "All styles are at 0: give one of them a share.";
        }
        if (studio.featuresProperty().get().isEmpty()) {
            return "There is no feature network yet.";
        }
        return form.refusal().or(() -> run.state().isGoingOn() ? Optional.empty() : StyleEstimate.refusal(order.orElseThrow(), StyleEstimate.free())).orElse("");
    }

    private void estimate(StyleOrder order) {
        StyleEstimate made = StyleEstimate.of(order, studio.desk().device());
        studio.desk().jobs().ui().execute(() -> {
            if (order().map(order::equals).orElse(false)) {
                estimate.set("About %s and %d MB.".formatted(TimeText.of(made.seconds()), Math.max(1, made.bytes() / 1_000_000)));
            }
        });
    }

    private final class Heard implements Watched.Listener<StyleEvent, Styled> {

        @Override
        public void hear(List<StyleEvent> events) {
            for (StyleEvent event : events) {
                switch (event) {
                    case StyleEvent.Began began -> line.set(began.notes().size() < 2 ? String.join("", began.notes())
                            : "%s %d more layers are taken from others.".formatted(began.notes().getFirst(), began.notes().size() - 1));
                    case StyleEvent.Iterated iterated -> {
                        place.set(Optional.of(iterated));
                        pulls.add("%d × %d".formatted(iterated.width(), iterated.height()), iterated.pulls());
                    }
                    case StyleEvent.Preview preview -> {
                        result.set(Optional.of(preview.picture()));
                        film.set(film.get().with(preview.picture()));
                    }
                    case StyleEvent.Ended ended -> film.set(film.get().with(ended.picture()));
                }
            }
        }

        @Override
        public void ended(Styled styled) {
            result.set(Optional.of(styled.picture()));
            studio.files().touch();
            stopped.set(styled.state().map(state -> new Stopped(worked.orElseThrow(), state)));
            line.set(styled.state().isPresent() ? "Stopped after %d iterations. Resume goes on from there.".formatted(styled.iterations())
                    : "Finished after %d iterations. %s".formatted(styled.iterations(), line.get()));
            lookAround();
        }

        @Override
        public void failed(String why) {
            line.set(why);
            studio.desk().messages().failed(why);
            lookAround();
        }
    }
}
