package tadpole.engine.kernel;

/** The sizes of a pooling: input [batch, channels, height, width], square windows, the same stride and padding both ways. */
public record PoolingShape(int batch, int channels, int height, int width, int window, int stride, int padding) {
    public PoolingShape {
        if (window < 1 || stride < 1 || padding < 0 || 2 * padding > window) {
            throw new IllegalArgumentException(
                    "A pooling needs a window and a stride of at least 1 and a padding of at most half the window, but got window "
                            + window + ", stride " + stride + ", padding " + padding + ".");
        }
        if (batch < 0 || channels < 1 || height + 2 * padding < window || width + 2 * padding < window) {
            throw new IllegalArgumentException("A window of " + window + " is larger than the padded input of " + (height + 2 * padding) + "x"
                    + (width + 2 * padding) + ", or there are no channels.");
        }
    }

    public int outHeight() {
        return (height + 2 * padding - window) / stride + 1;
    }

    public int outWidth() {
        return (width + 2 * padding - window) / stride + 1;
    }

    public int inputSize() {
        return Math.multiplyExact(batch * channels, height * width);
    }

    public int outputSize() {
        return Math.multiplyExact(batch * channels, outHeight() * outWidth());
    }
}
