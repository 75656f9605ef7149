package tadpole.app.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** From where to where an axis goes, and how far apart its ticks stand. */
record Scale(double from, double to, double tick) {

    private static final double[] STEPS = {1, 2, 5};
    /** The first losses of a run are wild; this share of them does not stretch the axis. */
    private static final double WILD = 0.04;
    private static final int FEW = 25;
    private static final double FEW_EPOCHS = 5;
    /** Before so many points the axis begins at 0, so that it does not jump about at the start. */
    private static final int ENOUGH = 60;

    /** Covers the range, widened to whole ticks, with about so many ticks. */
    static Scale covering(double from, double to, double ticks) {
        double tick = niceTick((to - from) / Math.max(1, ticks));
        return new Scale(tick * Math.floor(from / tick + 1e-9), tick * Math.ceil(to / tick - 1e-9), tick);
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
        return covering(Math.min(0, least), most > 0 ? 1.05 * most : 1, ticks);
    }

    /** Covers the epochs' accuracies, and before there are two the batches' average. */
    static Scale ofAccuracy(Curves curves, double ticks) {
        double[] train = curves.trainAccuracy().y();
        double[] heldOut = curves.heldOutAccuracy().y();
        double[] shown = train.length > 1 ? train : settled(curves.averageAccuracy().y());
        if (shown.length == 0 || train.length == 0 && shown.length < ENOUGH) {
            return covering(0, 1, ticks);
        }
        double now = curves.averageAccuracy().size() == 0 ? shown[0] : curves.averageAccuracy().y()[curves.averageAccuracy().size() - 1];
        double least = Math.min(now, min(shown, heldOut));
        double most = Math.max(now, max(shown, heldOut));
        double margin = Math.max(0.01, 0.08 * (most - least));
        Scale scale = covering(Math.max(0, least - margin), Math.min(1, most + margin), ticks);
        return most > 0.85 ? covering(scale.from(), 1, ticks) : scale;
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
