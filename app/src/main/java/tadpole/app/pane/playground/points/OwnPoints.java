package tadpole.app.pane.playground.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import tadpole.app.form.FormModel;
import tadpole.engine.file.PointsCsv;
import tadpole.engine.recipe.Settings;

/** Points that one sets oneself: by a click, dragged elsewhere, deleted again. They stand in the settings of the data set. */
final class OwnPoints {

    static final String TYPE = "points";

    /** @param label its class, from 0 */
    record Point(double x1, double x2, int label) {}

    private final PlayForms forms;
    private final IntegerProperty brush = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Optional<Integer>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<List<Point>> moving = Optional.empty();

    OwnPoints(PlayForms forms) {
        this.forms = forms;
    }

    /** Whether the data are own points, so that clicks set them. */
    boolean isOpen() {
        return forms.points().recipe().type().equals(TYPE);
    }

    /** The class that the next point gets. */
    IntegerProperty brushProperty() {
        return brush;
    }

    ReadOnlyObjectProperty<Optional<Integer>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    private FormModel form() {
        return forms.points().form(forms.points().all().stream().filter(each -> each.type().equals(TYPE)).findFirst().orElseThrow());
    }

    List<Point> points() {
        return moving.orElseGet(() -> read(form().settings()));
    }

    /** @param settings of such a data set */
    static List<Point> read(Settings settings) {
        double[] numbers = settings.decimals("points");
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 2 < numbers.length; i += 3) {
            points.add(new Point(numbers[i], numbers[i + 1], (int) numbers[i + 2]));
        }
        return points;
    }

    private void write(List<Point> points) {
        List<Double> numbers = new ArrayList<>();
        points.forEach(each -> numbers.addAll(List.of(rounded(each.x1()), rounded(each.x2()), (double) each.label())));
        form().field("points").take(numbers);
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    void add(double x1, double x2) {
        List<Point> points = new ArrayList<>(points());
        if (points.size() >= PointsCsv.MOST) {
            return;
        }
        points.add(new Point(x1, x2, brush.get()));
        selected.set(Optional.empty());
        write(points);
    }

    /** The nearest point within that distance; -1 where there is none. */
    int at(double x1, double x2, double reach) {
        List<Point> points = points();
        int found = -1;
        double least = reach;
        for (int i = 0; i < points.size(); i++) {
            double distance = Math.hypot(points.get(i).x1() - x1, points.get(i).x2() - x2);
            if (distance <= least) {
                least = distance;
                found = i;
            }
        }
        return found;
    }

    void select(Optional<Integer> point) {
        selected.set(point);
    }

    /** Not yet for good: see {@link #settle}. */
    void move(int index, double x1, double x2) {
        List<Point> points = new ArrayList<>(points());
        points.set(index, new Point(x1, x2, points.get(index).label()));
        moving = Optional.of(points);
        selected.set(Optional.empty());
        selected.set(Optional.of(index));
    }

    /** Ends a drag: the point stands where it was dragged to. */
    void settle() {
        moving.ifPresent(points -> {
            moving = Optional.empty();
            write(points);
        });
    }

    void delete(int index) {
        List<Point> points = new ArrayList<>(points());
        if (points.size() > 1) {
            points.remove(index);
            selected.set(Optional.empty());
            write(points);
        }
    }

    void deleteSelected() {
        selected.get().filter(index -> index < points().size()).ifPresent(this::delete);
    }

    /** Takes points from elsewhere, such as a file, in place of these. */
    void replace(List<Point> points) {
        selected.set(Optional.empty());
        List<Double> numbers = new ArrayList<>();
        points.forEach(each -> numbers.addAll(List.of(each.x1(), each.x2(), (double) each.label())));
        forms.choose(TYPE, Map.of("points", numbers));
    }
}
