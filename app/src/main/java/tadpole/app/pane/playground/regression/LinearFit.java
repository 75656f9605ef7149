package tadpole.app.pane.playground.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.surface.Surface;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.Setup;

/** A linear layer on features of one x: its curve, its loss as a landscape over two weights, and how curved that is. */
final class LinearFit {

    private static final int POWER_STEPS = 200;

    private final Setup setup;
    private final double[][] features;
    private final double[] targets;

    private LinearFit(Setup setup) {
        this.setup = setup;
        Split train = setup.train();
        this.features = new double[train.size()][];
        this.targets = new double[train.size()];
        float[] value = new float[1];
        for (int i = 0; i < train.size(); i++) {
            train.read(i, value, 0);
            features[i] = features(value[0]);
            train.readTarget(i, value, 0);
            targets[i] = value[0];
        }
    }

    /** Empty where the network is another one. */
    static Optional<LinearFit> of(Setup setup) {
        boolean linear = setup.network().stages().size() == 1 && setup.network().output().size() == 1 && setup.train().shape().size() == 1
                && setup.train().target().isPresent();
        return linear ? Optional.of(new LinearFit(setup)) : Optional.empty();
    }

    /** As the network is given them, with the 1 of its bias last where it has one. */
    private double[] features(double x) {
        Shape sample = Shape.of(1);
        float[] values = new float[Preparations.room(setup.preparations(), sample)];
        values[0] = (float) x;
        Preparations.apply(setup.preparations(), values, sample);
        double[] all = new double[setup.network().parameterCount()];
        int given = setup.network().input().size();
        for (int i = 0; i < all.length; i++) {
            all[i] = i < given ? values[i] : 1;
        }
        return all;
    }

    /** In the units of the data. */
    double predict(double[] weights, double x) {
        double y = product(features(x), weights);
        return setup.targets().map(scale -> scale.raw(0, y)).orElse(y);
    }

    double loss(double[] weights) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            double off = product(features[i], weights) - targets[i];
            sum += off * off;
        }
        return sum / targets.length;
    }

    /** Of the mean squared error, by one weight. */
    double gradient(double[] weights, int by) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += (product(features[i], weights) - targets[i]) * features[i][by];
        }
        return 2 * sum / targets.length;
    }

    /** The greatest curvature in any direction: rates above 2 over it diverge. By power iteration on 2/n XᵀX. */
    double greatestCurvature() {
        double[] v = new double[features[0].length];
        Arrays.fill(v, 1);
        double length = 1;
        for (int step = 0; step < POWER_STEPS; step++) {
            double[] next = new double[v.length];
            for (double[] row : features) {
                double along = 2 * product(row, v) / features.length;
                for (int k = 0; k < v.length; k++) {
                    next[k] += along * row[k];
                }
            }
            length = Math.sqrt(product(next, next));
            for (int k = 0; k < v.length; k++) {
                v[k] = length == 0 ? 0 : next[k] / length;
            }
        }
        return length;
    }

    /** 2/n times the sum of products of two features. */
    private double curvature(int a, int b) {
        double sum = 0;
        for (double[] row : features) {
            sum += row[a] * row[b];
        }
        return 2 * sum / features.length;
    }

    /** How many times longer than wide the bowl over two weights is; 1 where it is round. */
    double stretch(int a, int b) {
        double half = (curvature(a, a) + curvature(b, b)) / 2;
        double inside = Math.hypot((curvature(a, a) - curvature(b, b)) / 2, curvature(a, b));
        return half - inside <= 1e-12 * half ? Double.POSITIVE_INFINITY : Math.sqrt((half + inside) / (half - inside));
    }

    /** The loss over two weights, the others as they are; its window shows start and minimum. */
    Surface over(double[] weights, int a, int b, double[] start) {
        double determinant = curvature(a, a) * curvature(b, b) - curvature(a, b) * curvature(a, b);
        double ga = gradient(weights, a);
        double gb = gradient(weights, b);
        boolean flat = Math.abs(determinant) < 1e-12;
        double leastA = flat ? weights[a] : weights[a] - (curvature(b, b) * ga - curvature(a, b) * gb) / determinant;
        double leastB = flat ? weights[b] : weights[b] - (curvature(a, a) * gb - curvature(a, b) * ga) / determinant;
        double reach = 1.6 * Math.max(0.4, Math.max(Math.abs(start[a] - leastA), Math.abs(start[b] - leastB)));
        Surface.Window window = new Surface.Window(leastA - reach, leastA + reach, leastB - reach, leastB + reach);
        return new Surface("loss", "Loss", "", "", window, new Surface.Place(start[a], start[b]), List.of(new Surface.Place(leastA, leastB)),
                (x, y) -> {
                    double[] moved = weights.clone();
                    moved[a] = x;
                    moved[b] = y;
                    return new Surface.Here(loss(moved), gradient(moved, a), gradient(moved, b));
                });
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
