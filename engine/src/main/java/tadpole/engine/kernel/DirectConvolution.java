package tadpole.engine.kernel;

/** A convolution of stride 1 with a square kernel of any size, straight from the padded image. */
final class DirectConvolution implements Convolution {
    private static final float[] NO_BIAS = {};

    private final ConvolutionShape shape;
    private final Workers workers;
    private final DirectForward forward;
    private final DirectForward backward;
    private final DirectWeightGradient gradient;

    DirectConvolution(ConvolutionShape shape, Workers workers, ThreadLocal<Workspace> workspaces) {
        this.shape = shape;
        this.workers = workers;
        forward = new DirectForward(shape, workers, workspaces);
        backward = new DirectForward(shape.mirrored(), workers, workspaces);
        gradient = new DirectWeightGradient(shape, workers);
    }

    static boolean suits(ConvolutionShape shape) {
        return shape.stride() == 1 && shape.groups() == 1 && shape.kernelHeight() == shape.kernelWidth()
                && shape.padding() <= shape.dilation() * (shape.kernelHeight() - 1);
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
        forward.run(x, prepared, bias, relu, y, workspace);
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
        backward.run(dy, prepared, NO_BIAS, false, dx, workspace);
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
