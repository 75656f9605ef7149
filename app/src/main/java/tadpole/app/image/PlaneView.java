package tadpole.app.image;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import tadpole.engine.tensor.Tensor;

/** Draws a {@link PlaneModel}: nearest neighbor, numbers in the cells where they are large enough, marks above. */
public final class PlaneView extends Region {

    private final PlaneModel model;
    private final Function<String, Color> tokens;
    private final Canvas canvas = new Canvas();
    private double cell;
    private double left;
    private double top;

    /** @param tokens the theme's colors by their names */
    public PlaneView(PlaneModel model, Function<String, Color> tokens) {
        this.model = model;
        this.tokens = tokens;
        getStyleClass().add("plane-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        InvalidationListener again = _ -> requestLayout();
        model.valuesProperty().addListener(again);
        model.toningProperty().addListener(again);
        model.channelProperty().addListener(again);
        model.aroundProperty().addListener(again);
        model.marksProperty().addListener(again);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.pointedProperty().set(at(event)));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> model.pointedProperty().set(at(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.pointedProperty().set(Optional.empty()));
    }

    /** Colors that changed with the theme. */
    public void repaint() {
        requestLayout();
    }

    /** The cell under the mouse; empty beside the picture. */
    public Optional<PixelModel.Pixel> at(MouseEvent event) {
        int x = (int) Math.floor((event.getX() - left) / cell);
        int y = (int) Math.floor((event.getY() - top) / cell);
        return model.valuesProperty().get().filter(values -> y >= 0 && y < values.shape().at(1) && x >= 0 && x < values.shape().at(2))
                .map(_ -> new PixelModel.Pixel(y, x));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        model.valuesProperty().get().ifPresent(values -> draw(g, values));
    }

    private void draw(GraphicsContext g, Tensor values) {
        int height = values.shape().at(1);
        int width = values.shape().at(2);
        cell = Math.min(getWidth() / width, getHeight() / height);
        left = (getWidth() - cell * width) / 2;
        top = (getHeight() - cell * height) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                g.setFill(color(values, y, x));
                g.fillRect(left + x * cell, top + y * cell, cell, cell);
            }
        }
        for (PlaneModel.Mark mark : model.marksProperty().get()) {
            g.setStroke(tokens.apply(mark.token()));
            g.setLineWidth(2);
            g.strokeRect(left + mark.x() * cell, top + mark.y() * cell, mark.width() * cell, mark.height() * cell);
        }
    }

    private Color color(Tensor values, int y, int x) {
        Toning toning = model.toningProperty().get();
        float value = values.data()[(model.channelProperty().get() * values.shape().at(1) + y) * values.shape().at(2) + x];
        double share = Math.clamp((value - toning.low()) / (toning.high() - toning.low()), 0, 1);
        return toning.kind() == Toning.Kind.SIGNED
                ? tokens.apply(share < 0.5 ? "training" : "validation").deriveColor(0, 1, 1, Math.abs(2 * share - 1))
                : Color.gray(share);
    }
}
