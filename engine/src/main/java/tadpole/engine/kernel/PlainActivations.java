package tadpole.engine.kernel;

/** Activations whose gradient is made of their input, in doubles. */
final class PlainActivations {
    private PlainActivations() {}

    static void leakyRelu(float slope, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] <= 0 ? slope * x[i] : x[i];
        }
    }

    static void leakyReluBackward(float slope, float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = x[i] <= 0 ? slope * dy[i] : dy[i];
        }
    }

    static void silu(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = (float) (x[i] * sigmoid(x[i]));
        }
    }

    static void siluBackward(float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            double s = sigmoid(x[i]);
            dx[i] = (float) (dy[i] * (s + x[i] * s * (1 - s)));
        }
    }

    static void gelu(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = (float) (x[i] * below(x[i]));
        }
    }

    static void geluBackward(float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            double density = Math.exp(-0.5 * x[i] * x[i]) / Math.sqrt(2 * Math.PI);
            dx[i] = (float) (dy[i] * (below(x[i]) + x[i] * density));
        }
    }

    static void geluTanh(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = (float) (x[i] * sigmoid(twice(x[i])));
        }
    }

    static void geluTanhBackward(float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            double s = sigmoid(twice(x[i]));
            double slope = GeluTanh.INNER + 3.0 * GeluTanh.CUBIC * x[i] * x[i];
            dx[i] = (float) (dy[i] * (s + x[i] * s * (1 - s) * slope));
        }
    }

    private static double twice(double x) {
        return x * (GeluTanh.INNER + GeluTanh.CUBIC * x * x);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** P(X &lt;= x) of a standard normal X, by Abramowitz and Stegun 7.1.26: within 7.5e-8. */
    private static double below(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x) / Math.sqrt(2));
        double series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
        double tail = 0.5 * series * Math.exp(-0.5 * x * x);
        return x < 0 ? tail : 1 - tail;
    }
}
