package tadpole.app.pane.kernels.input;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import tadpole.app.image.PixelModel;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;

/** Lets one draw on a view of the input, with the mouse or with arrow keys and Enter, while the source is a drawing. */
public final class SketchHand {

    private final InputModel input;
    private final PlaneView view;
    private boolean down;

    private SketchHand(InputModel input, PlaneView view) {
        this.input = input;
        this.view = view;
    }

    /** @param view shows the picture of the input, in its size */
    public static void on(PlaneView view, PlaneModel plane, InputModel input) {
        SketchHand hand = new SketchHand(input, view);
        input.drawingProperty().subscribe(drawing -> {
            view.dragMovesProperty().set(!drawing);
            view.setCursor(drawing ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        });
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, hand::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, hand::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> hand.release());
        view.addEventHandler(KeyEvent.KEY_PRESSED, key -> hand.key(key, plane.placeProperty().get()));
    }

    private void press(MouseEvent event) {
        if (input.isDrawing() && event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown()) {
            view.placeAt(event.getX(), event.getY()).ifPresent(at -> {
                down = true;
                input.sketch().press(at.y(), at.x());
            });
        }
    }

    private void drag(MouseEvent event) {
        if (down) {
            view.placeAt(event.getX(), event.getY()).ifPresent(at -> input.sketch().drag(at.y(), at.x()));
        }
    }

    private void release() {
        down = false;
        input.sketch().release();
    }

    private void key(KeyEvent key, Optional<PixelModel.Pixel> place) {
        if (input.isDrawing() && key.getCode() == KeyCode.ENTER && place.isPresent()) {
            input.sketch().press(place.get().y(), place.get().x());
            input.sketch().release();
            key.consume();
        }
    }
}
