package tadpole.app.pane.studio.canvas;

import java.util.Optional;

/** The layers of the canvas, the uppermost first. */
public enum Layer {
    MASK, OBJECT, PAINTING;

    /** What a tool works on; the hand works on none. */
    static Optional<Layer> of(Tool tool) {
        return tool.isOfMask() ? Optional.of(MASK) : tool == Tool.MOVE ? Optional.of(OBJECT) : Optional.empty();
    }
}
