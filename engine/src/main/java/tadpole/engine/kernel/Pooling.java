package tadpole.engine.kernel;

/** Pooling of one shape, forward and back. */
public interface Pooling {
    /** y = the largest number of each window; largest = its place in x, the first of equal ones. NaN is the largest. */
    void max(float[] x, float[] y, int[] largest);

    /** dx[largest] = the sum of dy; zero elsewhere. */
    void maxBackward(float[] dy, int[] largest, float[] dx);

    /** y = the mean of each window, padding counted as zeros. */
    void average(float[] x, float[] y);

    void averageBackward(float[] dy, float[] dx);
}
