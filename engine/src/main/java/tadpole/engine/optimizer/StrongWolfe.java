package tadpole.engine.optimizer;

/**
 * Finds how far to go along a direction: value(t) no more than value(0) + c1 t slope(0), and |slope(t)| at most c2 |slope(0)|.
 * First it widens a bracket, then it closes it by cubic interpolation, as minFunc (Schmidt 2005) and after it PyTorch's
 * L-BFGS; the conditions are (3.7) of Nocedal and Wright 2006. A value that is not finite halves the step.
 */
final class StrongWolfe {

    private static final double C1 = 1e-4;
    private static final double NARROWEST = 1e-9;

    /** A place along the direction. Its gradient is the row's own. */
    static final class Point {
        private double t;
        private double value;
        private double slope;
        private final float[] gradient;

        private Point(int size) {
            gradient = new float[size];
        }

        double t() {
            return t;
        }

        double value() {
            return value;
        }

        double slope() {
            return slope;
        }

        float[] gradient() {
            return gradient;
        }
    }

    private final double c2;
    private final int mostTries;
    private final float[] place;
    private final Point start;
    private final Point one;
    private final Point other;

    private Landscape landscape;
    private float[] direction;
    private int tries;
    private int evaluations;

    /** @param mostTries how many times it looks again after its first try */
    StrongWolfe(int size, double c2, int mostTries) {
        this.c2 = c2;
        this.mostTries = mostTries;
        place = new float[size];
        start = new Point(size);
        one = new Point(size);
        other = new Point(size);
    }

    /** How many evaluations the last search took. */
    int evaluations() {
        return evaluations;
    }

    /**
     * Searches from where the parameters are, and leaves them at the best place found.
     *
     * @param value    there, with its gradient
     * @param firstTry how far the first look goes
     * @return the place, good until the next search; t is 0 where no better one was found
     */
    Point search(Landscape of, float[] along, double value, float[] gradient, double firstTry) {
        landscape = of;
        direction = along;
        tries = 0;
        evaluations = 0;
        landscape.read(place);
        start.t = 0;
        start.value = value;
        System.arraycopy(gradient, 0, start.gradient, 0, gradient.length);
        start.slope = landscape.dot(gradient, direction);
        Point best = bracket(start.value, start.slope, firstTry);
        landscape.go(place, best.t, direction);
        return best;
    }

    /** Goes on until a minimum lies between two places, or the newest is good. */
    private Point bracket(double value, double slope, double firstTry) {
        Point before = start;
        Point now = look(one, firstTry, 0);
        while (tries < mostTries) {
            if (isTooHigh(now, value, slope) || (tries > 1 && now.value >= before.value)) {
                return close(before, now, value, slope);
            }
            if (isFlat(now, slope)) {
                return now;
            }
            if (now.slope >= 0) {
                return close(before, now, value, slope);
            }
            double next = cubicMinimum(before, now, now.t + 0.01 * (now.t - before.t), 10 * now.t);
            Point free = now == one ? other : one;
            before = now;
            now = look(free, next, before.t);
            tries++;
        }
        return start.value <= now.value ? start : now;
    }

    /** Narrows down the bracket between two places. */
    private Point close(Point first, Point second, double value, double slope) {
        Point low = first.value <= second.value ? first : second;
        Point high = low == first ? second : first;
        double steepest = landscape.greatest(direction);
        boolean crept = false;
        while (tries < mostTries) {
            double least = Math.min(low.t, high.t);
            double most = Math.max(low.t, high.t);
            if ((most - least) * steepest < NARROWEST) {
                break;
            }
            double next = cubicMinimum(low, high, least, most);
            double margin = 0.1 * (most - least);
            if (Math.min(most - next, next - least) < margin) {
                if (crept || next >= most || next <= least) {
                    next = Math.abs(next - most) < Math.abs(next - least) ? most - margin : least + margin;
                    crept = false;
                } else {
                    crept = true;
                }
            } else {
                crept = false;
            }
            Point now = look(free(low, high), next, low.t);
            tries++;
            if (isTooHigh(now, value, slope) || now.value >= low.value) {
                high = now;
                continue;
            }
            if (isFlat(now, slope)) {
                return now;
            }
            if (now.slope * (high.t - low.t) >= 0) {
                high = low;
            }
            low = now;
        }
        return low;
    }

    private static boolean isTooHigh(Point point, double value, double slope) {
        return point.value > value + C1 * point.t * slope;
    }

    private boolean isFlat(Point point, double slope) {
        return Math.abs(point.slope) <= -c2 * slope;
    }

    private Point free(Point low, Point high) {
        if (low != start && high != start) {
            return start;
        }
        return low != one && high != one ? one : other;
    }

    private Point look(Point point, double t, double finiteAt) {
        point.t = t;
        do {
            landscape.go(place, point.t, direction);
            point.value = landscape.evaluate(point.gradient);
            evaluations++;
        } while (!Double.isFinite(point.value) && evaluations < mostTries && halve(point, finiteAt));
        if (!Double.isFinite(point.value)) {
            point.value = Double.POSITIVE_INFINITY;
        }
        point.slope = landscape.dot(point.gradient, direction);
        return point;
    }

    private static boolean halve(Point point, double finiteAt) {
        point.t = (finiteAt + point.t) / 2;
        return true;
    }

    /** Least place of the cubic through both values and slopes, within the bounds; their middle where it has none. */
    private static double cubicMinimum(Point a, Point b, double least, double most) {
        Point left = a.t <= b.t ? a : b;
        Point right = left == a ? b : a;
        double d1 = left.slope + right.slope - 3 * (left.value - right.value) / (left.t - right.t);
        double square = d1 * d1 - left.slope * right.slope;
        if (!(square >= 0)) {
            return (least + most) / 2;
        }
        double d2 = Math.sqrt(square);
        double minimum = right.t - (right.t - left.t) * ((right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2));
        return Double.isNaN(minimum) ? (least + most) / 2 : Math.min(Math.max(minimum, least), most);
    }
}
