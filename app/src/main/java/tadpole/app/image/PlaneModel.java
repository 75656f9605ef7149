package tadpole.app.image;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Padding;
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

    /**
     * Cells around the picture, with the values that stand there.
     *
     * @param value of channel, row, column of a place that may lie outside
     * @param zeros whether they are zeros that nobody measured, not copies of pixels
     */
    public record Around(int top, int left, int bottom, int right, Values value, boolean zeros) {

        public static final Around NOTHING = new Around(0, 0, 0, 0, (_, _, _) -> 0);

        public Around(int top, int left, int bottom, int right, Values value) {
            this(top, left, bottom, right, value, false);
        }

        /** What a convolution puts around the picture it gets. @param values [channels, height, width] */
        public static Around of(ConvolutionPlan plan, Tensor values) {
            return of(plan.padding(), plan.height(), plan.width(), plan.dilation(), values);
        }

        /** @param height of the kernel */
        public static Around of(Padding padding, int height, int width, int dilation, Tensor values) {
            int rows = values.shape().at(1);
            int columns = values.shape().at(2);
            float[] data = values.data();
            Values value = (channel, y, x) -> {
                int row = padding.source(y, rows);
                int column = padding.source(x, columns);
                return row < 0 || column < 0 ? 0 : data[(channel * rows + row) * columns + column];
            };
            return new Around(padding.before(height, dilation), padding.before(width, dilation), padding.after(height, dilation),
                    padding.after(width, dilation), value, padding.border() == Border.ZEROS);
        }

        boolean isNothing() {
            return top == 0 && left == 0 && bottom == 0 && right == 0;
        }
    }

    public interface Values {
        float at(int channel, int y, int x);
    }

    private final Viewport viewport;
    private final StringProperty name = new SimpleStringProperty("Picture");
    private final ObjectProperty<Optional<Tensor>> values = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Toning> toning = new SimpleObjectProperty<>(Toning.gray(0, 255));
    private final IntegerProperty channel = new SimpleIntegerProperty(0);
    private final ObjectProperty<Around> around = new SimpleObjectProperty<>(Around.NOTHING);
    private final IntegerProperty margin = new SimpleIntegerProperty(0);
    private final ObjectProperty<List<Mark>> marks = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<PixelModel.Pixel>> pointed = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<PixelModel.Pixel>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectBinding<Beyond> beyond = Bindings.createObjectBinding(this::countBeyond, values, toning, channel);

    public PlaneModel(Viewport viewport) {
        this.viewport = viewport;
    }

    public Viewport viewport() {
        return viewport;
    }

    /** What a screen reader calls the picture. */
    public StringProperty nameProperty() {
        return name;
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

    /** Cells of room left around the picture at least: as wide as the padding of a picture beside it, so that both have cells of one size. */
    public IntegerProperty marginProperty() {
        return margin;
    }

    public ObjectProperty<List<Mark>> marksProperty() {
        return marks;
    }

    /** The cell of the picture under the pointer, or that the arrow keys moved to; empty where it is on none. */
    public ObjectProperty<Optional<PixelModel.Pixel>> pointedProperty() {
        return pointed;
    }

    /** The same, also in the padding: there row or column are below 0 or beyond the last. */
    public ObjectProperty<Optional<PixelModel.Pixel>> placeProperty() {
        return place;
    }

    /** How many numbers the scale cannot show; counted only where one asks. */
    public ObjectBinding<Beyond> beyondBinding() {
        return beyond;
    }

    /** The number at a place of the picture or its padding; empty beside both. */
    public Optional<Float> valueAt(int ofChannel, int y, int x) {
        return values.get().filter(now -> isThere(now, y, x)).map(now -> isInside(now, y, x)
                ? (Float) now.data()[(ofChannel * now.shape().at(1) + y) * now.shape().at(2) + x]
                : (Float) around.get().value().at(ofChannel, y, x));
    }

    /** Points at a place of the picture or its padding, or at nothing. */
    void point(Optional<PixelModel.Pixel> at) {
        Optional<PixelModel.Pixel> there = at.filter(each -> values.get().filter(now -> isThere(now, each.y(), each.x())).isPresent());
        place.set(there);
        pointed.set(there.filter(each -> isInside(values.get().orElseThrow(), each.y(), each.x())));
    }

    /** Such as "y 14, x 12: 86", of the channel or of all three that are drawn; empty where one points at nothing. */
    public String pointedText() {
        return place.get().map(at -> {
            boolean padding = pointed.get().isEmpty();
            boolean colored = toning.get().kind() == Toning.Kind.COLOR && values.get().filter(now -> now.shape().at(0) == 3).isPresent();
            String numbers = colored
                    ? "R %s G %s B %s".formatted(number(0, at), number(1, at), number(2, at))
                    : number(Math.min(channel.get(), values.get().orElseThrow().shape().at(0) - 1), at);
            return "y %d, x %d: %s%s".formatted(at.y(), at.x(), numbers, padding ? ", padding" : "");
        }).orElse("");
    }

    private String number(int ofChannel, PixelModel.Pixel at) {
        return valueAt(ofChannel, at.y(), at.x()).map(value -> CellText.of(value, CellText.READ)).orElse("");
    }

    private boolean isThere(Tensor now, int y, int x) {
        Around ring = around.get();
        return y >= -ring.top() && y < now.shape().at(1) + ring.bottom() && x >= -ring.left() && x < now.shape().at(2) + ring.right();
    }

    private static boolean isInside(Tensor now, int y, int x) {
        return y >= 0 && y < now.shape().at(1) && x >= 0 && x < now.shape().at(2);
    }

    private Beyond countBeyond() {
        return values.get().filter(now -> channel.get() < now.shape().at(0)).map(now -> Beyond.of(now, channel.get(), toning.get()))
                .orElse(Beyond.NOTHING);
    }
}
