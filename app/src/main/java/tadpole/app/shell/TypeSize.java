package tadpole.app.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** How large the type is, in percent of 13 pixels; everything that holds text grows with it. */
public final class TypeSize {

    public static final int STANDARD = 100;

    private static final List<Integer> STEPS = List.of(85, 100, 115, 130, 150, 175);

    private final ReadOnlyIntegerWrapper percent;

    /** @param start in percent; the nearest step is taken */
    public TypeSize(int start) {
        percent = new ReadOnlyIntegerWrapper(nearest(start));
    }

    public ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    public int percent() {
        return percent.get();
    }

    public void larger() {
        go(1);
    }

    public void smaller() {
        go(-1);
    }

    public void standard() {
        percent.set(STANDARD);
    }

    private void go(int steps) {
        int at = STEPS.indexOf(percent()) + steps;
        percent.set(STEPS.get(Math.clamp(at, 0, STEPS.size() - 1)));
    }

    private static int nearest(int wanted) {
        int best = STANDARD;
        for (int step : STEPS) {
            if (Math.abs(step - wanted) < Math.abs(best - wanted)) {
                best = step;
            }
        }
        return best;
    }
}
