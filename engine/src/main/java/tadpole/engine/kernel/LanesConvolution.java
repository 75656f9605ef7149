package tadpole.engine.kernel;

/** A convolution of stride 1 with a square kernel of any size, as many images of the batch side by side as a vector has lanes. */
final class LanesConvolution implements Convolution {
    private static final float[] NO_BIAS = {};

    private final ConvolutionShape shape;
    private final Workers workers;
    private final LanesForward forward;
    private final LanesForward backward;
    private final LanesWeightGradient gradient;

    LanesConvolution(ConvolutionShape shape, Workers workers, ThreadLocal<LanesState> states) {
        this.shape = shape;
        this.workers = workers;
        forward = new LanesForward(shape, workers, states);
        backward = new LanesForward(shape.mirrored(), workers, states);
        gradient = new LanesWeightGradient(shape, workers, states);
    }

    static boolean suits(ConvolutionShape shape) {
        return DirectConvolution.suits(shape) && Math.ceilDiv(shape.batch(), Lanes.COUNT) * Lanes.COUNT <= 2 * shape.batch();
    }

    @Override
    public ConvolutionShape shape() {
        return shape;
    }

    @Override
    public int preparedSize() {
        return forward.preparedSize();
    }

    @Override
    public void prepare(float[] weights, float[] prepared) {
        int depth = shape.depth();
        forward.prepare((channel, k) -> weights[channel * depth + k], prepared);
    }

    @Override
    public void forward(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace workspace) {
        forward.run(x, prepared, bias, relu, y);
    }

    @Override
    public int preparedBackwardSize() {
        return backward.preparedSize();
    }

    @Override
    public void prepareBackward(float[] weights, float[] prepared) {
        int size = shape.kernelHeight() * shape.kernelWidth();
        int depth = shape.depth();
        backward.prepare((channel, k) -> weights[k / size * depth + channel * size + size - 1 - k % size], prepared);
    }

    @Override
    public void inputGradient(float[] dy, float[] prepared, float[] dx, Workspace workspace) {
        backward.run(dy, prepared, NO_BIAS, false, dx);
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
