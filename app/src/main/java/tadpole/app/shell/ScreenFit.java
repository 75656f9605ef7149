package tadpole.app.shell;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Puts a window where one can see it: screens are unplugged and become smaller. */
final class ScreenFit {

    private ScreenFit() {}

    /**
     * @param screens what of each screen is free for windows, the primary one first
     * @return the wanted place, moved and shrunk into the screen that shows most of it; the primary one where none does
     */
    static Rectangle2D fit(Rectangle2D wanted, List<Rectangle2D> screens) {
        Rectangle2D screen = screens.stream().max(Comparator.comparingDouble(each -> shared(wanted, each)))
                .filter(best -> shared(wanted, best) > 0)
                .orElse(screens.getFirst());
        double width = Math.min(wanted.getWidth(), screen.getWidth());
        double height = Math.min(wanted.getHeight(), screen.getHeight());
        double x = Math.clamp(wanted.getMinX(), screen.getMinX(), screen.getMaxX() - width);
        double y = Math.clamp(wanted.getMinY(), screen.getMinY(), screen.getMaxY() - height);
        return new Rectangle2D(x, y, width, height);
    }

    private static double shared(Rectangle2D one, Rectangle2D other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }
}
