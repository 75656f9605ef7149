package tadpole.app.chart;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What gestures over a chart make of the part of it that is seen. Places are in units of the drawing. */
record Zooming(Zoom zoom, List<Plot> plots) {

    private static final double A_NOTCH = 0.8;
    /** A box flatter than this chooses along the other axis only. */
    private static final double FLAT = 8;

    /** The plot under or beside a place. */
    OptionalInt plotAt(double y) {
        return IntStream.range(0, plots.size())
                .filter(i -> y >= plots.get(i).area().getY() && y <= plots.get(i).area().getMaxY()).findFirst();
    }

    /** Over a plot along x, over the numbers at its left along y. @param notches away from oneself, to see less of it and larger */
    Zoom wheel(double x, double y, double notches) {
        OptionalInt over = plotAt(y);
        if (plots.isEmpty() || over.isEmpty()) {
            return zoom;
        }
        Plot plot = plots.get(over.getAsInt());
        double factor = Math.pow(A_NOTCH, Math.clamp(notches, -10, 10));
        if (x < plot.area().getX()) {
            return zoom.withUp(over.getAsInt(), plot.up().zoomed(factor, plot.shareY(y)));
        }
        return zoom.withAcross(plot.across().zoomed(factor, plot.shareX(x)).within(plot.wholeAcross()), plot.wholeAcross());
    }

    /** What lies between two corners of a box drawn over a plot; a click is no box. */
    Zoom box(double fromX, double fromY, double toX, double toY) {
        OptionalInt over = plotAt(fromY);
        double wide = Math.abs(toX - fromX);
        double high = Math.abs(toY - fromY);
        if (over.isEmpty() || wide < FLAT && high < FLAT) {
            return zoom;
        }
        Plot plot = plots.get(over.getAsInt());
        Zoom across = wide < FLAT ? zoom
                : zoom.withAcross(plot.across().between(in(plot.shareX(fromX)), in(plot.shareX(toX))), plot.wholeAcross());
        return high < FLAT ? across : across.withUp(over.getAsInt(), plot.up().between(in(plot.shareY(fromY)), in(plot.shareY(toY))));
    }

    /** After what was under one place was moved to another; along y only where that is zoomed. */
    Zoom moved(double fromX, double fromY, double toX, double toY) {
        OptionalInt over = plotAt(fromY);
        if (over.isEmpty()) {
            return zoom;
        }
        int number = over.getAsInt();
        Plot plot = plots.get(number);
        Zoom across = zoom.across().isEmpty() ? zoom
                : zoom.withAcross(plot.across().moved((fromX - toX) / plot.area().getWidth()).within(plot.wholeAcross()), plot.wholeAcross());
        return zoom.up().containsKey(number) ? across.withUp(number, plot.up().moved((toY - fromY) / plot.area().getHeight())) : across;
    }

    private static double in(double share) {
        return Math.clamp(share, 0, 1);
    }
}
