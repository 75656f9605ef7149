package tadpole.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.training.Suggestion.Minimum;
import tadpole.engine.training.Suggestion.Slide;
import tadpole.engine.training.Suggestion.Steepest;
import tadpole.engine.training.Suggestion.Valley;

/**
 * The rules that read a learning rate off the smoothed losses of a sweep. Rates rise; losses are one for each rate and are cut at the
 * first that is no number. The minimum is fastai's to the letter; the others depart from it where its letter reads the noise behind
 * the minimum or the flat start, as each of them says.
 */
public final class RateRules {

    private static final int FEWEST = 4;
    private static final int SLIDE_POINTS = 15;
    private static final double SLIDE_THRESHOLD = 0.005;

    private RateRules() {}

    /** Every rule that finds a place, none where there are too few points. */
    public static List<Suggestion> all(double[] rates, double[] losses) {
        int count = finite(losses);
        if (count < FEWEST) {
            return List.of();
        }
        double[] x = Arrays.copyOf(rates, count);
        double[] y = Arrays.copyOf(losses, count);
        List<Suggestion> all = new ArrayList<>();
        steepest(x, y).ifPresent(all::add);
        valley(x, y).ifPresent(all::add);
        all.add(minimum(x, y));
        slide(x, y).ifPresent(all::add);
        return List.copyOf(all);
    }

    /**
     * Where d loss / d log10(rate) is least up to the rate of the least loss, by differences on both sides (of second order, one-sided at
     * the ends); none where the loss only rises. fastai takes forward differences over the whole curve: behind the minimum single wild
     * batches fall far more steeply than the curve ever did.
     */
    public static Optional<Steepest> steepest(double[] rates, double[] losses) {
        double[] slopes = gradient(Arrays.stream(rates).map(Math::log10).toArray(), losses);
        int at = least(Arrays.copyOf(slopes, least(losses) + 1));
        return slopes[at] < 0 ? Optional.of(new Steepest(rates[at], losses[at], slopes[at])) : Optional.empty();
    }

    /**
     * The middle of the middle third of the longest strictly falling stretch; none where nothing falls. fastai takes the longest falling
     * subsequence, which may leave points out: there the flat start's small falls count as much as the steep ones, and on MNIST 784-100-10
     * the middle then lies near 6e-3, when the loss has fallen by an eighth of its way.
     */
    public static Optional<Valley> valley(double[] rates, double[] losses) {
        int start = 0;
        int end = 0;
        int begun = 0;
        for (int i = 1; i < losses.length; i++) {
            if (!(losses[i] < losses[i - 1])) {
                begun = i;
            } else if (i - begun > end - start) {
                start = begun;
                end = i;
            }
        }
        if (end == start) {
            return Optional.empty();
        }
        int length = end - start + 1;
        int at = start + length / 3 + length / 6;
        return Optional.of(new Valley(rates[at], losses[at], rates[start], rates[start + length / 3], rates[start + 2 * length / 3], rates[end]));
    }

    /** A tenth of the rate of the least loss. */
    public static Minimum minimum(double[] rates, double[] losses) {
        int at = least(losses);
        return new Minimum(rates[at] / 10, rates[at], losses[at]);
    }

    /**
     * From the right end on, an interval of 15 points moves left while the slopes at its ends, taken from point to point, differ by
     * more than 0.005; its left end. None with fewer points. The right end is where the loss, behind its least, has risen back
     * halfway to the first: fastai starts at the last point, which in its 100 steps is nearly the same; in the lesson's 938 the interval
     * is so short that it would come to rest within the divergence, on MNIST 784-100-10 between 0.4 and 1.8, as the seed will have it.
     */
    public static Optional<Slide> slide(double[] rates, double[] losses) {
        int right = converging(losses) - 1;
        int left = right - SLIDE_POINTS;
        if (left < 0) {
            return Optional.empty();
        }
        double[] places = new double[right + 1];
        Arrays.setAll(places, i -> i);
        double[] slopes = gradient(places, Arrays.copyOf(losses, right + 1));
        int chosen = left;
        while (left >= 0 && Math.abs(slopes[right] - slopes[left]) > SLIDE_THRESHOLD) {
            chosen = left;
            left--;
            right--;
        }
        int end = chosen + SLIDE_POINTS;
        return Optional.of(new Slide(rates[chosen], losses[chosen], rates[end], losses[end]));
    }

    /** How many points there are before the loss has lost half of what it had won; all where it won nothing. */
    private static int converging(double[] losses) {
        int least = least(losses);
        double halfway = (losses[0] + losses[least]) / 2;
        for (int i = least + 1; i < losses.length && least > 0; i++) {
            if (losses[i] > halfway) {
                return i;
            }
        }
        return losses.length;
    }

    /** As numpy.gradient: differences on both sides, weighted where the places are not spaced alike. */
    private static double[] gradient(double[] x, double[] y) {
        int last = y.length - 1;
        double[] slopes = new double[y.length];
        slopes[0] = (y[1] - y[0]) / (x[1] - x[0]);
        slopes[last] = (y[last] - y[last - 1]) / (x[last] - x[last - 1]);
        for (int i = 1; i < last; i++) {
            double before = x[i] - x[i - 1];
            double after = x[i + 1] - x[i];
            slopes[i] = (before * before * y[i + 1] + (after * after - before * before) * y[i] - after * after * y[i - 1])
                    / (before * after * (before + after));
        }
        return slopes;
    }

    private static int least(double[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[least]) {
                least = i;
            }
        }
        return least;
    }

    private static int finite(double[] values) {
        int count = 0;
        while (count < values.length && Double.isFinite(values[count])) {
            count++;
        }
        return count;
    }
}
