package tadpole.app.pane.studio.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import tadpole.app.image.PixelModel;

/** What mouse, wheel and keys do on the canvas, by the tool in the hand. */
final class CanvasHands {

    /** One notch of most wheels, in JavaFX's units. */
    private static final double NOTCH = 40;
    private static final double REACH = 9;
    private static final double FAR = 10;

    private final CanvasSurface surface;
    private final CanvasModel model;
    private double turned;
    private Optional<MouseEvent> pan = Optional.empty();
    private Optional<MouseEvent> last = Optional.empty();

    CanvasHands(CanvasSurface surface, CanvasModel model) {
        this.surface = surface;
        this.model = model;
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        surface.addEventHandler(ScrollEvent.SCROLL, this::turn);
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.toolProperty().subscribe(this::look);
        model.hand().settingsProperty().subscribe(this::look);
    }

    private void look() {
        surface.setCursor(cursor(last));
        last.ifPresentOrElse(this::drawBrush, () -> surface.marks().brush(0, 0, 0));
    }

    private Cursor cursor(Optional<MouseEvent> at) {
        return switch (model.tool()) {
            case HAND -> pan.isPresent() ? Cursor.CLOSED_HAND : Cursor.OPEN_HAND;
            case MOVE -> at.flatMap(this::grip).map(this::cursor).orElse(Cursor.DEFAULT);
            case BRUSH, ERASER -> Cursor.NONE;
            case RECTANGLE, ELLIPSE, LASSO, FILL -> Cursor.CROSSHAIR;
        };
    }

    private Cursor cursor(MoveHand.Grip grip) {
        return switch (grip) {
            case INSIDE -> Cursor.MOVE;
            case TURN -> Cursor.CROSSHAIR;
            case UPPER_LEFT, LOWER_RIGHT -> Cursor.NW_RESIZE;
            case UPPER_RIGHT, LOWER_LEFT -> Cursor.NE_RESIZE;
        };
    }

    private void point(MouseEvent event) {
        last = Optional.of(event);
        Optional<Point2D> at = at(event);
        model.pointedProperty().set(at.flatMap(this::pixel));
        look();
    }

    private Optional<PixelModel.Pixel> pixel(Point2D at) {
        return surface.geometry().filter(now -> at.getX() >= 0 && at.getY() >= 0 && at.getX() < now.columns() && at.getY() < now.rows())
                .map(_ -> new PixelModel.Pixel((int) at.getY(), (int) at.getX()));
    }

    private Optional<Point2D> at(MouseEvent event) {
        return surface.onPainting(event.getX(), event.getY());
    }

    private void leave() {
        last = Optional.empty();
        model.pointedProperty().set(Optional.empty());
        surface.marks().brush(0, 0, 0);
    }

    private void drawBrush(MouseEvent event) {
        double radius = model.tool().isBrush() ? model.settings().whole("size") / 2.0 : 0;
        at(event).ifPresent(at -> surface.marks().brush(at.getX(), at.getY(), radius));
    }

    private void press(MouseEvent event) {
        surface.requestFocus();
        boolean moves = event.getButton() == MouseButton.MIDDLE
                || event.getButton() == MouseButton.PRIMARY && (model.tool() == Tool.HAND || event.isShortcutDown());
        if (moves) {
            pan = Optional.of(event);
            look();
        } else if (event.getButton() == MouseButton.PRIMARY) {
            at(event).ifPresent(at -> act(event, at));
        }
    }

    private void act(MouseEvent event, Point2D at) {
        if (model.tool() == Tool.MOVE) {
            model.moveHand().press(grip(event).orElse(MoveHand.Grip.INSIDE), at.getX(), at.getY());
        } else {
            model.maskHand().press(at.getX(), at.getY(), event.isAltDown());
        }
    }

    /** What of the object's frame is under the pointer. */
    private Optional<MoveHand.Grip> grip(MouseEvent event) {
        return model.layers().sheetProperty().get().flatMap(sheet -> ObjectFrame.of(sheet.of())).flatMap(frame -> at(event).flatMap(at -> {
            double unit = surface.geometry().map(now -> surface.scale() / now.cell()).orElse(1.0);
            double[] turn = frame.above(CanvasMarks.TURN * unit);
            if (at.distance(turn[0], turn[1]) <= REACH * unit) {
                return Optional.of(MoveHand.Grip.TURN);
            }
            for (MoveHand.Grip each : MoveHand.Grip.values()) {
                boolean corner = each != MoveHand.Grip.INSIDE && each != MoveHand.Grip.TURN;
                if (corner && at.distance(frame.corner(each)[0], frame.corner(each)[1]) <= REACH * unit) {
                    return Optional.of(each);
                }
            }
            return frame.contains(at.getX(), at.getY()) ? Optional.of(MoveHand.Grip.INSIDE) : Optional.empty();
        }));
    }

    private void drag(MouseEvent event) {
        pan.ifPresentOrElse(from -> {
            surface.next().ifPresent(now -> now.move(
                    model.viewport(), (event.getX() - from.getX()) * surface.scale(), (event.getY() - from.getY()) * surface.scale()));
            pan = Optional.of(event);
        }, () -> at(event).ifPresent(at -> {
            model.maskHand().drag(at.getX(), at.getY(), event.isShiftDown());
            model.moveHand().drag(at.getX(), at.getY(), event.isShiftDown());
        }));
        point(event);
    }

    private void release(MouseEvent event) {
        pan = Optional.empty();
        model.maskHand().release(event.isAltDown());
        model.moveHand().release();
        point(event);
    }

    private void click(MouseEvent event) {
        if (model.tool() == Tool.HAND && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            model.viewport().fit();
        }
    }

    private void turn(ScrollEvent event) {
        if (event.getDeltaY() == 0) {
            return;
        }
        event.consume();
        // Touchpads tell many small turns, some wheels more than one notch at once.
        turned = Math.signum(turned) == Math.signum(event.getDeltaY()) ? turned + event.getDeltaY() : event.getDeltaY();
        if (Math.abs(turned) >= NOTCH || !event.isDirect() && Math.abs(event.getDeltaY()) >= NOTCH / 2) {
            boolean in = turned > 0;
            surface.next().ifPresent(now -> now.zoom(model.viewport(), in, event.getX() * surface.scale(), event.getY() * surface.scale()));
            turned = 0;
        }
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        double far = key.isShiftDown() ? FAR : 1;
        switch (key.getCode()) {
            case LEFT -> step(-far, 0);
            case RIGHT -> step(far, 0);
            case UP -> step(0, -far);
            case DOWN -> step(0, far);
            case ESCAPE -> {
                if (!model.maskHand().isDown() && !model.moveHand().isPassing()) {
                    return;
                }
                model.maskHand().cancel();
                model.moveHand().cancel();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void step(double right, double down) {
        if (model.tool() == Tool.MOVE) {
            model.moveHand().nudge(right, down);
        } else {
            surface.next().ifPresent(now -> now.move(model.viewport(), -right * NOTCH, -down * NOTCH));
        }
    }
}
