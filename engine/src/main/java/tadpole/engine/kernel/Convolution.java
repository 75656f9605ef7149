package tadpole.engine.kernel;

/**
 * A convolution of one shape, forward and both ways back. Weights are prepared once and used as long as they stay the same. An
 * object may be used by several threads at once, each with its own {@link Workspace}.
 */
public interface Convolution {
    ConvolutionShape shape();

    /** How many numbers {@link #prepare} writes. */
    int preparedSize();

    /** Brings the weights into the form that {@link #forward} reads. */
    void prepare(float[] weights, float[] prepared);

    /** y = x convolved with the weights + bias; cut at zero when {@code relu}. An empty bias is none. */
    void forward(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace workspace);

    /** How many numbers {@link #prepareBackward} writes. */
    int preparedBackwardSize();

    /** Brings the weights into the form that {@link #inputGradient} reads. */
    void prepareBackward(float[] weights, float[] prepared);

    /** dx = the gradient with respect to x of what has the gradient dy with respect to y. */
    void inputGradient(float[] dy, float[] prepared, float[] dx, Workspace workspace);

    /** dweights += the gradient with respect to the weights. */
    void addWeightGradient(float[] x, float[] dy, float[] dweights, Workspace workspace);

    /** dbias[channel] += the sum of dy over batch and pixels. */
    void addBiasGradient(float[] dy, float[] dbias);
}
