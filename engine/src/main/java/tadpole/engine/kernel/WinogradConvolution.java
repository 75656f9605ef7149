package tadpole.engine.kernel;

/** A 3x3 convolution of stride 1 by Winograd's F(4x4, 3x3); its error is about 1e-5 of the size of the numbers. */
final class WinogradConvolution implements Convolution {
    private final ConvolutionShape shape;
    private final WinogradEngine engine;
    private final WinogradForward forward;
    private final WinogradForward backward;
    private final WinogradWeightGradient gradient;

    WinogradConvolution(ConvolutionShape shape, WinogradEngine engine) {
        this.shape = shape;
        this.engine = engine;
        forward = new WinogradForward(shape, engine);
        backward = new WinogradForward(shape.mirrored(), engine);
        gradient = new WinogradWeightGradient(shape, engine);
    }

    /** Whether it can compute this convolution, and is faster than the others. */
    static boolean suits(ConvolutionShape shape) {
        return computes(shape) && shape.inChannels() >= 16 && shape.outChannels() >= 16;
    }

    static boolean computes(ConvolutionShape shape) {
        return shape.kernelHeight() == 3 && shape.kernelWidth() == 3 && shape.stride() == 1 && shape.dilation() == 1 && shape.groups() == 1
                && shape.padding() <= 2;
    }

    @Override
    public ConvolutionShape shape() {
        return shape;
    }

    @Override
    public int preparedSize() {
        return WinogradWeights.size(shape.inChannels(), shape.outChannels());
    }

    @Override
    public void prepare(float[] weights, float[] prepared) {
        engine.weights().transform(weights, shape.inChannels(), shape.outChannels(), prepared);
    }

    @Override
    public void forward(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace workspace) {
        forward.run(x, prepared, bias, relu, y, workspace);
    }

    @Override
    public int preparedBackwardSize() {
        return WinogradWeights.size(shape.outChannels(), shape.inChannels());
    }

    @Override
    public void prepareBackward(float[] weights, float[] prepared) {
        engine.weights().transformMirrored(weights, shape.outChannels(), shape.inChannels(), prepared);
    }

    @Override
    public void inputGradient(float[] dy, float[] prepared, float[] dx, Workspace workspace) {
        backward.run(dy, prepared, new float[0], false, dx, workspace);
    }

    @Override
    public void addWeightGradient(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        gradient.add(x, dy, dweights, workspace);
    }

    @Override
    public void addBiasGradient(float[] dy, float[] dbias) {
        ChannelSums.add(shape, engine.workers(), dy, dbias);
    }
}
