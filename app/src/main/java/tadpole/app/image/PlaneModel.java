package tadpole.app.image;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.engine.tensor.Tensor;

/** A picture of numbers that one zooms, moves and points into. */
public final class PlaneModel {

    /**
     * Cells that are marked.
     *
     * @param x     first column; may lie in the padding, so below 0
     * @param width in cells
     * @param token the theme's color, such as "accent"
     * @param fill  whether the cells are tinted, not framed only
     */
    public record Mark(int y, int x, int height, int width, String token, boolean fill) {}

    /** Cells around the picture, with the values that stand there. @param value of channel, row, column of a place that may lie outside */
    public record Around(int top, int left, int bottom, int right, Values value) {

        public static final Around NOTHING = new Around(0, 0, 0, 0, (_, _, _) -> 0);
    }

    public interface Values {
        float at(int channel, int y, int x);
    }

    private final Viewport viewport;
    private final ObjectProperty<Optional<Tensor>> values = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Toning> toning = new SimpleObjectProperty<>(Toning.gray(0, 255));
    private final IntegerProperty channel = new SimpleIntegerProperty(0);
    private final ObjectProperty<Around> around = new SimpleObjectProperty<>(Around.NOTHING);
    private final ObjectProperty<List<Mark>> marks = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<PixelModel.Pixel>> pointed = new SimpleObjectProperty<>(Optional.empty());

    public PlaneModel(Viewport viewport) {
        this.viewport = viewport;
    }

    public Viewport viewport() {
        return viewport;
    }

    /** [channels, height, width]. A new tensor repaints, also where it has the same numbers. */
    public ObjectProperty<Optional<Tensor>> valuesProperty() {
        return values;
    }

    public ObjectProperty<Toning> toningProperty() {
        return toning;
    }

    /** The channel that is drawn, or whose numbers are written where three are drawn as color. */
    public IntegerProperty channelProperty() {
        return channel;
    }

    public ObjectProperty<Around> aroundProperty() {
        return around;
    }

    public ObjectProperty<List<Mark>> marksProperty() {
        return marks;
    }

    /** The cell under the pointer; empty where it is on none. */
    public ObjectProperty<Optional<PixelModel.Pixel>> pointedProperty() {
        return pointed;
    }
}
