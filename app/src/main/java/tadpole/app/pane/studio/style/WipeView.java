package tadpole.app.pane.studio.style;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import tadpole.engine.picture.Picture;

/** Two pictures of one place, before and now, with a wipe between them that one drags, or moves with the arrow keys. */
final class WipeView extends Region {

    private static final double EDGE = 8;
    private static final double STEP = 0.02;

    private final ImageView before = new ImageView();
    private final ImageView now = new ImageView();
    private final Region bar = new Region();
    private final Label said = new Label("before");
    private final Label saidNow = new Label("now");
    private final DoubleProperty wipe = new SimpleDoubleProperty(0.5);
    private Optional<int[]> size = Optional.empty();
    private boolean compares;

    WipeView() {
        setId("style-picture");
        getStyleClass().add("style-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Before and now; the arrow keys move the line between them");
        setFocusTraversable(true);
        bar.getStyleClass().add("style-wipe");
        said.getStyleClass().add("style-tag");
        saidNow.getStyleClass().add("style-tag");
        getChildren().setAll(before, now, bar, said, saidNow);
        getChildren().forEach(each -> each.setMouseTransparent(true));
        for (ImageView each : new ImageView[] {before, now}) {
            each.setSmooth(true);
            each.setManaged(false);
        }
        wipe.addListener((_, _, _) -> requestLayout());
        setOnMousePressed(press -> {
            requestFocus();
            move(press.getX());
        });
        setOnMouseDragged(drag -> move(drag.getX()));
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
                wipe.set(Math.clamp(wipe.get() + (key.getCode() == KeyCode.LEFT ? -STEP : STEP), 0.0, 1.0));
                key.consume();
            }
        });
    }

    /** Where the line stands: 0 shows all of now, 1 all of before. */
    DoubleProperty wipeProperty() {
        return wipe;
    }

    /** @param result of any size: it is drawn as large as the content */
    void show(Optional<Picture> content, Optional<Picture> result) {
        size = content.map(each -> new int[] {each.width(), each.height()});
        compares = content.isPresent() && result.isPresent();
        before.setImage(content.map(WipeView::image).orElse(null));
        now.setImage(result.filter(_ -> compares).map(WipeView::image).orElse(null));
        requestLayout();
    }

    private void move(double x) {
        double[] box = box();
        if (compares && box[2] > 0) {
            wipe.set(Math.clamp((x - box[0]) / box[2], 0.0, 1.0));
        }
    }

    /** x, y, width and height of the picture in the view. */
    private double[] box() {
        if (size.isEmpty()) {
            return new double[4];
        }
        double scale = Math.max(0, Math.min((getWidth() - 2 * EDGE) / size.get()[0], (getHeight() - 2 * EDGE) / size.get()[1]));
        double width = Math.floor(size.get()[0] * scale);
        double height = Math.floor(size.get()[1] * scale);
        return new double[] {Math.floor((getWidth() - width) / 2), Math.floor((getHeight() - height) / 2), width, height};
    }

    @Override
    protected void layoutChildren() {
        double[] box = box();
        double at = Math.round(box[2] * wipe.get());
        place(before, box, 0, compares ? at : box[2]);
        place(now, box, at, box[2]);
        for (Region each : new Region[] {bar, said, saidNow}) {
            each.setVisible(compares);
        }
        bar.resizeRelocate(box[0] + at - 1, box[1], 2, box[3]);
        double room = said.prefWidth(-1) + EDGE;
        said.resizeRelocate(box[0] + at - room, box[1] + EDGE, said.prefWidth(-1), said.prefHeight(-1));
        saidNow.resizeRelocate(box[0] + at + EDGE, box[1] + EDGE, saidNow.prefWidth(-1), saidNow.prefHeight(-1));
        said.setVisible(compares && at > room);
        saidNow.setVisible(compares && box[2] - at > saidNow.prefWidth(-1) + EDGE);
    }

    /** Shows the columns of a picture that lie between two places of the box. */
    private static void place(ImageView view, double[] box, double from, double to) {
        Image image = view.getImage();
        view.setVisible(image != null && to > from);
        if (!view.isVisible()) {
            return;
        }
        double scale = image.getWidth() / box[2];
        view.setViewport(new Rectangle2D(from * scale, 0, (to - from) * scale, image.getHeight()));
        view.setFitWidth(to - from);
        view.setFitHeight(box[3]);
        view.relocate(box[0] + from, box[1]);
    }

    static WritableImage image(Picture picture) {
        int n = picture.height() * picture.width();
        float[] values = picture.values().data();
        int[] colors = new int[n];
        int green = picture.isColored() ? n : 0;
        for (int i = 0; i < n; i++) {
            colors[i] = 0xFF000000 | level(values[i]) << 16 | level(values[green + i]) << 8 | level(values[2 * green + i]);
        }
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getIntArgbInstance(), colors, 0, picture.width());
        return image;
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
