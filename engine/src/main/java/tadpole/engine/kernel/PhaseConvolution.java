package tadpole.engine.kernel;

/**
 * A convolution of stride 2 with a square kernel, for batches of small images: with even and odd rows and columns apart it is one of
 * stride 1. An image is a task, a part of the batch one of the weight gradient.
 */
final class PhaseConvolution implements Convolution {
    /** Below this the images are too few to be shared out. */
    private static final int FEWEST_IMAGES = 8;
    /** Numbers of an image and its output beyond which they would not stay in the cache. */
    private static final int LARGEST = 192 * 1024;

    private final ConvolutionShape shape;
    private final Workers workers;
    private final ThreadLocal<Workspace> workspaces;
    private final PhaseImages images;
    private final int[] taps;
    private final TapRows forward;
    private final PhaseInputGradient backward;
    private final PhaseWeightGradient gradient;
    private final int columns;

    PhaseConvolution(ConvolutionShape shape, Workers workers, ThreadLocal<Workspace> workspaces) {
        this.shape = shape;
        this.workers = workers;
        this.workspaces = workspaces;
        images = new PhaseImages(shape, 1);
        taps = images.taps();
        forward = new TapRows(shape.outChannels(), taps);
        backward = new PhaseInputGradient(shape, workers, workspaces);
        gradient = new PhaseWeightGradient(shape, workers, workspaces);
        columns = TapRows.columns((shape.outHeight() - 1) * images.width() + shape.outWidth());
    }

    static boolean suits(ConvolutionShape shape) {
        return shape.stride() == 2 && shape.dilation() == 1 && shape.groups() == 1 && shape.kernelHeight() == shape.kernelWidth()
                && shape.kernelHeight() > 1 && shape.batch() >= FEWEST_IMAGES && (shape.inputSize() + shape.outputSize()) / shape.batch() <= LARGEST;
    }

    @Override
    public ConvolutionShape shape() {
        return shape;
    }

    @Override
    public int preparedSize() {
        return forward.weightSize();
    }

    @Override
    public void prepare(float[] weights, float[] prepared) {
        forward.prepare((channel, k) -> weights[channel * taps.length + k], prepared, 0);
    }

    @Override
    public void forward(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace workspace) {
        workers.run(shape.batch(), image -> {
            Workspace own = workspaces.get();
            float[] phases = own.floats(0, images.size());
            float[] flat = own.floats(1, forward.rows() * columns);
            images.fill(x, image, 1, phases);
            forward.multiply(prepared, 0, phases, Scratch.START, flat, Scratch.START, columns);
            for (int channel = 0; channel < shape.outChannels(); channel++) {
                float before = bias.length == 0 ? 0 : bias[channel];
                int plane = (image * shape.outChannels() + channel) * shape.outHeight() * shape.outWidth();
                int from = Scratch.START + channel * columns;
                for (int row = 0; row < shape.outHeight(); row++) {
                    Lanes.addAndBound(flat, from + row * images.width(), before, relu, y, plane + row * shape.outWidth(), shape.outWidth());
                }
            }
        });
    }

    @Override
    public int preparedBackwardSize() {
        return backward.preparedSize();
    }

    @Override
    public void prepareBackward(float[] weights, float[] prepared) {
        backward.prepare(weights, prepared);
    }

    @Override
    public void inputGradient(float[] dy, float[] prepared, float[] dx, Workspace workspace) {
        backward.run(dy, prepared, dx);
    }

    @Override
    public void addWeightGradient(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        gradient.add(x, dy, dweights, workspace);
    }

    @Override
    public void addBiasGradient(float[] dy, float[] dbias) {
        ChannelSums.add(shape, workers, dy, dbias);
    }
}
