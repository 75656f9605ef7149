package tadpole.app.pane.train;

import java.util.Arrays;
import java.util.Optional;
import tadpole.engine.training.TrainingEvent;

/**
 * What was so after each step of a run; once it is long, after every 2nd, 4th ... step. That of a branch begins where the branch does, and
 * asks its parent's for what was before. On the JavaFX thread.
 */
public final class Trail {

    private static final int MOST = 1 << 15;
    private static final double BETA = 0.98;

    /**
     * @param epoch    with its fraction
     * @param loss     exponential average of the batches' losses (β 0.98)
     * @param accuracy the same of their accuracies; NaN where there are no classes
     * @param lastLoss of the last batch alone
     * @param rate     that the step used
     */
    public record Point(long step, double epoch, double loss, double accuracy, double lastLoss, double rate) {}

    private final Optional<Trail> before;
    private final long begin;
    private Point[] points = new Point[256];
    private int count;
    private long stride = 1;
    private long last;
    private double lossSum;
    private double accuracySum;
    private double weight;

    Trail() {
        this(Optional.empty(), 0);
    }

    /** @param begin the first steps so many are those of the trail before */
    Trail(Optional<Trail> before, long begin) {
        this.before = before;
        this.begin = begin;
        this.last = begin;
        before.flatMap(each -> each.at(begin)).ifPresent(point -> {
            weight = 1 - Math.pow(BETA, begin);
            lossSum = point.loss() * weight;
            accuracySum = point.accuracy() * weight;
        });
    }

    void add(TrainingEvent.Stepped step) {
        weight = BETA * weight + (1 - BETA);
        lossSum = BETA * lossSum + (1 - BETA) * step.loss();
        accuracySum = BETA * accuracySum + (1 - BETA) * step.accuracy();
        last = step.step();
        if ((step.step() - begin) % stride != 0) {
            return;
        }
        if (count == points.length) {
            makeRoom();
            if ((step.step() - begin) % stride != 0) {
                return;
            }
        }
        points[count++] = new Point(step.step(), step.epoch(), lossSum / weight, accuracySum / weight, step.loss(), step.rate());
    }

    private void makeRoom() {
        if (count < MOST) {
            points = Arrays.copyOf(points, 2 * count);
            return;
        }
        stride *= 2;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if ((points[i].step() - begin) % stride == 0) {
                points[kept++] = points[i];
            }
        }
        count = kept;
    }

    /** How many steps were made in all. */
    public long last() {
        return last;
    }

    /** What was so after the step, or after the last one before it that is kept; empty before the first. */
    public Optional<Point> at(long step) {
        if (step <= begin) {
            return before.flatMap(each -> each.at(step));
        }
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points[middle].step() <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? before.flatMap(each -> each.at(begin)) : Optional.of(points[low - 1]);
    }
}
