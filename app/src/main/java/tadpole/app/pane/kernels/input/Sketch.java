package tadpole.app.pane.kernels.input;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tadpole.app.form.FormModel;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A gray picture that one draws pixel by pixel: white on black at first. */
public final class Sketch {

    public static final int SMALL = 28;
    public static final int LARGE = 64;

    private static final int MOST_UNDOS = 100;
    private static final String VALUE = "value";
    private static final String SIZE = "size";
    private static final List<Setting> PENCIL = List.of(
            new Setting.Whole(VALUE, "Value", 255L, 0, 255, "", "What the pencil writes into pixels: 0 is black, 255 white. Default 255."),
            new Setting.Whole(SIZE, "Thickness", 2L, 1, 16, "px", "How many pixels the stroke is wide. Default 2."));

    private final FormModel pencil = FormModel.of(PENCIL);
    private final BooleanProperty erasing = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(blank(SMALL));
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final Deque<Picture> before = new ArrayDeque<>();
    private Optional<int[]> last = Optional.empty();
    private Runnable beforeChange = () -> { };

    /** @param told before a stroke, or whatever changes the drawing at once */
    public void setBeforeChange(Runnable told) {
        beforeChange = told;
    }

    /** Its name is "drawing". */
    public ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Value and thickness. */
    public FormModel pencil() {
        return pencil;
    }

    /** Whether strokes make black again what they touch. */
    public BooleanProperty erasingProperty() {
        return erasing;
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** An empty sheet of so many rows and columns; undo brings the old one back. */
    public void begin(int side) {
        change(blank(side));
    }

    public void clear() {
        change(Picture.ofBytes("drawing", Tensor.zeros(picture.get().values().shape())));
    }

    /** Goes on with a drawing from before. */
    void show(Picture earlier) {
        if (earlier.equals(before.peek())) {
            before.pop();
        } else {
            before.clear();
        }
        undoable.set(!before.isEmpty());
        picture.set(earlier);
    }

    public void undo() {
        if (!before.isEmpty()) {
            beforeChange.run();
            picture.set(before.pop());
            undoable.set(!before.isEmpty());
        }
    }

    /** Puts the pencil down, and makes its first dot. The place may lie beside the sheet. */
    public void press(int y, int x) {
        remember();
        last = Optional.of(new int[] {y, x});
        line(y, x, y, x);
    }

    /** Draws from where the pencil was, without holes, however fast it went; nothing where it is not down. */
    public void drag(int y, int x) {
        last.ifPresent(from -> line(from[0], from[1], y, x));
        last = last.map(_ -> new int[] {y, x});
    }

    public void release() {
        last = Optional.empty();
    }

    private void change(Picture now) {
        remember();
        release();
        picture.set(now);
    }

    private void remember() {
        beforeChange.run();
        before.push(picture.get());
        if (before.size() > MOST_UNDOS) {
            before.removeLast();
        }
        undoable.set(true);
    }

    private void line(int fromY, int fromX, int toY, int toX) {
        Tensor values = picture.get().values().copy();
        int steps = Math.max(Math.abs(toY - fromY), Math.abs(toX - fromX));
        for (int i = 0; i <= steps; i++) {
            double t = steps == 0 ? 0 : (double) i / steps;
            dot(values, (int) Math.round(fromY + t * (toY - fromY)), (int) Math.round(fromX + t * (toX - fromX)));
        }
        picture.set(Picture.ofBytes("drawing", values));
    }

    /** A disk of that thickness; of an even one the pixel lies at its lower right middle. */
    private void dot(Tensor values, int y, int x) {
        int size = pencil.settings().whole(SIZE);
        float value = erasing.get() ? 0 : pencil.settings().whole(VALUE);
        double shift = size % 2 == 0 ? 0.5 : 0;
        for (int row = Math.max(0, y - size / 2); row <= Math.min(values.shape().at(1) - 1, y + size / 2); row++) {
            for (int column = Math.max(0, x - size / 2); column <= Math.min(values.shape().at(2) - 1, x + size / 2); column++) {
                double down = row - y + shift;
                double along = column - x + shift;
                if (4 * (down * down + along * along) <= size * size) {
                    values.data()[row * values.shape().at(2) + column] = value;
                }
            }
        }
    }

    private static Picture blank(int side) {
        return Picture.ofBytes("drawing", Tensor.zeros(Shape.of(1, side, side)));
    }
}
