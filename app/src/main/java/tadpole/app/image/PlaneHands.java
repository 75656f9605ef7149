package tadpole.app.image;

import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What mouse, wheel and keys do to the picture of a {@link PlaneView}. */
final class PlaneHands {

    /** One notch of most wheels, in JavaFX's units. */
    private static final double NOTCH = 40;

    private final PlaneView view;
    private final PlaneModel model;
    private double turned;
    private Optional<MouseEvent> grip = Optional.empty();

    PlaneHands(PlaneView view, PlaneModel model) {
        this.view = view;
        this.model = model;
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.point(Optional.empty()));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> grip = Optional.empty());
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        view.addEventHandler(ScrollEvent.SCROLL, this::turn);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.focusedProperty().addListener(_ -> {
            if (!view.isFocused() && !view.isHover()) {
                model.point(Optional.empty());
            }
        });
    }

    private void point(MouseEvent event) {
        model.point(view.placeAt(event.getX(), event.getY()));
    }

    private void press(MouseEvent event) {
        if (view.isFocusTraversable()) {
            view.requestFocus();
        }
        boolean hand = event.getButton() == MouseButton.MIDDLE
                || event.getButton() == MouseButton.PRIMARY && (view.dragMovesProperty().get() || event.isShortcutDown());
        grip = view.zoomableProperty().get() && hand ? Optional.of(event) : Optional.empty();
    }

    private void drag(MouseEvent event) {
        grip.ifPresent(last -> {
            view.next().ifPresent(now -> now.move(
                    model.viewport(), (event.getX() - last.getX()) * view.scale(), (event.getY() - last.getY()) * view.scale()));
            grip = Optional.of(event);
        });
        point(event);
    }

    private void click(MouseEvent event) {
        if (view.zoomableProperty().get() && view.dragMovesProperty().get() && event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2 && event.isStillSincePress()) {
            model.viewport().fit();
        }
    }

    private void turn(ScrollEvent event) {
        if (!view.zoomableProperty().get() || view.next().isEmpty() || event.getDeltaY() == 0) {
            return;
        }
        event.consume();
        // Touchpads tell many small turns, some wheels more than one notch at once.
        turned = Math.signum(turned) == Math.signum(event.getDeltaY()) ? turned + event.getDeltaY() : event.getDeltaY();
        if (Math.abs(turned) >= NOTCH || !event.isDirect() && Math.abs(event.getDeltaY()) >= NOTCH / 2) {
            zoom(turned > 0, event.getX(), event.getY());
            turned = 0;
        }
    }

    private void zoom(boolean in, double x, double y) {
        view.next().ifPresent(now -> now.step(model.viewport(), in, x * view.scale(), y * view.scale()));
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || view.next().isEmpty()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> step(0, -1);
            case RIGHT -> step(0, 1);
            case UP -> step(-1, 0);
            case DOWN -> step(1, 0);
            case PLUS, ADD, EQUALS -> zoomAtPlace(true);
            case MINUS, SUBTRACT -> zoomAtPlace(false);
            case DIGIT0, NUMPAD0 -> fit();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void fit() {
        if (view.zoomableProperty().get()) {
            model.viewport().fit();
        }
    }

    private void zoomAtPlace(boolean in) {
        if (view.zoomableProperty().get()) {
            PlaneGeometry now = view.next().orElseThrow();
            double x = model.placeProperty().get().map(at -> now.xOf(at.x()) + now.cell() / 2).orElse(now.width() / 2.0);
            double y = model.placeProperty().get().map(at -> now.yOf(at.y()) + now.cell() / 2).orElse(now.height() / 2.0);
            now.step(model.viewport(), in, x, y);
        }
    }

    private void step(int down, int right) {
        PlaneGeometry now = view.next().orElseThrow();
        PixelModel.Pixel from = model.placeProperty().get().orElseGet(() -> new PixelModel.Pixel(
                Math.clamp(now.rowAt(now.height() / 2.0), 0, now.size().rows() - 1), Math.clamp(now.columnAt(now.width() / 2.0), 0, now.size().columns() - 1)));
        boolean first = model.placeProperty().get().isEmpty();
        PixelModel.Pixel to = first ? from : new PixelModel.Pixel(
                Math.clamp(from.y() + down, -now.size().above(), now.size().rows() + now.size().below() - 1),
                Math.clamp(from.x() + right, -now.size().before(), now.size().columns() + now.size().after() - 1));
        model.point(Optional.of(to));
        now.reveal(model.viewport(), to);
    }
}
