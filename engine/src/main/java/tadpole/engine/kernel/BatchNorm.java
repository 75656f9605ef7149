package tadpole.engine.kernel;

/** Batch normalization of one shape (Ioffe and Szegedy, 2015): y = gamma (x - mean) / sqrt(variance + epsilon) + beta, by channel. */
public interface BatchNorm {
    /** What a channel is normalized by; one number a channel each. The variance is that of the batch itself (divided by the count). */
    record Channels(float[] mean, float[] variance, float[] gamma, float[] beta) {}

    /** Writes mean and variance of every channel of x. */
    void measure(float[] x, Channels channels);

    void forward(float[] x, Channels channels, float[] y);

    /** dx, when mean and variance were measured on x itself; dgamma and dbeta are added to. dx may be dy. */
    void backward(float[] x, Channels channels, float[] dy, float[] dx, float[] dgamma, float[] dbeta);
}
