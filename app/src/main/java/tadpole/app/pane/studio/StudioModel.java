package tadpole.app.pane.studio;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.job.Background;
import tadpole.app.pane.studio.canvas.CanvasModel;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.feature.FeatureNetwork;

/** What the Studio's rooms share: the layers, the canvas, the network whose eyes they use. */
public final class StudioModel {

    private final Desk desk;
    private final StudioDocument document = new StudioDocument();
    private final CanvasModel canvas;
    private final ObjectProperty<Optional<FeatureNetwork>> features = new SimpleObjectProperty<>(Optional.empty());

    public StudioModel(Desk desk) {
        this.desk = desk;
        this.canvas = new CanvasModel(document, desk, new Background("canvas"), new Background("canvas-lines"));
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
}
