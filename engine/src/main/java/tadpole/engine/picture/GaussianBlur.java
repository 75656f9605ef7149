package tadpole.engine.picture;

import tadpole.engine.tensor.Device;

/** Blurs planes with a Gaussian window whose weights sum to 1; beyond its edge a plane goes on with its outermost values. */
public final class GaussianBlur {

    private final float[] weights;
    private final int reach;

    private GaussianBlur(float[] weights) {
        this.weights = weights;
        this.reach = weights.length / 2;
    }

    /**
     * @param size  pixels of the window's side, odd
     * @param sigma in pixels
     */
    public static GaussianBlur of(int size, double sigma) {
        if (size < 1 || size % 2 == 0 || !(sigma > 0)) {
            throw new IllegalArgumentException("A Gaussian window has an odd side and a sigma above 0, but here are %d pixels and %s.".formatted(size, sigma));
        }
        double[] exact = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double far = (i - size / 2) / sigma;
            exact[i] = StrictMath.exp(-0.5 * far * far);
            sum += exact[i];
        }
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = (float) (exact[i] / sum);
        }
        return new GaussianBlur(weights);
    }

    /** A window of three sigmas to each side. */
    public static GaussianBlur of(double sigma) {
        return of(2 * (int) Math.ceil(3 * sigma) + 1, sigma);
    }

    /** How far the window reaches beyond its center. */
    public int reach() {
        return reach;
    }

    /** A blurred copy of height · width values. */
    public float[] of(float[] plane, int height, int width) {
        float[] down = new float[height * width];
        float[] out = new float[height * width];
        down(plane, down, height, width, 0, height);
        along(down, out, width, 0, height);
        return out;
    }

    /** The same on the device's threads, to the same bits. */
    public float[] of(float[] plane, int height, int width, Device device) {
        float[] down = new float[height * width];
        float[] out = new float[height * width];
        int rows = 32;
        device.run(Math.ceilDiv(height, rows), n -> {
            int to = Math.min(height, (n + 1) * rows);
            down(plane, down, height, width, n * rows, to);
            along(down, out, width, n * rows, to);
        });
        return out;
    }

    private void down(float[] from, float[] to, int height, int width, int first, int last) {
        for (int y = first; y < last; y++) {
            int start = y * width;
            for (int k = -reach; k <= reach; k++) {
                int row = Math.clamp(y + k, 0, height - 1) * width;
                float weight = weights[k + reach];
                for (int x = 0; x < width; x++) {
                    to[start + x] += weight * from[row + x];
                }
            }
        }
    }

    private void along(float[] from, float[] to, int width, int first, int last) {
        float[] wide = new float[width + 2 * reach];
        for (int y = first; y < last; y++) {
            int start = y * width;
            for (int x = 0; x < wide.length; x++) {
                wide[x] = from[start + Math.clamp(x - reach, 0, width - 1)];
            }
            for (int k = 0; k < weights.length; k++) {
                float weight = weights[k];
                for (int x = 0; x < width; x++) {
                    to[start + x] += weight * wide[x + k];
                }
            }
        }
    }
}
