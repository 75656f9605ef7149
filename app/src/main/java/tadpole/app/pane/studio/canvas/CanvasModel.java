package tadpole.app.pane.studio.canvas;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.image.PixelModel;
import tadpole.app.image.Viewport;
import tadpole.app.pane.studio.StudioDocument;
import tadpole.engine.picture.Picture;

/** What is seen on the canvas and what the hand does to it. */
public final class CanvasModel {

    private final StudioDocument document;
    private final Viewport viewport = new Viewport();
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.HAND);
    private final ObjectProperty<Optional<Picture>> result = new SimpleObjectProperty<>(Optional.empty());
    private final DoubleProperty wipe = new SimpleDoubleProperty(0.5);
    private final BooleanProperty editable = new SimpleBooleanProperty(true);
    private final ObjectProperty<Optional<PixelModel.Pixel>> pointed = new SimpleObjectProperty<>(Optional.empty());

    public CanvasModel(StudioDocument document) {
        this.document = document;
    }

    public StudioDocument document() {
        return document;
    }

    public Viewport viewport() {
        return viewport;
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** What a run made of it, of the painting's size: drawn at the right of the wipe; empty where there is none. */
    public ObjectProperty<Optional<Picture>> resultProperty() {
        return result;
    }

    /** Where the wipe between before and now stands: 0 is the left edge of the painting, 1 the right one. */
    public DoubleProperty wipeProperty() {
        return wipe;
    }

    /** False while a run reads the layers: the tools then say that it must be stopped first. */
    public BooleanProperty editableProperty() {
        return editable;
    }

    /** The painting's pixel under the pointer. */
    public ObjectProperty<Optional<PixelModel.Pixel>> pointedProperty() {
        return pointed;
    }
}
