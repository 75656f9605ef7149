package tadpole.engine.inspect;

import java.util.Arrays;

/**
 * What many random starts make of one picture.
 *
 * @param sorted losses from the least to the greatest
 * @param likely starts in which a wrong class has more than {@link #LIKELY}
 * @param sure   the same with {@link #SURE}
 * @param right  starts in which the right class is the most likely one
 */
public record StartCount(double[] sorted, int likely, int sure, int right) {

    public static final double LIKELY = 0.9;
    /** Near-certain: what the lesson shows. */
    public static final double SURE = 0.99;

    public int starts() {
        return sorted.length;
    }

    public double meanLoss() {
        return Arrays.stream(sorted).average().orElse(0);
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double least() {
        return sorted[0];
    }

    public double greatest() {
        return sorted[sorted.length - 1];
    }

    /** Share of the starts whose loss is at least that. */
    public double shareFrom(double loss) {
        return (double) Arrays.stream(sorted).filter(each -> each >= loss).count() / sorted.length;
    }

    public double likelyShare() {
        return (double) likely / sorted.length;
    }

    public double sureShare() {
        return (double) sure / sorted.length;
    }

    public double rightShare() {
        return (double) right / sorted.length;
    }
}
