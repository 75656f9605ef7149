package tadpole.engine.convolution;

import java.util.Arrays;

/**
 * Singular values of a small matrix, the greatest first, by Hestenes' one-sided Jacobi rotations (1958), in double: columns are turned
 * in pairs until all stand at right angles; their lengths are the singular values.
 */
final class SingularValues {

    private static final int MOST_SWEEPS = 60;
    private static final double SMALL = 1e-15;

    private SingularValues() {}

    static double[] of(Kernel kernel) {
        double[][] columns = new double[kernel.width()][kernel.height()];
        for (int v = 0; v < columns.length; v++) {
            for (int u = 0; u < kernel.height(); u++) {
                columns[v][u] = kernel.at(u, v);
            }
        }
        boolean turned = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && turned; sweep++) {
            turned = false;
            for (int p = 0; p < columns.length; p++) {
                for (int q = p + 1; q < columns.length; q++) {
                    turned |= rotate(columns[p], columns[q]);
                }
            }
        }
        double[] lengths = Arrays.stream(columns).mapToDouble(each -> Math.sqrt(dot(each, each))).sorted().toArray();
        double[] values = new double[Math.min(kernel.height(), kernel.width())];
        Arrays.setAll(values, i -> lengths[lengths.length - 1 - i]);
        return values;
    }

    /** Whether there was anything to turn. */
    private static boolean rotate(double[] a, double[] b) {
        double aa = dot(a, a);
        double bb = dot(b, b);
        double ab = dot(a, b);
        if (Math.abs(ab) <= SMALL * Math.sqrt(aa * bb)) {
            return false;
        }
        double theta = (bb - aa) / (2 * ab);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int i = 0; i < a.length; i++) {
            double before = a[i];
            a[i] = c * before - s * b[i];
            b[i] = s * before + c * b[i];
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
