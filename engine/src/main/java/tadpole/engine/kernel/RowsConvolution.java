package tadpole.engine.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * A convolution with any stride, dilation, padding and groups as products: the inputs of all outputs of an image are copied to a
 * matrix [inputs of an output][outputs] first.
 */
final class RowsConvolution implements Convolution {
    /** Up to this depth a product sums in one go, as the direct way does: to the same bits. */
    private static final int ONE_SUM = 384;
    /** Numbers of the matrix beyond which a single image goes strip by strip, each in the cache. */
    private static final int LARGE = 512 * 1024;
    private static final int STRIP = 96 * 1024;
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
    private final Optional<DirectForward> direct;

    /** @param straight whether a single image at stride 1 goes forward straight from the padded image, to the same bits */
    RowsConvolution(ConvolutionShape shape, Workers workers, VectorProduct alone, VectorProduct together, ThreadLocal<Workspace> workspaces,
            boolean straight) {
        this.shape = shape;
        this.workers = workers;
        this.alone = alone;
        this.together = together;
        this.workspaces = workspaces;
        rows = new ImageRows(shape);
        pixels = shape.outHeight() * shape.outWidth();
        inOfGroup = shape.inChannels() / shape.groups();
        outOfGroup = shape.outChannels() / shape.groups();
        direct = straight && shape.batch() == 1 && shape.stride() == 1 && shape.depth() <= ONE_SUM
                ? Optional.of(new DirectForward(shape, workers, workspaces)) : Optional.empty();
        if (!inStrips() && (long) shape.depth() * pixels > Integer.MAX_VALUE - Scratch.START) {
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
        return direct.map(DirectForward::preparedSize).orElse(shape.weightSize());
    }

    @Override
    public void prepare(float[] weights, float[] prepared) {
        direct.ifPresentOrElse(way -> way.prepare((channel, k) -> weights[channel * shape.depth() + k], prepared), () -> prepareBackward(weights, prepared));
    }

    @Override
    public int preparedBackwardSize() {
        return shape.weightSize();
    }

    @Override
    public void prepareBackward(float[] weights, float[] prepared) {
        System.arraycopy(weights, 0, prepared, 0, shape.weightSize());
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
        if (direct.isPresent()) {
            direct.get().run(x, prepared, bias, relu, y, shared);
            return;
        }
        if (inStrips()) {
            forwardInStrips(x, prepared, bias, relu, y);
            return;
        }
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

    private boolean inStrips() {
        return shape.batch() == 1 && shape.depth() <= ONE_SUM && (long) shape.depth() * pixels > LARGE;
    }

    private void forwardInStrips(float[] x, float[] prepared, float[] bias, boolean relu, float[] y) {
        int height = Math.max(1, STRIP / (shape.depth() * shape.outWidth()));
        int strips = Math.ceilDiv(shape.outHeight(), height);
        workers.run(shape.groups() * strips, n -> {
            int group = n / strips;
            int first = n % strips * height;
            int count = Math.min(height, shape.outHeight() - first);
            int size = count * shape.outWidth();
            float[] matrix = workspaces.get().floats(0, shape.depth() * size);
            rows.read(x, group * inOfGroup, inOfGroup, first, count, matrix, Scratch.START);
            int at = group * outOfGroup * pixels + first * shape.outWidth();
            alone.run(weights(prepared, group), Matrix.of(matrix, Scratch.START, shape.depth(), size),
                    new Matrix(y, at, outOfGroup, size, pixels, false), ProductStart.ZERO);
            for (int channel = 0; channel < outOfGroup; channel++) {
                int to = at + channel * pixels;
                Lanes.addAndBound(y, to, bias.length == 0 ? 0 : bias[group * outOfGroup + channel], relu, y, to, size);
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
