package tadpole.app.pane.data;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import tadpole.app.image.PixelModel.Pixel;
import tadpole.app.image.PixelView;
import tadpole.app.xray.XRayLayer;

/** The picked image on the whole stage, each pixel's number in its cell as soon as the cells are large enough. */
final class EnlargedImage extends StackPane {

    private static final int STEP = 4;
    private static final int LARGEST = 64;

    private final DataPaneModel model;
    private final PixelView view;
    private final XRayLayer layer;

    /** @param layer where a click on a number opens its arithmetic */
    EnlargedImage(DataPaneModel model, XRayLayer layer) {
        this.model = model;
        this.layer = layer;
        this.view = new PixelView(model.picked().pixels());
        setId("enlarged");
        view.setId("enlarged-pixels");
        view.setCursor(Cursor.HAND);
        view.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                view.at(click).ifPresent(this::open);
            }
        });
        ScrollPane scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        getChildren().add(scroll);
        scroll.setFocusTraversable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        setFocusTraversable(true);
        model.enlargedProperty().addListener(_ -> {
            view.wantedCellProperty().set(PixelView.FIT);
            layer.model().close();
        });
    }

    private void open(Pixel at) {
        model.picked().address(at).ifPresent(address -> {
            layer.open(address, () -> view.inScene(at));
            model.picked().pixels().litProperty().set(Optional.of(at));
        });
    }

    /** Such as "21 px a pixel, nearest neighbor". */
    StringBinding detail() {
        return Bindings.createStringBinding(this::said, view.cellProperty(), model.picked().pixels().scaleProperty());
    }

    private String said() {
        int cell = view.cellProperty().get();
        int readable = view.readableCell();
        return "%d px a pixel, nearest neighbor%s"
                .formatted(cell, cell < readable ? " · values from " + readable + " px on: press +" : " · click a value to see where it comes from");
    }

    /** The next larger cells: at once so large that the numbers can be read. */
    void enlarge() {
        int cell = view.cellProperty().get();
        view.wantedCellProperty().set(cell < view.readableCell() ? view.readableCell() : Math.min(LARGEST, cell + STEP));
    }

    void reduce() {
        view.wantedCellProperty().set(Math.max(STEP, view.cellProperty().get() - STEP));
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.wall().move(-1);
            case RIGHT -> model.wall().move(1);
            case ENTER -> open(model.picked().pixels().focusProperty().get());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
