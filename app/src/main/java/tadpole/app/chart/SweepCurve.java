package tadpole.app.chart;

import java.util.List;
import tadpole.engine.training.SweepStep;

/**
 * One sweep as the chart draws it.
 *
 * @param name what the legend calls it
 */
public record SweepCurve(String name, List<SweepStep> steps) {

    private static final int MOST = 2000;

    public SweepCurve {
        steps = List.copyOf(steps);
    }

    /** The batches' losses over the exponents of the rates. */
    Points raw() {
        return points(true);
    }

    Points smoothed() {
        return points(false);
    }

    private Points points(boolean raw) {
        int each = Math.max(1, steps.size() / MOST);
        int count = Math.ceilDiv(steps.size(), each);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            SweepStep step = steps.get(i * each);
            x[i] = Math.log10(step.rate());
            y[i] = raw ? step.loss() : step.smoothed();
        }
        return new Points(x, y);
    }

    /** The smoothed loss nearest to a rate. */
    double lossAt(double rate) {
        double best = Double.POSITIVE_INFINITY;
        double loss = 0;
        for (SweepStep step : steps) {
            double distance = Math.abs(Math.log(step.rate() / rate));
            if (distance < best) {
                best = distance;
                loss = step.smoothed();
            }
        }
        return loss;
    }
}
