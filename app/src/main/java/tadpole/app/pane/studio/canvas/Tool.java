package tadpole.app.pane.studio.canvas;

/** What a press of the mouse on the canvas does. */
public enum Tool { HAND, MOVE, BRUSH, ERASER, RECTANGLE, ELLIPSE, LASSO, FILL }
