package tadpole.app.schedule;

import java.util.ArrayList;
import java.util.List;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Scale;

/**
 * An axis of rates, or of momentum, in a picture.
 *
 * @param from exponent of ten on a logarithmic axis, else the number itself
 * @param tick how far ticks are apart, in the same
 */
record RateAxis(double from, double to, double tick, boolean logarithmic) {

    record Tick(double share, String text) {}

    private static final double HEADROOM = 1.2;

    /** From 0, or where logarithmic over whole powers of ten. */
    static RateAxis of(ScheduleCurve curve, boolean logarithmic, double ticks) {
        double most = curve.peak().rate();
        if (!logarithmic) {
            Scale scale = Scale.covering(0, HEADROOM * most, ticks);
            return new RateAxis(0, HEADROOM * most, scale.tick(), false);
        }
        double from = Math.floor(Math.log10(Math.max(curve.leastRate(), ScheduleCurve.FOOT * most)) + 1e-9);
        double to = Math.ceil(Math.log10(most) + 0.05);
        return new RateAxis(from, Math.max(to, from + 1), Math.max(1, Math.ceil((to - from) / Math.max(1, ticks))), true);
    }

    /** A little more than what momentum goes through. */
    static RateAxis ofMomentum(ScheduleCurve curve) {
        double least = curve.points().stream().mapToDouble(each -> each.momentum().orElse(0)).min().orElse(0);
        double most = curve.points().stream().mapToDouble(each -> each.momentum().orElse(0)).max().orElse(1);
        double room = Math.max(0.02, 0.25 * (most - least));
        return new RateAxis(Math.max(0, least - room), Math.min(1, most + room), 0, false);
    }

    double share(double value) {
        double place = logarithmic ? Math.log10(Math.max(value, Double.MIN_NORMAL)) : value;
        return Math.clamp((place - from) / (to - from), 0, 1);
    }

    double value(double share) {
        double place = from + (to - from) * Math.clamp(share, 0, 1);
        return logarithmic ? Math.pow(10, place) : place;
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (double at = from; tick > 0 && at <= to + 1e-9 * tick; at += tick) {
            ticks.add(new Tick((at - from) / (to - from), logarithmic ? power(Math.round(at)) : Digits.shortest(at)));
        }
        return ticks;
    }

    private static String power(long exponent) {
        return exponent == 0 ? "1" : exponent == 1 ? "10" : "1e" + exponent;
    }
}
