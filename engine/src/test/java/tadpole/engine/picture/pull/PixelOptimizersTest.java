package tadpole.engine.picture.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** On f(x) = sum of a (x - c)^2 / 2 + (x - c)^4 / 400 + products of neighbors, against a twin in double that keeps whole vectors. */
class PixelOptimizersTest {

    private static final int SIZE = 40_000;
    private static final Device DEVICE = Device.cpu(2);

    @Test
    void plainStepsAreThoseOfTheTwin() {
        follows(PixelLbfgs.Plan.plain(0.5, 6), 20);
    }

    @Test
    void safeStepsAreThoseOfTheTwin() {
        follows(PixelLbfgs.Plan.safe(1, 100), 20);
        follows(new PixelLbfgs.Plan(1, 5, true, 1, 0.7), 20);
    }

    @Test
    void findsTheMinimum() {
        float[] pixels = start();
        PixelLbfgs optimizer = new PixelLbfgs(PixelLbfgs.Plan.safe(1, 20), SIZE, DEVICE);
        double before = length(gradient(pixels));

        for (int i = 0; i < 60; i++) {
            optimizer.step(pixels, gradient(pixels));
        }

        assertThat(length(gradient(pixels))).isLessThan(before / 1000);
    }

    @Test
    void noStepIsLongerThanItsCap() {
        float[] pixels = start();
        PixelLbfgs optimizer = new PixelLbfgs(new PixelLbfgs.Plan(1, 10, true, 1, 2.5), SIZE, DEVICE);
        SplittableRandom random = new SplittableRandom(3);

        for (int i = 0; i < 30; i++) {
            float[] before = pixels.clone();
            float[] gradient = gradient(pixels);
            for (int k = 0; k < SIZE; k++) {
                gradient[k] += (float) random.nextDouble(-20, 20);
            }
            optimizer.step(pixels, gradient);
            assertThat(greatest(before, pixels)).as("step %d", i).isLessThanOrEqualTo(i == 0 ? 1.0001 : 2.5001);
        }
    }

    @Test
    void keepsNoPairWithoutCurvature() {
        float[] pixels = start();
        PixelLbfgs optimizer = new PixelLbfgs(PixelLbfgs.Plan.safe(1, 10), SIZE, DEVICE);
        float[] slope = new float[SIZE];
        java.util.Arrays.fill(slope, 2);

        for (int i = 0; i < 4; i++) {
            optimizer.step(pixels, slope);
        }

        assertThat(optimizer.pairs()).isZero();
        assertThat(pixels[0]).isCloseTo(start()[0] - 4, within(1e-4f));
    }

    @Test
    void adamIsTheTextbooks() {
        float[] pixels = start();
        double[] twin = doubles(pixels);
        double[] mean = new double[SIZE];
        double[] square = new double[SIZE];
        PixelAdam adam = new PixelAdam(5, SIZE, DEVICE);

        for (int step = 1; step <= 20; step++) {
            adam.step(pixels, gradient(pixels));
            double[] g = gradient(twin);
            for (int i = 0; i < SIZE; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * g[i];
                square[i] = 0.999 * square[i] + 0.001 * g[i] * g[i];
                twin[i] -= 5 * (mean[i] / (1 - Math.pow(0.9, step))) / Math.sqrt(square[i] / (1 - Math.pow(0.999, step)));
            }
        }

        agree(pixels, twin, 2e-2);
    }

    @Test
    void goesOnFromItsStateToTheSameBits() {
        for (int kind = 0; kind < 2; kind++) {
            PixelOptimizer whole = optimizer(kind, DEVICE);
            float[] pixels = start();
            Map<String, Tensor> state = Map.of();
            float[] middle = new float[0];
            for (int i = 0; i < 18; i++) {
                if (i == 9) {
                    state = whole.state();
                    middle = pixels.clone();
                }
                whole.step(pixels, gradient(pixels));
            }

            PixelOptimizer later = optimizer(kind, DEVICE);
            later.step(start(), gradient(start()));
            later.restore(state);
            for (int i = 9; i < 18; i++) {
                later.step(middle, gradient(middle));
            }

            assertThat(middle).isEqualTo(pixels);
        }
    }

    @Test
    void givesTheSameBitsForAnyNumberOfThreads() {
        for (int kind = 0; kind < 2; kind++) {
            List<float[]> results = new ArrayList<>();
            for (int threads : new int[] {1, 3}) {
                try (Device device = Device.cpu(threads)) {
                    PixelOptimizer optimizer = optimizer(kind, device);
                    float[] pixels = start();
                    for (int i = 0; i < 12; i++) {
                        optimizer.step(pixels, gradient(pixels));
                    }
                    results.add(pixels);
                }
            }
            assertThat(results.get(1)).isEqualTo(results.get(0));
        }
    }

