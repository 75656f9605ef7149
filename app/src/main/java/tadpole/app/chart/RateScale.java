package tadpole.app.chart;

/**
 * The axis of learning rates, whole powers of ten from end to end.
 *
 * @param from exponent at its left end
 * @param to   exponent at its right end
 */
public record RateScale(int from, int to) {

    /** The powers that lie around both rates. */
    public static RateScale covering(double least, double most) {
        int from = (int) Math.floor(Math.log10(least) + 1e-9);
        return new RateScale(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most) - 1e-9)));
    }

    /** Where a rate stands in a chart so wide. */
    public double x(double rate, double width) {
        return SweepChart.LEFT + (Math.log10(rate) - from) / (to - from) * plot(width);
    }

    /** The rate at a place, within the axis. */
    public double rate(double x, double width) {
        double share = Math.clamp((x - SweepChart.LEFT) / Math.max(1, plot(width)), 0, 1);
        return Math.pow(10, from + share * (to - from));
    }

    private static double plot(double width) {
        return width - SweepChart.LEFT - SweepChart.RIGHT;
    }

    Scale exponents() {
        return new Scale(from, to, to - from > 12 ? 2 : 1);
    }
}
