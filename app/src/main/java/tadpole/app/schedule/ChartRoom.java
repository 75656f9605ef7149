package tadpole.app.schedule;

/**
 * How much room a schedule's picture has, in units of the standard type size: small in a drawer, large on a stage.
 *
 * @param left  for the figures of the axes
 * @param top   for the title, and in a drawer for buttons
 * @param fixed its height at the standard type size with momentum; 0 where it takes what there is
 */
public record ChartRoom(double left, double right, double top, double fixed) {

    public static final ChartRoom SMALL = new ChartRoom(42, 10, 34, 212);
    /** Its epochs stand under those of the loss chart. */
    public static final ChartRoom LARGE = new ChartRoom(54, 26, 19, 0);

    private static final double BOTTOM = 32;
    private static final double GAP = 22;
    private static final double MOMENTUM = 0.3;
    private static final double LEAST = 190;

    boolean isFixed() {
        return fixed > 0;
    }

    double height(double zoom, boolean momentum) {
        double whole = isFixed() ? fixed : LEAST;
        return zoom * (momentum || !isFixed() ? whole : whole - GAP - MOMENTUM * (whole - top - BOTTOM - GAP));
    }

    Areas areas(double width, double height, double zoom, boolean momentum) {
        double rooms = Math.max(1, height - zoom * (top + BOTTOM + (momentum ? GAP : 0)));
        double momentumHeight = momentum ? MOMENTUM * rooms : 0;
        return new Areas(zoom * left, Math.max(zoom * left + 1, width - zoom * right), zoom * top,
                rooms - momentumHeight, height - zoom * BOTTOM, momentumHeight);
    }

    /** Where rate and momentum stand, in pixels; shares run from 0 at the left or at the foot to 1. */
    record Areas(double left, double right, double top, double rateHeight, double bottom, double momentumHeight) {

        double x(double share) {
            return left + (right - left) * share;
        }

        double share(double x) {
            return (x - left) / (right - left);
        }

        boolean holds(double x) {
            return x >= left - 4 && x <= right + 4;
        }

        double rateY(double share) {
            return top + rateHeight * (1 - share);
        }

        double rateShare(double y) {
            return 1 - (y - top) / Math.max(1, rateHeight);
        }

        double momentumY(double share) {
            return bottom - momentumHeight * share;
        }

        double momentumShare(double y) {
            return (bottom - y) / Math.max(1, momentumHeight);
        }
    }
}
