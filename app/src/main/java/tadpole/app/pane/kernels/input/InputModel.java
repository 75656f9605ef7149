package tadpole.app.pane.kernels.input;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import tadpole.app.form.RecipePickerModel;
import tadpole.app.job.RunningJob;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.Pictures;
import tadpole.engine.picture.ReadPicture;
import tadpole.engine.picture.made.MadePicture;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Where the picture of the pane comes from. What is shown stays until the next one is there. */
public final class InputModel {

    /** 128 MB. */
    private static final long MOST_RECENT_NUMBERS = 1 << 25;

    private static final String PANE = "kernels";
    private static final String NOT_PICKED = "Nothing is picked in the Data pane yet.";

    private final Desk desk;
    private final Executor background;
    private final Map<Source, BundledSet> sets = new EnumMap<>(Source.class);
    private final RecipePickerModel<MadePicture> made = new RecipePickerModel<>(MadePictures.ALL);
    private final Sketch sketch = new Sketch();
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.POND);
    private final ReadOnlyObjectWrapper<Optional<InputPicture>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper underWay = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<RunningJob<?>>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper(false);
    private final RecentPictures recent = new RecentPictures(MOST_RECENT_NUMBERS);
    private boolean begun;
    private boolean restoring;
    private int turn;

    /**
     * @param background where pictures are made
     * @param data       the folder of the bundled data sets
     */
    public InputModel(Desk desk, Executor background, Path data) {
        this.desk = desk;
        this.background = background;
        for (Source set : List.of(Source.POND, Source.DIGITS)) {
            sets.put(set, new BundledSet(set, data, desk));
        }
        source.addListener(_ -> ask());
        desk.workspace().pickProperty().addListener(_ -> askAgain(Source.PICKED));
        desk.workspace().sentProperty().addListener((_, _, sent) -> sent.filter(each -> each.pane().equals(PANE)).ifPresent(_ -> {
            if (source.get() == Source.PICKED) {
                ask();
            }
            source.set(Source.PICKED);
        }));
        made.specProperty().addListener(_ -> askAgain(Source.MADE));
        sketch.pictureProperty().addListener(_ -> askAgain(Source.DRAWING));
    }

    /** Shows the workspace's pick, or a frog where there is none; once. */
    public void begin() {
        if (begun) {
            return;
        }
        if (desk.workspace().pickProperty().get().filter(pick -> pick.dataset().hasPictures()).isPresent()) {
            source.set(Source.PICKED);
            return;
        }
        ask();
    }

    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    public ReadOnlyObjectProperty<Optional<InputPicture>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why the chosen source gives no picture, and what to do; empty where it does. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** What is being read or made, such as "Opening photo.jpg"; empty where nothing is. */
    public ReadOnlyStringProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /** The job that reads a file. */
    public ReadOnlyObjectProperty<Optional<RunningJob<?>>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The last few pictures, the newest first; the one that is shown is among them. */
    public ObservableList<InputPicture> recent() {
        return recent.seen();
    }

    /** Whether one draws on the input. */
    public ReadOnlyBooleanProperty drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    public boolean isDrawing() {
        return drawing.get();
    }

    public Sketch sketch() {
        return sketch;
    }

    /** The made picture and its settings. */
    public RecipePickerModel<MadePicture> made() {
        return made;
    }

    /** Place of the bundled image that is shown, or would be. */
    public int index() {
        return sets.containsKey(source.get()) ? sets.get(source.get()).index() : 0;
    }

    /** The next bundled image, or the one before; around the ends. */
    public void step(int by) {
        go(index() + by);
    }

    /** That bundled image, around the ends. */
    public void go(int index) {
        if (sets.containsKey(source.get())) {
            sets.get(source.get()).go(index);
            ask();
        }
    }

    /** Whether dropped files are one picture; then it is opened. */
    public boolean take(List<Path> files) {
        boolean ours = files.size() == 1 && PictureFile.isNamedLikeOne(files.getFirst());
        if (ours) {
            open(files.getFirst());
        }
        return ours;
    }

    /** Reads a picture beside the JavaFX thread; one that is still being read is dropped. */
    public void open(Path path) {
        begun = true;
        reading.get().ifPresent(RunningJob::stop);
        source.set(Source.FILE);
        int mine = ++turn;
        refusal.set("");
        ReadPicture job = new ReadPicture(path);
        underWay.set(job.name());
        reading.set(Optional.of(desk.jobs().start(job, outcome -> {
            if (mine == turn) {
                end();
                opened(path, outcome);
            }
        })));
    }

    private void opened(Path path, JobOutcome<Optional<PictureFile>> outcome) {
        switch (outcome) {
            case JobOutcome.Finished<Optional<PictureFile>>(var file) -> file.ifPresent(read -> {
                desk.messages().done("Opened %s.".formatted(read.picture().name()));
                show(new InputPicture(read.picture(), read.notes(), new Origin.FromFile(path)));
            });
            case JobOutcome.Stopped<Optional<PictureFile>> _ -> refuse("Opening %s was stopped.".formatted(path.getFileName()));
            case JobOutcome.Failed<Optional<PictureFile>>(var why, _) -> {
                refuse(why);
                desk.messages().failed(why);
            }
        }
    }

    /** Shows what a layer of a network sees. */
    public void showSeen(Picture seen) {
        show(seen, new Origin.FromNetwork());
    }

    /** Shows so few pixels that all their products can be seen. */
    public void showSmall(Picture small) {
        show(small, new Origin.Small());
    }

    private void show(Picture given, Origin origin) {
        begun = true;
        turn++;
        end();
        source.set(origin.source());
        show(new InputPicture(given, List.of(), origin));
    }

    /** Shows one of the last few again, with its source. */
    public void restore(InputPicture earlier) {
        restoring = true;
        turn++;
        end();
        Origin origin = earlier.origin();
        source.set(origin.source());
        switch (origin) {
            case Origin.Sample sample -> sets.get(sample.source()).go(sample.index());
            case Origin.Made before -> made.show(before.spec());
            case Origin.Drawn _ -> sketch.show(earlier.picture());
            case Origin.Picked _, Origin.FromFile _, Origin.FromNetwork _, Origin.Small _ -> { }
        }
        restoring = false;
        drawing.set(origin instanceof Origin.Drawn);
        refusal.set("");
        recent.bringForward(earlier);
        shown.set(Optional.of(earlier));
    }

    private void askAgain(Source changed) {
        if (source.get() == changed) {
            ask();
        }
    }

    private void ask() {
        drawing.set(source.get() == Source.DRAWING);
        if (restoring) {
            return;
        }
        begun = true;
        turn++;
        end();
        refusal.set("");
        switch (source.get()) {
            case PICKED -> desk.workspace().pickProperty().get().ifPresentOrElse(this::showPick, () -> refuse(NOT_PICKED));
            case POND, DIGITS -> askSet(source.get());
            case MADE -> make(made.spec());
            case FILE, NETWORK, SMALL -> { }
            case DRAWING -> show(new InputPicture(sketch.pictureProperty().get(), List.of(), new Origin.Drawn()));
        }
    }

    private void showPick(Workspace.Pick pick) {
        if (!pick.dataset().hasPictures()) {
            refuse("The samples of %s are points, not pictures. Pick an image of another data set.".formatted(pick.dataset().title()));
            return;
        }
        show(new InputPicture(Pictures.of(pick.dataset(), pick.test(), pick.index()), List.of(), new Origin.Picked(pick)));
    }

    private void askSet(Source set) {
        BundledSet bundled = sets.get(set);
        bundled.ask(
                () -> {
                    if (source.get() == set) {
                        underWay.set(bundled.isReading() ? "Opening " + set.label() : "");
                    }
                },
                (dataset, index) -> showSample(set, dataset, index),
                why -> {
                    if (source.get() == set) {
                        refuse(why);
                    }
                });
    }

    private void showSample(Source set, Dataset dataset, int index) {
        if (source.get() == set) {
            show(new InputPicture(Pictures.of(dataset, false, index), List.of(), new Origin.Sample(set, index)));
        }
    }

    private void make(Spec spec) {
        int mine = turn;
        underWay.set("Making " + made.recipe().label().toLowerCase(Locale.ROOT));
        background.execute(() -> {
            Picture picture = picture(spec);
            desk.jobs().ui().execute(() -> {
                if (mine == turn) {
                    end();
                    show(new InputPicture(picture, List.of(), new Origin.Made(spec)));
                }
            });
        });
    }

    private static Picture picture(Spec spec) {
        try {
            return MadePictures.make(spec);
        } catch (SettingException impossible) {
            throw new IllegalStateException("The list gave a picture that it does not know.", impossible);
        }
    }

    private void end() {
        underWay.set("");
        reading.set(Optional.empty());
    }

    private void refuse(String why) {
        refusal.set(why);
    }

    private void show(InputPicture now) {
        refusal.set("");
        recent.add(now);
        shown.set(Optional.of(now));
    }
}
