package tadpole.engine.kernel;

/** Batch normalization of one shape (Ioffe and Szegedy, 2015): y = gamma (x - mean) / sqrt(variance + epsilon) + beta, by channel. */
public interface BatchNorm {
    /** What a channel is normalized by; one number a channel each. The variance is that of the batch itself (divided by the count). */
    record Channels(float[] mean, float[] variance, float[] gamma, float[] beta) {}

    /** What comes after normalization: {@code beside} is added, where it is not empty; then all is cut at zero when {@code relu}. */
    record After(float[] beside, boolean relu) {
        public static final After NOTHING = new After(new float[0], false);
        public static final After RELU = new After(new float[0], true);
    }

    /** Writes mean and variance of every channel of x. */
    void measure(float[] x, Channels channels);

    void forward(float[] x, Channels channels, After after, float[] y);

    /** As measure and then forward, with less to read. */
    void measureAndForward(float[] x, Channels channels, After after, float[] y);

    /**
     * dx, when mean and variance were measured on x itself; dgamma and dbeta are added to. dx may be dy.
     *
     * @param relu whether dy is the gradient after {@link After#RELU}, to be cut first
     */
    void backward(float[] x, Channels channels, float[] dy, boolean relu, float[] dx, float[] dgamma, float[] dbeta);

    /** As backward, when mean and variance are constants. */
    void backwardOfConstants(float[] x, Channels channels, float[] dy, boolean relu, float[] dx, float[] dgamma, float[] dbeta);
}
