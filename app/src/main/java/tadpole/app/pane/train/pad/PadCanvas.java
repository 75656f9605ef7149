package tadpole.app.pane.train.pad;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import tadpole.engine.dataset.DrawnDigit;

/** Where one draws: white on black, in the pixels of MNIST. The left button draws, the right one erases. */
final class PadCanvas extends StackPane {

    private static final int CELLS = DrawnDigit.SIDE;

    private final PadModel model;
    private final Canvas canvas = new Canvas(Ink.SIDE, Ink.SIDE);
    private double lastX;
    private double lastY;

    PadCanvas(PadModel model) {
        this.model = model;
        setId("pad-canvas");
        getStyleClass().add("pad-canvas");
        setMinSize(Ink.SIDE, Ink.SIDE);
        setMaxSize(Ink.SIDE, Ink.SIDE);
        setFocusTraversable(true);
        setAccessibleText("Draw a digit here with the mouse");
        getChildren().add(canvas);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnKeyPressed(this::key);
        model.changesProperty().subscribe(_ -> paint());
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.MIDDLE) {
            return;
        }
        model.begin();
        lastX = event.getX();
        lastY = event.getY();
        drag(event);
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE) {
            return;
        }
        boolean erases = model.erasingProperty().get() != (event.getButton() == MouseButton.SECONDARY);
        model.draw(lastX, lastY, event.getX(), event.getY(), erases);
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.Z && event.isShortcutDown()) {
            model.undo();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.clear();
        } else {
            return;
        }
        event.consume();
    }

    private void paint() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        double cell = (double) Ink.SIDE / CELLS;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                graphics.setFill(Color.gray(Math.clamp(model.ink().of(CELLS, column, row), 0, 1)));
                graphics.fillRect(column * cell, row * cell, cell, cell);
            }
        }
    }
}
