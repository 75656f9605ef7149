package tadpole.app.chart;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * An axis of a chart: the numbers it shows from its beginning to its end, evenly or by their logarithm.
 *
 * @param tick between numbers; 0 where it is found by the room there is
 */
public record Axis(double from, double to, double tick, boolean log) {

    /** Nearer together two ends cannot be told apart in doubles. */
    private static final double NEAREST = 1e-12;

    public Axis {
        if (!(to > from) || log && !(from > 0)) {
            throw new IllegalArgumentException("An axis goes upward%s, but this one goes from %s to %s.".formatted(log ? " from above 0" : "", from, to));
        }
    }

    public static Axis linear(double from, double to) {
        return new Axis(from, to, 0, false);
    }

    public static Axis log(double from, double to) {
        return new Axis(from, to, 0, true);
    }

    static Axis of(Scale scale) {
        return new Axis(scale.from(), scale.to(), scale.tick(), false);
    }

    /** Between 0 and 1 along the axis; not finite where a logarithmic axis cannot show the number. */
    public double share(double value) {
        return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }

    public double value(double share) {
        return log ? from * Math.pow(to / from, share) : from + (to - from) * share;
    }

    /** Whether it can show the number at all, wherever that stands. */
    public boolean takes(double value) {
        return Double.isFinite(value) && (!log || value > 0);
    }

    /** The part of it between two shares, in any order; itself where they are too near. */
    public Axis between(double one, double other) {
        double low = value(Math.min(one, other));
        double high = value(Math.max(one, other));
        return high - low > NEAREST * Math.max(Math.abs(low), Math.abs(high)) && Double.isFinite(high - low) ? new Axis(low, high, 0, log) : this;
    }

    /** @param factor below 1 for less of it, seen larger. @param around share that stays where it is */
    public Axis zoomed(double factor, double around) {
        return between(around - around * factor, around + (1 - around) * factor);
    }

    /** @param by share of its length, upward */
    public Axis moved(double by) {
        return between(by, 1 + by);
    }

    /** Moved, and where it is longer cut, so that it stays within the whole. */
    Axis within(Axis whole) {
        double first = whole.share(from);
        double last = whole.share(to);
        if (last - first >= 1) {
            return whole;
        }
        double by = first < 0 ? -first : last > 1 ? 1 - last : 0;
        return by == 0 ? this : whole.between(first + by, last + by);
    }

    boolean covers(Axis other) {
        double room = 1e-9;
        return share(other.from) >= -room && share(other.to) <= 1 + room;
    }

    /** The numbers that stand at it. @param apart how far they are from each other at least, in units of length */
    public double[] ticks(double length, double apart) {
        if (log) {
            double[] ticks = new LogAxis(from, to).ticks(length, apart);
            return ticks.length > 1 ? ticks : Scale.ticks(from, to, length / apart);
        }
        if (tick == 0) {
            return Scale.ticks(from, to, length / apart);
        }
        return LongStream.rangeClosed((long) Math.ceil(from / tick - 1e-9), (long) Math.floor(to / tick + 1e-9)).mapToDouble(i -> i * tick).toArray();
    }

    /** How those numbers are written. @param percent whether 0.97 is written as 97 % */
    String[] texts(double[] ticks, boolean percent) {
        if (log && !percent) {
            return DoubleStream.of(ticks).mapToObj(LogAxis::text).toArray(String[]::new);
        }
        double apart = ticks.length > 1 ? (ticks[ticks.length - 1] - ticks[0]) / (ticks.length - 1) : to - from;
        return DoubleStream.of(ticks).mapToObj((percent ? Plots.percent(apart) : Plots.number(apart))::format).toArray(String[]::new);
    }
}
