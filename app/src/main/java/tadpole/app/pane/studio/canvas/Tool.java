package tadpole.app.pane.studio.canvas;

/** What a press of the mouse on the canvas does. */
public enum Tool {
    HAND("Hand", "H", "Drag the picture under the window. The middle button does so with every tool."),
    MOVE("Move the object", "V", "Drag the object, its corners to scale, the round handle to turn; Shift keeps to steps, arrow keys nudge."),
    BRUSH("Brush", "B", "Paint where the object shows. [ and ] change the size."),
    ERASER("Eraser", "E", "Paint where the painting shows again. [ and ] change the size."),
    RECTANGLE("Rectangle", "M", "Drag a rectangle for the mask; Shift keeps it square."),
    ELLIPSE("Ellipse", "O", "Drag an ellipse for the mask; Shift keeps it a circle."),
    LASSO("Lasso", "L", "Draw around what belongs to the mask."),
    FILL("Fill", "G", "Click: all that hangs together and has nearly the same color.");

    private final String label;
    private final String key;
    private final String about;

    Tool(String label, String key, String about) {
        this.label = label;
        this.key = key;
        this.about = about;
    }

    public String label() {
        return label;
    }

    /** Such as "B". */
    public String key() {
        return key;
    }

    public String about() {
        return about;
    }

    public boolean isBrush() {
        return this == BRUSH || this == ERASER;
    }

    /** Whether it draws a line that encloses something. */
    public boolean isShape() {
        return this == RECTANGLE || this == ELLIPSE || this == LASSO;
    }

    /** Whether it changes the mask. */
    public boolean isOfMask() {
        return isBrush() || isShape() || this == FILL;
    }
}
