package tadpole.engine.picture.pull;

import java.util.Optional;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Total variation of the pixels: sum over channels, y &lt; H - 1, x &lt; W - 1 of m[y,x] ((p[y,x+1] - p[y,x])^2 + (p[y+1,x] - p[y,x])^2) / 2, in
 * squared gray levels; m = 1 without a mask. Half the squares, so that the gradient is made of the plain differences, as those who use a weight
 * of 1e-3 mean it.
 */
public final class SmoothPull implements Pull {

    private final PullName name = new PullName(PullName.Kind.SMOOTH, PullName.PIXELS);
    private final Optional<Mask> mask;
    private final Device device;
    private double[] parts = new double[0];

    public SmoothPull(Optional<Mask> mask, Device device) {
        this.mask = mask;
        this.device = device;
    }

    @Override
    public PullName name() {
        return name;
    }

    @Override
    public double pull(Tensor pixels, Tensor gradient) {
        Weighted.requireFit(mask, pixels);
        Weighted.requireAlike(pixels, gradient);
        int rows = pixels.shape().at(0) * pixels.shape().at(1);
        if (parts.length != rows) {
            parts = new double[rows];
        }
        device.run(rows, row -> parts[row] = pull(pixels, gradient.data(), row));
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum / 2;
    }

    /** Writes one row of the gradient: each number is the sum of the terms it stands in. @return the squares that begin in this row */
    private double pull(Tensor pixels, float[] gradient, int row) {
        int height = pixels.shape().at(1);
        int width = pixels.shape().at(2);
        int y = row % height;
        int from = row * width;
        float[] p = pixels.data();
        boolean begins = y < height - 1;
        double sum = 0;
        for (int x = 0; x < width; x++) {
            int i = from + x;
            float slope = 0;
            if (begins && x < width - 1) {
                float right = p[i + 1] - p[i];
                float below = p[i + width] - p[i];
                float weight = weight(y, x);
                sum += weight * ((double) right * right + (double) below * below);
                slope -= weight * (right + below);
            }
            if (begins && x > 0) {
                slope += weight(y, x - 1) * (p[i] - p[i - 1]);
            }
            if (y > 0 && x < width - 1) {
                slope += weight(y - 1, x) * (p[i] - p[i - width]);
            }
            gradient[i] = slope;
        }
        return sum;
    }

    private float weight(int y, int x) {
        return mask.isPresent() ? mask.get().at(y, x) : 1;
    }
}
