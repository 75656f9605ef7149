package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * A convolution with any stride, dilation, padding and groups as products: the inputs of all outputs of an image are copied to a
 * matrix [inputs of an output][outputs] first.
 */
final class RowsConvolution implements Convolution {
    /** Outputs whose weight gradients are summed by one product. */
    private static final int OUTPUTS = 2048;

    private final ConvolutionShape shape;
    private final Workers workers;
    private final ImageRows rows;
    private final VectorProduct alone;
    private final VectorProduct together;
    private final ThreadLocal<Workspace> workspaces;
    private final int pixels;
    private final int inOfGroup;
    private final int outOfGroup;

    RowsConvolution(ConvolutionShape shape, Workers workers, VectorProduct alone, VectorProduct together, ThreadLocal<Workspace> workspaces) {
        this.shape = shape;
        this.workers = workers;
        this.alone = alone;
        this.together = together;
        this.workspaces = workspaces;
        rows = new ImageRows(shape);
        pixels = shape.outHeight() * shape.outWidth();
        inOfGroup = shape.inChannels() / shape.groups();
        outOfGroup = shape.outChannels() / shape.groups();
        if ((long) shape.depth() * pixels > Integer.MAX_VALUE - Scratch.START) {
            throw new IllegalArgumentException("A convolution of this kind copies its input once for each number of the kernel, but " + shape.depth()
                    + " x " + pixels + " numbers are more than an array holds. Take a smaller kernel or smaller pictures.");
        }
    }

    @Override
    public ConvolutionShape shape() {
        return shape;
    }

    @Override
    public int preparedSize() {
        return shape.weightSize();
    }

    @Override
    public void prepare(float[] weights, float[] prepared) {
        System.arraycopy(weights, 0, prepared, 0, shape.weightSize());
    }

    @Override
    public int preparedBackwardSize() {
        return shape.weightSize();
    }

    @Override
    public void prepareBackward(float[] weights, float[] prepared) {
        prepare(weights, prepared);
    }

    private Matrix weights(float[] prepared, int group) {
        return Matrix.of(prepared, group * outOfGroup * shape.depth(), outOfGroup, shape.depth());
    }

    private Matrix outputs(float[] y, int image, int group) {
        return Matrix.of(y, (image * shape.outChannels() + group * outOfGroup) * pixels, outOfGroup, pixels);
    }

    private void eachImage(EachImage task) {
        workers.run(shape.batch(), image -> task.accept(image, shape.batch() == 1 ? together : alone, workspaces.get()));
    }

    private interface EachImage {
        void accept(int image, VectorProduct product, Workspace workspace);
    }

    @Override
    public void forward(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace shared) {
        eachImage((image, product, workspace) -> {
            float[] matrix = workspace.floats(0, shape.depth() * pixels);
            for (int group = 0; group < shape.groups(); group++) {
                rows.read(x, image, group * inOfGroup, inOfGroup, matrix, Scratch.START, pixels);
                Matrix inputs = Matrix.of(matrix, Scratch.START, shape.depth(), pixels);
                product.run(weights(prepared, group), inputs, outputs(y, image, group), ProductStart.ZERO);
            }
            for (int channel = 0; channel < shape.outChannels(); channel++) {
                int at = (image * shape.outChannels() + channel) * pixels;
                Lanes.addAndBound(y, at, bias.length == 0 ? 0 : bias[channel], relu, y, at, pixels);
            }
        });
    }

    @Override
    public void inputGradient(float[] dy, float[] prepared, float[] dx, Workspace shared) {
        int size = shape.inChannels() * shape.height() * shape.width();
        eachImage((image, product, workspace) -> {
            Arrays.fill(dx, image * size, (image + 1) * size, 0);
            float[] matrix = workspace.floats(0, shape.depth() * pixels);
            for (int group = 0; group < shape.groups(); group++) {
                Matrix inputs = Matrix.of(matrix, Scratch.START, shape.depth(), pixels);
                product.run(weights(prepared, group).transpose(), outputs(dy, image, group), inputs, ProductStart.ZERO);
                rows.addBack(matrix, Scratch.START, image, group * inOfGroup, inOfGroup, dx);
            }
        });
    }

    @Override
    public void addWeightGradient(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        int images = Math.max(1, Math.min(shape.batch(), OUTPUTS / pixels));
        int width = images * pixels;
        float[] matrix = workspace.floats(0, shape.depth() * width);
        float[] gradients = workspace.floats(1, outOfGroup * width);
        for (int first = 0; first < shape.batch(); first += images) {
            for (int g = 0; g < shape.groups(); g++) {
                int group = g;
                int image = first;
                int count = Math.min(images, shape.batch() - first);
                workers.run(count, n -> {
                    rows.read(x, image + n, group * inOfGroup, inOfGroup, matrix, Scratch.START + n * pixels, width);
                    int from = ((image + n) * shape.outChannels() + group * outOfGroup) * pixels;
                    Packing.copy(dy, from, pixels, outOfGroup, pixels, gradients, Scratch.START + n * pixels, width);
                });
                Matrix inputs = new Matrix(matrix, Scratch.START, shape.depth(), count * pixels, width, false);
                Matrix outputs = new Matrix(gradients, Scratch.START, outOfGroup, count * pixels, width, false);
                together.run(outputs, inputs.transpose(), weights(dweights, group), ProductStart.ADD);
            }
        }
    }

    @Override
    public void addBiasGradient(float[] dy, float[] dbias) {
        ChannelSums.add(shape, workers, dy, dbias);
    }
}
