package tadpole.app.chart;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A logarithmic axis over positive numbers, from the least to the greatest with a little room. */
record LogAxis(double from, double to) {

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

    /** Powers of ten; where these are few, 2, 3 and 5 times them too. */
    double[] ticks() {
        double decades = Math.log10(to / from);
        double[] factors = decades > 2.5 ? new double[] {1} : decades > 1.2 ? new double[] {1, 3} : new double[] {1, 1.5, 2, 3, 5, 7};
        return IntStream.rangeClosed((int) Math.floor(Math.log10(from)), (int) Math.ceil(Math.log10(to)))
                .mapToObj(k -> DoubleStream.of(factors).map(f -> Double.parseDouble(f + "e" + k)))
                .flatMapToDouble(each -> each)
                .filter(each -> each >= from && each <= to)
                .toArray();
    }
}
