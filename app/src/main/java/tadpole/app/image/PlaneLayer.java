package tadpole.app.image;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import tadpole.engine.tensor.Tensor;

/**
 * The picture with its numbers and the line about it, painted once for each pulse in which something changed. It is its own root of layout:
 * a picture that changes lays out nothing else of the window.
 */
final class PlaneLayer extends Region {

    private final PlaneModel model;
    private final Function<String, Color> tokens;
    private final Runnable whenPainted;
    private final ImageView view = new ImageView();
    private final PlaneNumbers numbers = new PlaneNumbers();
    private final Rectangle edge = new Rectangle();
    private PixelField field = new PixelField(1, 1);
    private PlaneGeometry.Align align = PlaneGeometry.Align.MIDDLE;
    private Optional<PlaneGeometry> geometry = Optional.empty();
    private double scale = 1;

    PlaneLayer(PlaneModel model, Function<String, Color> tokens, Runnable whenPainted) {
        this.model = model;
        this.tokens = tokens;
        this.whenPainted = whenPainted;
        setManaged(false);
        setMouseTransparent(true);
        view.setManaged(false);
        view.setSmooth(false);
        edge.setManaged(false);
        edge.setFill(Color.TRANSPARENT);
        edge.setStrokeType(StrokeType.OUTSIDE);
        edge.setSmooth(false);
        getChildren().setAll(view, edge, numbers);
    }

    /** Where the cells lie since they were last painted; empty without a picture. */
    Optional<PlaneGeometry> geometry() {
        return geometry;
    }

    /** Where the cells will lie when they are painted next: several turns of the wheel may come before that. */
    Optional<PlaneGeometry> next() {
        int width = (int) Math.floor(getWidth() * scale);
        int height = (int) Math.floor(getHeight() * scale);
        return width < 1 || height < 1 ? Optional.empty() : model.valuesProperty().get().map(values -> geometry(values, width, height));
    }

    /** Pixels of the screen that one unit takes. */
    double scale() {
        return scale;
    }

    void setAlign(PlaneGeometry.Align wanted) {
        align = wanted;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        scale = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        geometry = next();
        view.setVisible(geometry.isPresent());
        edge.setVisible(geometry.isPresent() && !model.aroundProperty().get().isNothing());
        numbers.setVisible(geometry.isPresent());
        geometry.ifPresent(now -> paint(now, model.valuesProperty().get().orElseThrow()));
        whenPainted.run();
    }

    private PlaneGeometry geometry(Tensor values, int width, int height) {
        PlaneGeometry.Size size = PlaneGeometry.Size.of(
                values.shape().at(1), values.shape().at(2), model.aroundProperty().get(), model.marginProperty().get());
        return PlaneGeometry.of(size, model.viewport(), align, width, height);
    }

    private void paint(PlaneGeometry now, Tensor values) {
        int width = Math.max(1, now.seenWidth());
        int height = Math.max(1, now.seenHeight());
        if (!field.fits(width, height)) {
            field = new PixelField(width, height);
            view.setImage(field.image());
            view.setFitWidth(width / scale);
            view.setFitHeight(height / scale);
        }
        PlanePainter painter = new PlanePainter(model, values, tokens);
        painter.paint(now, field.colors());
        field.show();
        view.relocate(now.seenLeft() / scale, now.seenTop() / scale);
        numbers.show(now, painter, scale);
        edge.setX(now.xOf(0) / scale);
        edge.setY(now.yOf(0) / scale);
        edge.setWidth((now.xOf(now.size().columns()) - now.xOf(0)) / scale);
        edge.setHeight((now.yOf(now.size().rows()) - now.yOf(0)) / scale);
        edge.setStroke(tokens.apply("muted"));
    }

    /** What is seen of picture and padding. */
    Rectangle2D seen() {
        return geometry.map(now -> new Rectangle2D(
                now.seenLeft() / scale, now.seenTop() / scale, now.seenWidth() / scale, now.seenHeight() / scale)).orElse(Rectangle2D.EMPTY);
    }
}
