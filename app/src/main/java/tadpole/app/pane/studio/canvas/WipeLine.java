package tadpole.app.pane.studio.canvas;

import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The line between before and now, with a handle: dragged, or moved with the arrow keys where it has the focus. */
final class WipeLine extends Pane {

    private static final double STEP = 0.01;
    private static final double LEAP = 0.1;
    private static final double GAP = 10;

    private final CanvasModel model;
    private final CanvasSurface surface;
    private final Region line = new Region();
    private final StackPane handle = new StackPane(new FontIcon(Material2OutlinedAL.COMPARE));
    private final Label before = new Label("before");
    private final Label now = new Label("now");
    private double grip;

    WipeLine(CanvasModel model, CanvasSurface surface) {
        this.model = model;
        this.surface = surface;
        setId("studio-wipe");
        setPickOnBounds(false);
        line.getStyleClass().add("studio-wipe-line");
        line.setCursor(Cursor.H_RESIZE);
        handle.getStyleClass().add("studio-wipe-handle");
        handle.setId("studio-wipe-handle");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setFocusTraversable(true);
        handle.setAccessibleRole(AccessibleRole.SLIDER);
        handle.setAccessibleText("Wipe between before and now");
        for (Label each : new Label[] {before, now}) {
            each.getStyleClass().add("studio-chip");
            each.setMouseTransparent(true);
        }
        getChildren().setAll(before, now, line, handle);
        for (Region each : new Region[] {line, handle}) {
            each.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
            each.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        }
        handle.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        InvalidationListener again = _ -> requestLayout();
        surface.shownProperty().addListener(again);
        model.wipeProperty().addListener(again);
        model.resultProperty().addListener(again);
        model.layers().sheetProperty().addListener(again);
        model.resultProperty().subscribe(result -> setVisible(result.isPresent()));
    }

    private void press(MouseEvent event) {
        handle.requestFocus();
        grip = sceneToLocal(event.getSceneX(), 0).getX() - x();
        event.consume();
    }

    private void drag(MouseEvent event) {
        double wanted = sceneToLocal(event.getSceneX(), 0).getX() - grip;
        surface.onPainting(wanted, 0).ifPresent(at -> surface.geometry().ifPresent(geometry -> move(at.getX() / geometry.columns())));
        event.consume();
    }

    private void key(KeyEvent key) {
        double step = key.isShiftDown() ? LEAP : STEP;
        switch (key.getCode()) {
            case LEFT -> move(model.wipeProperty().get() - step);
            case RIGHT -> move(model.wipeProperty().get() + step);
            case HOME -> move(0);
            case END -> move(1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(double to) {
        model.wipeProperty().set(Math.clamp(to, 0.0, 1.0));
    }

    private double x() {
        return surface.geometry().flatMap(geometry -> surface.onCanvas(model.wipeProperty().get() * geometry.columns(), 0)).map(Point2D::getX).orElse(0.0);
    }

    @Override
    protected void layoutChildren() {
        surface.geometry().ifPresent(geometry -> {
            double scale = surface.scale();
            double top = Math.max(0, geometry.top() / scale);
            double bottom = Math.min(getHeight(), geometry.y(geometry.rows()) / scale);
            double x = Math.rint(x());
            place(line, x - 4, top, 8, Math.max(0, bottom - top));
            double side = handle.prefWidth(-1);
            place(handle, x - side / 2, (top + bottom) / 2 - side / 2, side, side);
            label(before, x - GAP - before.prefWidth(-1), top + GAP);
            label(now, x + GAP, top + GAP);
            before.setVisible(x - GAP - before.getWidth() >= 0);
            now.setVisible(x + GAP + now.getWidth() <= getWidth());
        });
    }

    private static void label(Label label, double x, double y) {
        place(label, x, y, label.prefWidth(-1), label.prefHeight(-1));
    }

    private static void place(Region node, double x, double y, double width, double height) {
        node.resizeRelocate(x, y, width, height);
    }
}
