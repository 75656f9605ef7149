package tadpole.app.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A logarithmic axis over positive numbers, from the least to the greatest with a little room. */
record LogAxis(double from, double to) {

    private static final double[][] FACTORS = {{1, 1.5, 2, 3, 5, 7}, {1, 2, 3, 5}, {1, 2, 5}, {1, 3}};
    private static final double[][] POWERS = {{1}};
    private static final double[][] RATES = {{1, 3}};

    static LogAxis of(double least, double most) {
        double low = Math.max(least, 1e-12);
        double high = Math.max(most, low * 1.2);
        double room = Math.pow(high / low, 0.05);
        return new LogAxis(low / room, high * room);
    }

    /** Between 0 and 1 along the axis. */
    double share(double value) {
        return Math.log(Math.max(value, 1e-300) / from) / Math.log(to / from);
    }

    /**
     * As many round numbers as have room: powers of ten and what lies evenly between them, else every second, third... power.
     *
     * @param length of the axis
     * @param apart  how far neighbors must at least be from each other
     */
    double[] ticks(double length, double apart) {
        return ticks(length, apart, FACTORS);
    }

    /** Powers of ten, where at least two are on the axis; else the round numbers between them too. */
    double[] powers(double length, double apart) {
        double[] powers = ticks(length, apart, POWERS);
        return powers.length > 1 ? powers : ticks(length, apart);
    }

    /** The same for learning rates, which are tried at 1 and 3 of every decade. */
    double[] rates(double length, double apart) {
        return ticks(length, apart, RATES);
    }

    private double[] ticks(double length, double apart, double[][] choices) {
        double decade = length / Math.log10(to / from);
        double[] factors = Arrays.stream(choices).filter(each -> decade * narrowest(each) >= apart).findFirst().orElse(new double[] {1});
        int every = Math.max(1, (int) Math.ceil(apart / decade));
        return IntStream.rangeClosed((int) Math.floor(Math.log10(from)), (int) Math.ceil(Math.log10(to)))
                .filter(k -> k % every == 0)
                .mapToObj(k -> DoubleStream.of(factors).map(f -> Double.parseDouble(f + "e" + k)))
                .flatMapToDouble(each -> each)
                .filter(each -> each >= from && each <= to)
                .toArray();
    }

    /** In decades. */
    private static double narrowest(double[] factors) {
        return IntStream.range(0, factors.length)
                .mapToDouble(i -> Math.log10((i + 1 < factors.length ? factors[i + 1] : 10) / factors[i])).min().orElseThrow();
    }

    /** 0.05, 0.3, 20; below and above as 1e-3 and 1e4. */
    static String text(double tick) {
        return tick >= 0.009 && tick < 9e3 ? Digits.shortest(tick) : power(tick);
    }

    /** 1e-3, 3e-1, 1. */
    static String power(double tick) {
        int exponent = (int) Math.floor(Math.log10(tick) + 1e-9);
        return exponent == 0 ? Digits.shortest(tick) : Digits.shortest(tick / Math.pow(10, exponent)) + "e" + exponent;
    }
}
