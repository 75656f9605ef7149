package tadpole.app.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** From where to where an axis goes, and how far apart its ticks stand. */
public record Scale(double from, double to, double tick) {

    private static final double[] STEPS = {1, 2, 5};
    private static final double MOST_TICKS = 100;
    /** The first losses of a run are wild; this share of them does not stretch the axis. */
    private static final double WILD = 0.04;
    private static final int FEW = 25;
    private static final double FEW_EPOCHS = 5;
    /** Before so many points the axis begins at 0, so that it does not jump about at the start. */
    private static final int ENOUGH = 60;
    /** So much of the axis may be empty above the losses. */
    private static final double HEADROOM = 0.2;
    /** Where the axis of accuracies may begin. */
    private static final double[] FLOORS = {0.99, 0.98, 0.95, 0.9, 0.8, 0.5, 0};
    private static final double UNDER_ALL = 0.005;

    /** Covers the range, widened to whole ticks, with about so many ticks. */
    public static Scale covering(double from, double to, double ticks) {
        double tick = niceTick((to - from) / Math.max(1, ticks));
        return new Scale(tick * Math.floor(from / tick + 1e-9), tick * Math.ceil(to / tick - 1e-9), tick);
    }

    /** Round numbers within the range, about so many, but at least three. */
    static double[] ticks(double from, double to, double about) {
        double wanted = Math.max(3, about);
        double[] ticks = {};
        while (ticks.length < 3 && wanted < MOST_TICKS) {
            double tick = niceTick((to - from) / wanted);
            long first = (long) Math.ceil(from / tick - 1e-9);
            long last = (long) Math.floor(to / tick + 1e-9);
            ticks = LongStream.rangeClosed(first, last).mapToDouble(i -> round(i * tick)).toArray();
            wanted *= 2;
        }
        return ticks;
    }

    private static double round(double tick) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.10e", tick));
    }

    /**
     * Epochs from 0 to the planned end; whole ones where there are not few.
     *
     * @param beyond room after the end, as a share, for what is marked there
     */
    static Scale ofEpochs(double epochs, double ticks, double beyond) {
        double tick = niceTick(epochs / Math.max(1, ticks));
        return new Scale(0, epochs * (1 + beyond), epochs >= FEW_EPOCHS ? Math.max(1, tick) : tick);
    }

    /** Covers every average but the first wild ones; single batches that stick out far are cut. */
    static Scale ofLoss(Curves curves, double ticks) {
        double[] averages = settled(curves.averageLoss().y());
        double[] batches = settled(curves.batchLoss().y());
        if (batches.length == 0) {
            return covering(0, 2.5, ticks);
        }
        double[] heldOut = curves.heldOutLoss().y();
        double most = max(averages, heldOut, new double[] {quantile(batches, batches.length < FEW ? 1 : 0.99)});
        double least = min(averages, heldOut, new double[] {quantile(batches, 0.02)});
        if (averages.length >= ENOUGH && least > 0.6 * most) {
            double margin = Math.max(0.08 * (most - least), 1e-3 * most);
            return covering(least - margin, most + margin, ticks);
        }
        Scale whole = covering(Math.min(0, least), most > 0 ? 1.05 * most : 1, ticks);
        double highest = most > 0 ? whole.from() + (most - whole.from()) / (1 - HEADROOM) : whole.to();
        return new Scale(whole.from(), Math.min(whole.to(), highest), whole.tick());
    }

    /**
     * Covers the epochs' accuracies from a floor that none of them falls below; what the batches' average has under it is
     * cut. As there are only few floors, and every epoch counts, the axis seldom moves and then only extends.
     */
    static Scale ofAccuracy(Curves curves, double ticks) {
        double[] train = curves.trainAccuracy().y();
        if (train.length == 0) {
            return covering(0, 1, ticks);
        }
        double[] heldOut = curves.heldOutAccuracy().y();
        double least = min(train, heldOut);
        double most = max(train, heldOut, settled(curves.averageAccuracy().y()));
        double floor = Arrays.stream(FLOORS).filter(each -> each <= least - UNDER_ALL).findFirst().orElse(0);
        Scale whole = covering(floor, most > 0.85 ? 1 : Math.min(1, most + Math.max(0.01, 0.08 * (most - floor))), ticks);
        return new Scale(floor, whole.to(), whole.tick());
    }

    double fraction(double value) {
        return (value - from) / (to - from);
    }

    private static double niceTick(double wanted) {
        if (!(wanted > 0) || Double.isInfinite(wanted)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        return Arrays.stream(STEPS).map(step -> step * power).filter(step -> step >= wanted * 0.9).findFirst().orElse(10 * power);
    }

    private static double[] settled(double[] values) {
        int skipped = values.length < FEW ? 0 : (int) Math.ceil(WILD * values.length);
        return Arrays.copyOfRange(values, skipped, values.length);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static double max(double[]... groups) {
        return Arrays.stream(groups).flatMapToDouble(DoubleStream::of).max().orElse(1);
    }

    private static double min(double[]... groups) {
        return Arrays.stream(groups).flatMapToDouble(DoubleStream::of).min().orElse(0);
    }
}
