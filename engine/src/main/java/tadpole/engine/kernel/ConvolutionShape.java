package tadpole.engine.kernel;

/**
 * The sizes of a batched convolution. Input [batch, inChannels, height, width], weights [outChannels, inChannels / groups,
 * kernelHeight, kernelWidth], output [batch, outChannels, outHeight, outWidth]; the same stride, padding (zeros) and dilation both
 * ways.
 */
public record ConvolutionShape(int batch, int inChannels, int height, int width, int outChannels, int kernelHeight, int kernelWidth,
        int stride, int padding, int dilation, int groups) {
    public ConvolutionShape {
        if (batch < 0 || inChannels < 1 || height < 1 || width < 1 || outChannels < 1 || kernelHeight < 1 || kernelWidth < 1) {
            throw new IllegalArgumentException("A convolution needs channels, pixels and kernel sizes of at least 1, but got " + inChannels
                    + " channels of " + height + "x" + width + ", " + outChannels + " kernels of " + kernelHeight + "x" + kernelWidth + ".");
        }
        if (stride < 1 || padding < 0 || dilation < 1) {
            throw new IllegalArgumentException(
                    "A convolution needs a stride and a dilation of at least 1 and no negative padding, but got stride "
                            + stride + ", dilation " + dilation + ", padding " + padding + ".");
        }
        if (groups < 1 || inChannels % groups != 0 || outChannels % groups != 0) {
            throw new IllegalArgumentException(
                    "The groups of a convolution must divide its channels, but " + groups + " do not divide " + inChannels + " and "
                            + outChannels + ".");
        }
        if (height + 2 * padding < dilation * (kernelHeight - 1) + 1 || width + 2 * padding < dilation * (kernelWidth - 1) + 1) {
            throw new IllegalArgumentException("A kernel of " + kernelHeight + "x" + kernelWidth + " with dilation " + dilation
                    + " is larger than the padded input of " + (height + 2 * padding) + "x" + (width + 2 * padding) + ".");
        }
    }

    /** Stride 1, dilation 1, one group. */
    public static ConvolutionShape of(int batch, int inChannels, int height, int width, int outChannels, int kernel, int padding) {
        return new ConvolutionShape(batch, inChannels, height, width, outChannels, kernel, kernel, 1, padding, 1, 1);
    }

    public int outHeight() {
        return (height + 2 * padding - dilation * (kernelHeight - 1) - 1) / stride + 1;
    }

    public int outWidth() {
        return (width + 2 * padding - dilation * (kernelWidth - 1) - 1) / stride + 1;
    }

    public int inputSize() {
        return Math.multiplyExact(batch * inChannels, height * width);
    }

    public int outputSize() {
        return Math.multiplyExact(batch * outChannels, outHeight() * outWidth());
    }

    public int weightSize() {
        return outChannels * inChannels / groups * kernelHeight * kernelWidth;
    }

    /** The inputs that one output is a sum of. */
    int depth() {
        return inChannels / groups * kernelHeight * kernelWidth;
    }

    /** The convolution of the output's gradient that gives the input's: with stride 1, one group and mirrored weights. */
    ConvolutionShape mirrored() {
        return new ConvolutionShape(batch, outChannels, outHeight(), outWidth(), inChannels, kernelHeight, kernelWidth, 1,
                dilation * (kernelHeight - 1) - padding, dilation, 1);
    }
}
