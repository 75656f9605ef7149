package tadpole.engine.convolution;

import java.util.Arrays;

/**
 * How strongly a kernel lets waves through: |H(fx, fy)| = |Σ k[u, v] e^(-2πi d (fx v + fy u))|, with fx and fy in cycles per pixel along a
 * row and along a column, and d the dilation. 0.5 is the finest wave that pixels can show. Turning the kernel changes only the phase.
 */
public final class FrequencyResponse {

    /** The finest wave, in cycles per pixel. */
    public static final double FINEST = 0.5;

    private final Kernel kernel;
    private final int dilation;

    /** @param kernel as it is used: after gain and normalizing */
    public FrequencyResponse(Kernel kernel, int dilation) {
        this.kernel = kernel;
        this.dilation = dilation;
    }

    public double at(double fx, double fy) {
        double re = 0;
        double im = 0;
        for (int u = 0; u < kernel.height(); u++) {
            for (int v = 0; v < kernel.width(); v++) {
                double angle = 2 * Math.PI * dilation * (fx * v + fy * u);
                re += kernel.at(u, v) * StrictMath.cos(angle);
                im -= kernel.at(u, v) * StrictMath.sin(angle);
            }
        }
        return Math.hypot(re, im);
    }

    /** Waves along a row, from 0 to 0.5 cycles per pixel, both ends included. @param count at least 2 */
    public double[] alongX(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> at(FINEST * i / (count - 1), 0));
        return values;
    }

    /** Waves along a column. @param count at least 2 */
    public double[] alongY(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> at(0, FINEST * i / (count - 1)));
        return values;
    }

    /**
     * Waves of every direction: rows are fy and columns fx, both from -0.5 to 0.5; the middle of an odd count is the picture's mean.
     *
     * @param count rows and columns, at least 2
     */
    public double[][] grid(int count) {
        double[][] grid = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                grid[i][j] = at((double) j / (count - 1) - FINEST, (double) i / (count - 1) - FINEST);
            }
        }
        return grid;
    }
}
