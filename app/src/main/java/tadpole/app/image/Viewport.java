package tadpole.app.image;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * Which part of a picture is seen, and how large: shared by views that zoom and move together. All places are shares of the picture, so that an
 * input and its smaller output show the same part. Each view draws whole multiples and stays inside its picture on its own.
 */
public final class Viewport {

    /** So many times larger than fitting; a view stops earlier, where its cells are as large as anyone needs. */
    public static final double MOST = 4096;

    /** How far beside the picture the middle may lie: a padding may be as wide as the picture. */
    private static final double BESIDE = 1;

    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final ReadOnlyDoubleWrapper x = new ReadOnlyDoubleWrapper(0.5);
    private final ReadOnlyDoubleWrapper y = new ReadOnlyDoubleWrapper(0.5);

    /** 1 shows the whole picture as large as there is room. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** What stands in the middle, from 0 (left edge) to 1; beside that in the padding. */
    public ReadOnlyDoubleProperty centerXProperty() {
        return x.getReadOnlyProperty();
    }

    /** What stands in the middle, from 0 (upper edge) to 1; beside that in the padding. */
    public ReadOnlyDoubleProperty centerYProperty() {
        return y.getReadOnlyProperty();
    }

    public void center(double newX, double newY) {
        x.set(Math.clamp(newX, -BESIDE, 1 + BESIDE));
        y.set(Math.clamp(newY, -BESIDE, 1 + BESIDE));
    }

    /** The whole picture again. */
    public void fit() {
        show(1, 0.5, 0.5);
    }

    public void show(double newZoom, double newX, double newY) {
        zoom.set(Math.clamp(newZoom, 1, MOST));
        center(newX, newY);
    }
}
