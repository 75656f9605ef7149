package tadpole.app.pane.studio;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.app.job.Background;
import tadpole.app.pane.studio.canvas.CanvasModel;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.StudioExample;
import tadpole.engine.recipe.Settings;

/** What the Studio's rooms share: the layers, the canvas, the network whose eyes they use. */
public final class StudioModel {

    private final Desk desk;
    private final StudioDocument document = new StudioDocument();
    private final CanvasModel canvas;
    private final ObjectProperty<Optional<Settings>> plan = new SimpleObjectProperty<>(Optional.empty());
    private final PullHistory pulls = new PullHistory();
    private final ObjectProperty<Optional<Picture>> firstPass = new SimpleObjectProperty<>(Optional.empty());
    private final StudioFiles files;
    private final ObjectProperty<Optional<FeatureNetwork>> features = new SimpleObjectProperty<>(Optional.empty());
    private final FeaturesModel networks;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty front = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper painting = new ReadOnlyStringWrapper("");
    private final Executor background;

    /** @param background where files and examples are made and read, and layers computed, one after another */
    public StudioModel(Desk desk, Executor background) {
        this(desk, background, background, background);
    }

    public StudioModel(Desk desk) {
        this(desk, new Background("studio"), new Background("studio-canvas"), new Background("studio-lines"));
    }

    private StudioModel(Desk desk, Executor background, Executor layers, Executor lines) {
        this.desk = desk;
        this.background = background;
        this.canvas = new CanvasModel(document, desk, layers, lines);
        this.networks = new FeaturesModel(desk, features);
        this.files = new StudioFiles(this, background);
        canvas.whenPaintingOpened(opened -> {
            if (files.place().isEmpty()) {
                name.set(opened.name());
            }
        });
    }

    /** The first of those that come with Tadpole; it is made beside the JavaFX thread. */
    public void openExample() {
        open(StudioExample.ALL.getFirst());
    }

    /** Puts an example on the canvas in place of what lies there. */
    void open(StudioExample example) {
        boolean empty = document.composition().isEmpty();
        painting.set(example.name());
        background.execute(() -> {
            Composition made = example.make(desk.device());
            desk.jobs().ui().execute(() -> {
                boolean wanted = painting.get().equals(example.name());
                boolean free = canvas.editableProperty().get() && !(empty && document.composition().isPresent());
                if (wanted) {
                    paintNothing();
                }
                if (wanted && free) {
                    files.begin(example.name(), made, example.tau());
                }
            });
        });
    }

    /** The example that is being painted for the canvas; empty where none is. What is opened meanwhile stays. */
    public ReadOnlyStringProperty paintingProperty() {
        return painting.getReadOnlyProperty();
    }

    /** Something else lies on the canvas now. */
    void paintNothing() {
        painting.set("");
    }

    /** Another studio's file in place of what lies on the canvas. */
    public void open(Path file) {
        files.open(file);
    }

    public void save(Path file) {
        files.save(file);
    }

    public Desk desk() {
        return desk;
    }

    public StudioDocument document() {
        return document;
    }

    public StudioFiles files() {
        return files;
    }

    public CanvasModel canvas() {
        return canvas;
    }

    /** The network in use; empty until the bundled one is read. */
    public ObjectProperty<Optional<FeatureNetwork>> featuresProperty() {
        return features;
    }

    /** Which networks there are to choose from; it sets the one in use. */
    public FeaturesModel networks() {
        return networks;
    }

    /** The constants that the room Harmonize has set; empty before it was opened. */
    public ObjectProperty<Optional<Settings>> planProperty() {
        return plan;
    }

    /** What pulls in the run of now, or pulled in the last one. */
    public PullHistory pulls() {
        return pulls;
    }

    /** What pass 1 of the run of now, or of the last one, ended with; empty before. */
    public ObjectProperty<Optional<Picture>> firstPassProperty() {
        return firstPass;
    }

    /** What the studio that is open is called: "Frog in oil"; empty where nothing lies on the canvas. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The room in front, "harmonize": it decides what the canvas shows as a result, which is one for all. */
    public StringProperty frontProperty() {
        return front;
    }
}
