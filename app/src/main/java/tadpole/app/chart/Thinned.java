package tadpole.app.chart;

import java.util.Arrays;

/**
 * Points that come one by one, in buckets of equally many: a bucket keeps its least, its greatest and its last point, so
 * that no spike vanishes. When all buckets are full, neighbors join.
 */
final class Thinned {

    private final double[] leastX;
    private final double[] leastY;
    private final double[] greatestX;
    private final double[] greatestY;
    private final double[] lastX;
    private final double[] lastY;
    private int buckets;
    private long room = 1;
    private long inLast = 1;

    /** @param most buckets, an even number; {@link #points} gives up to three times as many */
    Thinned(int most) {
        leastX = new double[most];
        leastY = new double[most];
        greatestX = new double[most];
        greatestY = new double[most];
        lastX = new double[most];
        lastY = new double[most];
    }

    void add(double x, double y) {
        if (inLast == room) {
            open(x, y);
        }
        int b = buckets - 1;
        inLast++;
        lastX[b] = x;
        lastY[b] = y;
        if (y < leastY[b]) {
            leastX[b] = x;
            leastY[b] = y;
        }
        if (y > greatestY[b]) {
            greatestX[b] = x;
            greatestY[b] = y;
        }
    }

    /** Begins as the other one up to a place; before the first point, with as many buckets. */
    void beginAs(Thinned other, double until) {
        double[][] from = {other.leastX, other.leastY, other.greatestX, other.greatestY, other.lastX, other.lastY};
        double[][] to = {leastX, leastY, greatestX, greatestY, lastX, lastY};
        while (buckets < other.buckets && other.lastX[buckets] <= until) {
            for (int i = 0; i < to.length; i++) {
                to[i][buckets] = from[i][buckets];
            }
            buckets++;
        }
        room = other.room;
        inLast = buckets == other.buckets ? other.inLast : room;
    }

    /** Every bucket's least, greatest and last point. */
    Points points() {
        Points least = new Points(Arrays.copyOf(leastX, buckets), Arrays.copyOf(leastY, buckets));
        Points greatest = new Points(Arrays.copyOf(greatestX, buckets), Arrays.copyOf(greatestY, buckets));
        return least.and(greatest).and(lasts());
    }

    /** Every bucket's last point: every n-th of all, and enough for what is smooth already. */
    Points lasts() {
        return new Points(Arrays.copyOf(lastX, buckets), Arrays.copyOf(lastY, buckets));
    }

    private void open(double x, double y) {
        if (buckets == leastX.length) {
            join();
        }
        leastX[buckets] = greatestX[buckets] = x;
        leastY[buckets] = greatestY[buckets] = y;
        buckets++;
        inLast = 0;
    }

    private void join() {
        buckets /= 2;
        room *= 2;
        for (int b = 0; b < buckets; b++) {
            int one = 2 * b;
            int other = one + 1;
            int least = leastY[one] <= leastY[other] ? one : other;
            int greatest = greatestY[one] >= greatestY[other] ? one : other;
            leastX[b] = leastX[least];
            leastY[b] = leastY[least];
            greatestX[b] = greatestX[greatest];
            greatestY[b] = greatestY[greatest];
            lastX[b] = lastX[other];
            lastY[b] = lastY[other];
        }
    }
}