    private static PixelOptimizer optimizer(int kind, Device device) {
        return kind == 0 ? new PixelAdam(2, SIZE, device) : new PixelLbfgs(PixelLbfgs.Plan.safe(0.8, 4), SIZE, device);
    }

    private static void follows(PixelLbfgs.Plan plan, int steps) {
        float[] pixels = start();
        double[] twin = doubles(pixels);
        PixelLbfgs optimizer = new PixelLbfgs(plan, SIZE, DEVICE);
        Twin other = new Twin(plan);
        for (int i = 0; i < steps; i++) {
            optimizer.step(pixels, gradient(pixels));
            other.step(twin, gradient(twin));
        }
        agree(pixels, twin, 1e-3);
    }

    private static void agree(float[] pixels, double[] twin, double off) {
        double greatest = 0;
        for (int i = 0; i < SIZE; i++) {
            greatest = Math.max(greatest, Math.abs(pixels[i] - twin[i]));
        }
        assertThat(greatest).isLessThan(off);
    }

    /** Every vector anew, pairs in lists; the formula H g = (I - rho s y^T) H (I - rho y s^T) g + rho s s^T g taken apart pair by pair. */
    private static final class Twin {
        private final PixelLbfgs.Plan plan;
        private final List<double[]> s = new ArrayList<>();
        private final List<double[]> y = new ArrayList<>();
        private double[] last = new double[0];
        private double[] moved = new double[0];

        Twin(PixelLbfgs.Plan plan) {
            this.plan = plan;
        }

        void step(double[] x, double[] g) {
            boolean first = last.length == 0;
            if (!first) {
                double[] change = new double[SIZE];
                for (int i = 0; i < SIZE; i++) {
                    change[i] = g[i] - last[i];
                }
                if (dot(change, moved) > 1e-10) {
                    s.add(moved);
                    y.add(change);
                    if (s.size() > plan.history()) {
                        s.removeFirst();
                        y.removeFirst();
                    }
                }
            }
            double[] d = inverse(g, s.size());
            if (plan.guarded() && dot(d, g) <= 0) {
                s.clear();
                y.clear();
                d = g.clone();
            }
            double t = time(d, g, first);
            moved = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                moved[i] = -t * d[i];
                x[i] += moved[i];
            }
            last = g;
        }

        private double time(double[] d, double[] g, boolean first) {
            double most = 0;
            double sum = 0;
            for (int i = 0; i < SIZE; i++) {
                most = Math.max(most, Math.abs(d[i]));
                sum += Math.abs(g[i]);
            }
            if (!plan.guarded()) {
                return first ? plan.rate() * Math.min(1, 1 / sum) : plan.rate();
            }
            return s.isEmpty() ? plan.firstStep() / most : Math.min(plan.rate(), plan.stepCap() / most);
        }

        private double[] inverse(double[] g, int pairs) {
            if (pairs == 0) {
                double[] d = g.clone();
                if (!s.isEmpty()) {
                    double h = dot(s.getLast(), y.getLast()) / dot(y.getLast(), y.getLast());
                    for (int i = 0; i < SIZE; i++) {
                        d[i] *= h;
                    }
                }
                return d;
            }
            double[] sk = s.get(pairs - 1);
            double[] yk = y.get(pairs - 1);
            double rho = 1 / dot(sk, yk);
            double a = rho * dot(sk, g);
            double[] inner = g.clone();
            for (int i = 0; i < SIZE; i++) {
                inner[i] -= a * yk[i];
            }
            double[] d = inverse(inner, pairs - 1);
            double b = rho * dot(yk, d);
            for (int i = 0; i < SIZE; i++) {
                d[i] += (a - b) * sk[i];
            }
            return d;
        }
    }

    private static float[] start() {
        float[] x = new float[SIZE];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < SIZE; i++) {
            x[i] = (float) random.nextDouble(-10, 10);
        }
        return x;
    }

    private static float[] gradient(float[] x) {
        double[] exact = gradient(doubles(x));
        float[] g = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            g[i] = (float) exact[i];
        }
        return g;
    }

    private static double[] gradient(double[] x) {
        double[] g = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double off = x[i] - i % 7;
            double beside = x[(i + 1) % SIZE] + x[(i + SIZE - 1) % SIZE];
            g[i] = (1 + i % 5) * off + off * off * off / 100 + 0.2 * beside;
        }
        return g;
    }

    private static double[] doubles(float[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        return y;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double length(float[] g) {
        return Math.sqrt(dot(doubles(g), doubles(g)));
    }

    private static double greatest(float[] a, float[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
