package tadpole.engine.inspect;

import java.util.Arrays;
import java.util.stream.IntStream;
import tadpole.engine.tensor.Shape;

/**
 * The gradient by one tensor, analytic beside numeric; a snapshot.
 *
 * @param name     the parameter's, such as "linear1.weight"; of what passes "into linear1", or "outputs"
 * @param layer    place of its layer in the network, from 0; of what passes the layer that it goes into, for the outputs the number of layers
 * @param owner    name of that layer; "loss" for the outputs
 * @param shape    of what passes with the batch first
 * @param analytic of every number
 * @param numeric  NaN where it is not checked, or not yet
 * @param crossed  whether a kink lies between the two places that were compared
 * @param rounding how far a numeric gradient may be off only because the loss is rounded
 * @param off      how far the numeric gradients at this h are from those at a better one, root mean square, measured where analytic and numeric
 *                 are furthest apart; NaN where these agree
 */
public record CheckedTensor(Kind kind, String name, int layer, String owner, Shape shape, double[] analytic, double[] numeric, boolean[] crossed,
        double rounding, double off) {

    public enum Kind {
        PARAMETER,
        /** What passes from one layer to the next. */
        PASSING
    }

    public int size() {
        return analytic.length;
    }

    public boolean isChecked(int i) {
        return !Double.isNaN(numeric[i]);
    }

    public int checked() {
        return (int) IntStream.range(0, size()).filter(this::isChecked).count();
    }

    public int kinks() {
        return (int) IntStream.range(0, size()).filter(i -> crossed[i]).count();
    }

    /** |a - n| / (|a| + |n|), 0 where both are zero, 1 where one is infinite; NaN where it is not checked. Section "gradient checks" of Stanford's CS231n. */
    public double error(int i) {
        return error(analytic[i], numeric[i]);
    }

    static double error(double analytic, double numeric) {
        if (Double.isInfinite(numeric) || Double.isInfinite(analytic)) {
            return 1;
        }
        double apart = Math.abs(analytic - numeric);
        return apart == 0 ? 0 : apart / (Math.abs(analytic) + Math.abs(numeric));
    }

    /** How it looks, judged by the error and by what explains it. */
    public Grade grade(int i) {
        if (!isChecked(i)) {
            return Grade.UNCHECKED;
        }
        if (crossed[i]) {
            return Grade.KINK;
        }
        return Math.abs(analytic[i] - numeric[i]) <= rounding && error(i) > Grade.RIGHT.most() ? Grade.ROUNDING : Grade.of(error(i));
    }

    /** norm(a - n) / norm(a + n) over all checked numbers, as the lesson computes it; 0 where all are equal, NaN where none is checked. */
    public double norm() {
        return norm(false);
    }

    /** The same without those that crossed a kink. */
    public double smoothNorm() {
        return norm(true);
    }

    private double norm(boolean smooth) {
        Norm norm = new Norm();
        addTo(norm, smooth);
        return norm.value();
    }

    void addTo(Norm norm, boolean smooth) {
        for (int i = 0; i < size(); i++) {
            if (isChecked(i) && !(smooth && crossed[i])) {
                norm.add(analytic[i], numeric[i]);
            }
        }
    }

    /** The largest error without kinks and rounding; 0 where there is none. */
    public double worst() {
        return IntStream.range(0, size())
                .filter(i -> isChecked(i) && grade(i) != Grade.KINK && grade(i) != Grade.ROUNDING)
                .mapToDouble(this::error).max().orElse(0);
    }

    CheckedTensor copy() {
        return new CheckedTensor(kind, name, layer, owner, shape, analytic, numeric.clone(), crossed.clone(), rounding, off);
    }

    CheckedTensor withOff(double measured) {
        return new CheckedTensor(kind, name, layer, owner, shape, analytic, numeric, crossed, rounding, measured);
    }

    /** Nothing checked yet. */
    static double[] unchecked(int size) {
        double[] numeric = new double[size];
        Arrays.fill(numeric, Double.NaN);
        return numeric;
    }

    @Override
    public String toString() {
        return "%s %s, %d of %d checked, norm %s".formatted(name, shape, checked(), size(), norm());
    }
}
