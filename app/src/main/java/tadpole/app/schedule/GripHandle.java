package tadpole.app.schedule;

import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import tadpole.app.chart.Digits;

/** A grip that one drags, or moves with the arrow keys while it has the focus. */
final class GripHandle extends StackPane {

    /** A drag that hardly goes sideways, or up, leaves that alone. */
    private static final double SLACK = 4;

    private final Grip grip;
    private final ScheduleEditorModel model;
    private final ScheduleChart chart;
    private final Tooltip tip = new Tooltip();
    private Point2D pressed = Point2D.ZERO;
    private boolean sideways;
    private boolean upright;
    private boolean movable;

    GripHandle(Grip grip, ScheduleEditorModel model, ScheduleChart chart, String id) {
        this.grip = grip;
        this.model = model;
        this.chart = chart;
        setId(id + "-" + grip.name().toLowerCase(Locale.ROOT));
        getStyleClass().add("schedule-grip");
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        tip.setShowDelay(Duration.millis(600));
        Tooltip.install(this, tip);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::letGo);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_MOVED, MouseEvent::consume);
    }

    /** Its middle goes there. */
    void place(Grip.Handle handle, double x, double y) {
        movable = handle.sideways();
        setVisible(true);
        setCursor(movable ? Cursor.MOVE : Cursor.V_RESIZE);
        double size = prefWidth(-1);
        resizeRelocate(x - size / 2, y - size / 2, size, size);
        String value = grip.isMomentum() ? Digits.shortest(handle.value()) : "rate " + Digits.shortest(handle.value());
        setAccessibleText("%s: %s; arrow keys move it.".formatted(grip.label(), value));
        tip.setText("%s: %s. Drag it up or down%s; arrow keys move it too.".formatted(grip.label(), value, movable ? " or sideways" : ""));
    }

    private void press(MouseEvent mouse) {
        requestFocus();
        pressed = at(mouse);
        sideways = false;
        upright = false;
        model.grab();
        mouse.consume();
    }

    private void drag(MouseEvent mouse) {
        Point2D now = at(mouse);
        sideways |= movable && Math.abs(now.getX() - pressed.getX()) > SLACK;
        upright |= Math.abs(now.getY() - pressed.getY()) > SLACK;
        if (model.heldProperty().get() && upright) {
            model.drag(grip, chart.value(grip, now.getY()));
        }
        if (model.heldProperty().get() && sideways) {
            model.dragTo(chart.step(now.getX()));
        }
        mouse.consume();
    }

    private void letGo(MouseEvent mouse) {
        if (model.heldProperty().get()) {
            drag(mouse);
            model.release();
        }
        mouse.consume();
    }

    private Point2D at(MouseEvent mouse) {
        return chart.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        if (key.getCode() == KeyCode.ESCAPE && model.heldProperty().get()) {
            model.cancel();
            key.consume();
        }
        int right = key.getCode() == KeyCode.RIGHT ? 1 : key.getCode() == KeyCode.LEFT ? -1 : 0;
        int up = key.getCode() == KeyCode.UP ? 1 : key.getCode() == KeyCode.DOWN ? -1 : 0;
        if (right != 0 || up != 0) {
            model.nudge(grip, right, up);
            key.consume();
        }
    }
}
