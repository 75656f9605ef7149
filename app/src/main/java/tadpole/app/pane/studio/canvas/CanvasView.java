package tadpole.app.pane.studio.canvas;

import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** The canvas with its tools at the left: the layers on their real pixels, the wipe, and what others draw above. */
public final class CanvasView extends StackPane {

    private final Pane overlay = new Pane();

    public CanvasView(CanvasModel model) {
        setId("studio-canvas");
        overlay.setMouseTransparent(true);
        getChildren().add(overlay);
    }

    /** Where rooms draw above the picture, in the canvas's own coordinates (see the model's viewport); takes no mouse. */
    public Pane overlay() {
        return overlay;
    }
}
