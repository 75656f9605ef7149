package tadpole.app.pane.kernels.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.image.PixelModel.Pixel;
import tadpole.app.image.PlaneModel.Mark;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.WindowSum;

/** Which output pixel is looked at, whether it is pinned, and what is lit for it in the input and in the output. */
final class PlaceModel {

    private static final String LIT = "accent";
    /** More single cells than that are not marked one by one. */
    private static final int MOST_CELLS = 200;

    private final KernelsModel model;
    private final ReadOnlyBooleanWrapper pinned = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<Pixel>> inputPixel = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<WindowSum.Product>> product = new SimpleObjectProperty<>(Optional.empty());

    PlaceModel(KernelsModel model) {
        this.model = model;
    }

    ReadOnlyBooleanProperty pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /** The input pixel under the pointer. */
    ObjectProperty<Optional<Pixel>> inputPixelProperty() {
        return inputPixel;
    }

    /** The product under the pointer, whose input cell is lit. */
    ObjectProperty<Optional<WindowSum.Product>> productProperty() {
        return product;
    }

    /** The pointer is over an output pixel; a pinned place stays. */
    void point(Pixel at) {
        if (!pinned.get()) {
            look(at.y(), at.x());
        }
    }

    /** Pins a place; the same one again frees it. */
    void pin(Pixel at) {
        boolean again = pinned.get() && model.placeProperty().get().filter(now -> now.y() == at.y() && now.x() == at.x()).isPresent();
        look(at.y(), at.x());
        pinned.set(!again);
    }

    void free() {
        pinned.set(false);
    }

    /** To a neighbor, which is pinned. */
    void move(int down, int right) {
        model.placeProperty().get().ifPresent(now -> {
            look(now.y() + down, now.x() + right);
            pinned.set(true);
        });
    }

    void lookAt(int channel) {
        model.placeProperty().get().ifPresent(now -> model.placeProperty().set(Optional.of(new Place(channel, now.y(), now.x()))));
    }

    private void look(int y, int x) {
        int channel = model.placeProperty().get().map(Place::channel).orElse(0);
        model.placeProperty().set(Optional.of(new Place(channel, y, x)));
    }

    /** The window of the place; where the kernel has gaps its pixels one by one; the pixel under the pointer. */
    List<Mark> inputMarks() {
        List<Mark> marks = new ArrayList<>();
        model.convolvedProperty().get().ifPresent(shown -> model.placeProperty().get().ifPresent(at -> addWindow(shown, at, marks)));
        product.get().ifPresent(each -> marks.add(new Mark(each.row(), each.column(), 1, 1, LIT, true)));
        inputPixel.get().ifPresent(at -> marks.add(new Mark(at.y(), at.x(), 1, 1, "text", false)));
        return marks;
    }

    private static void addWindow(Convolved shown, Place at, List<Mark> marks) {
        int dilation = shown.plan().dilation();
        int tall = shown.weight().shape().at(2);
        int wide = shown.weight().shape().at(3);
        int top = at.y() * shown.plan().stride() - shown.plan().padding().before(tall, dilation);
        int left = at.x() * shown.plan().stride() - shown.plan().padding().before(wide, dilation);
        marks.add(new Mark(top, left, dilation * (tall - 1) + 1, dilation * (wide - 1) + 1, LIT, false));
        if (dilation > 1) {
            for (int u = 0; u < tall; u++) {
                for (int v = 0; v < wide; v++) {
                    marks.add(new Mark(top + u * dilation, left + v * dilation, 1, 1, LIT, false));
                }
            }
        }
    }

    /** The place, and all output pixels that the input pixel under the pointer goes to. */
    List<Mark> outputMarks() {
        List<Mark> marks = new ArrayList<>();
        model.convolvedProperty().get().ifPresent(shown -> {
            inputPixel.get().ifPresent(from -> addReached(shown, from, marks));
            model.placeProperty().get().ifPresent(at -> marks.add(new Mark(at.y(), at.x(), 1, 1, LIT, false)));
        });
        return marks;
    }

    private static void addReached(Convolved shown, Pixel from, List<Mark> marks) {
        int[] rows = reached(shown, from.y(), shown.weight().shape().at(2), shown.picture().height(), shown.height());
        int[] columns = reached(shown, from.x(), shown.weight().shape().at(3), shown.picture().width(), shown.width());
        if (isUnbroken(rows) && isUnbroken(columns)) {
            marks.add(new Mark(rows[0], columns[0], rows.length, columns.length, LIT, true));
            return;
        }
        if (rows.length * columns.length > MOST_CELLS) {
            return;
        }
        for (int y : rows) {
            for (int x : columns) {
                marks.add(new Mark(y, x, 1, 1, LIT, true));
            }
        }
    }

    private static boolean isUnbroken(int[] places) {
        return places.length > 0 && places[places.length - 1] - places[0] == places.length - 1;
    }

    /** The windows along one axis that take in a pixel, also by way of the padding. */
    private static int[] reached(Convolved shown, int pixel, int kernel, int size, int windows) {
        Padding padding = shown.plan().padding();
        int dilation = shown.plan().dilation();
        int before = padding.before(kernel, dilation);
        return IntStream.range(0, windows).filter(window -> IntStream.range(0, kernel)
                .anyMatch(u -> padding.source(window * shown.plan().stride() - before + u * dilation, size) == pixel)).toArray();
    }
}
