package tadpole.engine.training;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Eigenvalues and eigenvectors of a small symmetric matrix, the greatest first, by Jacobi's rotations (1846), in double. */
final class SymmetricEigen {

    private static final int MOST_SWEEPS = 60;
    private static final double SMALL = 1e-30;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = IntStream.range(0, n).mapToObj(i -> matrix[i].clone()).toArray(double[][]::new);
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && beside(a) > SMALL * all(a); sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> -a[i][i])).mapToInt(i -> i).toArray();
        double[] values = IntStream.of(order).mapToDouble(i -> a[i][i]).toArray();
        double[][] vectors = IntStream.of(order)
                .mapToObj(i -> IntStream.range(0, n).mapToDouble(row -> v[row][i]).toArray()).toArray(double[][]::new);
        return new SymmetricEigen(values, vectors);
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int i = 0; i < a.length; i++) {
            double ip = a[i][p];
            a[i][p] = c * ip - s * a[i][q];
            a[i][q] = s * ip + c * a[i][q];
        }
        for (int i = 0; i < a.length; i++) {
            double pi = a[p][i];
            a[p][i] = c * pi - s * a[q][i];
            a[q][i] = s * pi + c * a[q][i];
            double vp = v[i][p];
            v[i][p] = c * vp - s * v[i][q];
            v[i][q] = s * vp + c * v[i][q];
        }
    }

    /** Sum of squares outside of the diagonal. */
    private static double beside(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    private static double all(double[][] a) {
        double sum = 0;
        for (double[] row : a) {
            for (double each : row) {
                sum += each * each;
            }
        }
        return sum;
    }

    double value(int i) {
        return i < values.length ? values[i] : 0;
    }

    double[] vector(int i) {
        return vectors[i];
    }
}
