package tadpole.app.pane.studio;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.pane.studio.canvas.CanvasModel;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.feature.FeatureNetwork;

/** What the Studio's rooms share: the layers, the canvas, the network whose eyes they use. */
public final class StudioModel {

    private final Desk desk;
    private final StudioDocument document = new StudioDocument();
    private final CanvasModel canvas = new CanvasModel(document);
    private final PullHistory pulls = new PullHistory();
    private final ObjectProperty<Optional<FeatureNetwork>> features = new SimpleObjectProperty<>(Optional.empty());

    public StudioModel(Desk desk) {
        this.desk = desk;
    }

    public Desk desk() {
        return desk;
    }

    public StudioDocument document() {
        return document;
    }

    public CanvasModel canvas() {
        return canvas;
    }

    /** The network in use; empty until the bundled one is read. */
    public ObjectProperty<Optional<FeatureNetwork>> featuresProperty() {
        return features;
    }

    /** What pulls in the run of now, or pulled in the last one. */
    public PullHistory pulls() {
        return pulls;
    }
}
