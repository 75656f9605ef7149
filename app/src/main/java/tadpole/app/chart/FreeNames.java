package tadpole.app.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Names in a picture, on a ground of their own so that lines do not run through them, and none over another. */
final class FreeNames {

    private static final double ROW = 16;
    private static final double[] MOVES = {0, ROW, -ROW, 2 * ROW, -2 * ROW, 3 * ROW, -3 * ROW};
    private static final double FIRST = 12;

    private final List<Rectangle2D> taken = new ArrayList<>();
    private final double height;

    /** @param height of the picture, which no name leaves */
    FreeNames(double height) {
        this.height = height;
    }

    /** At the nearest free row above or below. */
    void put(RacePicture.Ink ink, Color color, String words, double x, double baseline) {
        double wide = ink.width(ink.fonts().small(), words);
        double at = baseline(x, wide, Math.clamp(baseline, FIRST, Math.max(FIRST, height - 4)));
        Rectangle2D ground = ground(x, wide, at);
        taken.add(ground);
        ink.g().setColor(ChartColors.faint(ink.colors().surface(), 0.8));
        ink.g().fill(ground);
        ink.text(ink.fonts().small(), color, words, x, at);
    }

    /** @return where it is free, else where it was wanted */
    double baseline(double x, double wide, double wanted) {
        for (double move : MOVES) {
            double at = wanted + move;
            if (at >= FIRST && at <= height - 4 && taken.stream().noneMatch(ground(x, wide, at)::intersects)) {
                return at;
            }
        }
        return wanted;
    }

    private static Rectangle2D ground(double x, double wide, double baseline) {
        return new Rectangle2D.Double(x - 3, baseline - 11, wide + 6, 15);
    }
}
