package tadpole.engine.convolution;

/**
 * What the windows of a picture, as rows of a matrix, can tell about the kernel that slid over them.
 *
 * @param rank     how many of its numbers can be told: being wrong by {@value #WRONG} in one of them costs more than the loss that is enough
 * @param unknowns how many numbers one filter has, the bias among them where it is searched
 * @param largest  eigenvalue of the mean of window times window, pixels in units of their root mean square: 0 for a black picture
 */
public record Windows(int rank, int unknowns, double largest) {

    static final double WRONG = 0.01;
    private static final double NOTHING = 1e-10;
    private static final int ROUNDS = 60;

    public boolean tellTheKernel() {
        return rank == unknowns;
    }

    /** The rate at which plain descent on the mean squared error of one output channel goes straight down the steepest way: 1 / (2 largest). */
    public double rate() {
        return largest == 0 ? 1 : 1 / (2 * largest);
    }

    /**
     * @param gram   the mean of window times window, [unknowns, unknowns]; it is used up
     * @param enough the loss that is enough, in the same units
     */
    static Windows of(double[][] gram, double enough) {
        double largest = largest(gram);
        return new Windows(rank(gram, Math.max(NOTHING * largest, enough / (WRONG * WRONG))), gram.length, largest);
    }

    /** By the power method: from a start with something of all, the largest takes over. */
    private static double largest(double[][] gram) {
        int n = gram.length;
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = 1 + 0.1 * Math.sin(i + 1);
        }
        double length = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] w = new double[n];
            double square = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    w[i] += gram[i][j] * v[j];
                }
                square += w[i] * w[i];
            }
            length = Math.sqrt(square);
            if (length == 0) {
                return 0;
            }
            for (int i = 0; i < n; i++) {
                v[i] = w[i] / length;
            }
        }
        return length;
    }

    /** By Cholesky's way with the largest pivot first: what a number adds that those before it do not say. */
    private static int rank(double[][] a, double least) {
        int n = a.length;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (a[order[i]][order[i]] > a[order[pivot]][order[pivot]]) {
                    pivot = i;
                }
            }
            int p = order[pivot];
            order[pivot] = order[k];
            order[k] = p;
            if (a[p][p] <= least) {
                return k;
            }
            for (int i = k + 1; i < n; i++) {
                int row = order[i];
                double factor = a[row][p] / a[p][p];
                for (int j = k + 1; j < n; j++) {
                    a[row][order[j]] -= factor * a[p][order[j]];
                }
            }
        }
        return n;
    }
}
