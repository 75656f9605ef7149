package tadpole.engine.kernel;

import java.util.Optional;

/**
 * The arithmetic of the engine: a plain and a vector twin.
 *
 * <p>Every method's result is the same to the last bit for any number of workers. NaN passes through every kernel;
 * a 3x3 convolution of 16 or more channels (Winograd) spreads it, and what infinity becomes, over whole tiles of its output. Outputs may
 * be dirty before the call. Elementwise kernels work in place too (the output may be the input); a product's output must not
 * overlap its inputs. {@code n} is the count of leading elements that are read and written.
 */
public interface Kernels {
    /** Plain Java loops that read like the formula. */
    static Kernels plain(Workers workers) {
        return new PlainKernels(workers);
    }

    /** The Vector API; needs the module jdk.incubator.vector. */
    static Kernels vector(Workers workers) {
        return new VectorKernels(workers);
    }

    /** The vector twin where the module jdk.incubator.vector is there, else the plain twin. */
    static Kernels best(Workers workers) {
        // The name of a vector class must not be touched without the module: not even loading would go well.
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return module ? vector(workers) : plain(workers);
    }

    /** c = a b. */
    void multiply(Matrix a, Matrix b, Matrix c);

    /** c += a b. */
    void addProduct(Matrix a, Matrix b, Matrix c);

    /** y = x w + bias, the bias added to every row. Shapes: x [m,k], w [k,n], bias [n], y [m,n]. */
    void linear(Matrix x, Matrix w, float[] bias, Matrix y);

    /** For a single row at a time, see there. */
    RowProduct rowProduct();

    /** y = max(0, x w + bias). Shapes: x [m,k], w [k,n], bias [n], y [m,n]. */
    void linearRelu(Matrix x, Matrix w, float[] bias, Matrix y);

    /** Adds the bias to every row of x. */
    void addBias(Matrix x, float[] bias);

    /** sums[j] += the sum of column j over all rows. */
    void addColumnSums(Matrix x, float[] sums);

    /** Row i of y = row words[i] of the table. Shapes: table [words,n], y [m,n]; the first m of words are read. */
    void gatherRows(Matrix table, int[] words, Matrix y);

    /** Adds row i of dy to row words[i] of the table, row after row. Shapes: dy [m,n], table [words,n]; the first m of words are read. */
    void scatterRows(Matrix dy, int[] words, Matrix table);

    /** means[i] = the mean of row i. */
    void rowMeans(Matrix x, float[] means);

    /** dx[i,j] = dmeans[i] / columns. */
    void rowMeansBackward(float[] dmeans, Matrix dx);

    /** y = max(0, x). */
    void relu(float[] x, float[] y, int n);

    /** dx = dy where y &gt; 0, else 0 (and dy where y is NaN). */
    void reluBackward(float[] y, float[] dy, float[] dx, int n);

    /** y = 1 / (1 + exp(-x)). */
    void sigmoid(float[] x, float[] y, int n);

    /** dx = dy y (1 - y). */
    void sigmoidBackward(float[] y, float[] dy, float[] dx, int n);

    void tanh(float[] x, float[] y, int n);

    /** dx = dy (1 - y y). */
    void tanhBackward(float[] y, float[] dy, float[] dx, int n);

    /** y = x where x &gt; 0, else slope x. */
    void leakyRelu(float slope, float[] x, float[] y, int n);

    /** dx = dy where x &gt; 0, else slope dy. */
    void leakyReluBackward(float slope, float[] x, float[] dy, float[] dx, int n);

    /** y = x / (1 + exp(-x)). */
    void silu(float[] x, float[] y, int n);

    /** dx = dy (s + x s (1 - s)) with s = 1 / (1 + exp(-x)). */
    void siluBackward(float[] x, float[] dy, float[] dx, int n);

    /** y = x P(X &lt;= x) of a standard normal X; P within 7.5e-8 and rounding. */
    void gelu(float[] x, float[] y, int n);

    /** dx = dy (P(X &lt;= x) + x exp(-x^2 / 2) / sqrt(2 pi)). */
    void geluBackward(float[] x, float[] dy, float[] dx, int n);

    /** y = x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2. */
    void geluTanh(float[] x, float[] y, int n);

    /** dx = dy (s + x s (1 - s) 2 sqrt(2 / pi) (1 + 0.134145 x^2)) with s = y / x. */
    void geluTanhBackward(float[] x, float[] dy, float[] dx, int n);

    /** y = exp(x - max) / sum(exp(x - max)) in every row. */
    void softmax(Matrix x, Matrix y);

    /** dx = y (dy - sum(dy y)) in every row. */
    void softmaxBackward(Matrix y, Matrix dy, Matrix dx);

    /** y = x - max - log(sum(exp(x - max))) in every row. */
    void logSoftmax(Matrix x, Matrix y);

    /** dx = dy - exp(y) sum(dy) in every row. */
    void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx);

    /** y += alpha x. */
    void axpy(float alpha, float[] x, float[] y, int n);

    /** y = x factors. */
    void scale(float[] x, float[] factors, float[] y, int n);

    /** mask[i] = 0 where the i-th number of {@link java.util.SplittableRandom} with this seed is below p, else 1 / (1 - p). */
    void dropoutMask(long seed, double p, float[] mask, int n);

    /** x *= alpha. */
    void scale(float alpha, float[] x, int n);

    /** A convolution of this shape, by the way that is fastest for it. */
    Convolution convolution(ConvolutionShape shape);

    /** A convolution of this shape by the way that is asked for, for who compares them; empty where it cannot be done in that way. */
    Optional<Convolution> convolution(ConvolutionShape shape, ConvolutionWay way);

    Pooling pooling(PoolingShape shape);

    /** @param epsilon what is added to the variance before its root is taken */
    BatchNorm batchNorm(ChannelShape shape, float epsilon);

    /** @param epsilon what is added to the variance before its root is taken */
    RowNorm rowNorm(float epsilon);

    /** y = x with pixels around its planes. */
    void pad(BorderPadding shape, float[] x, float[] y);

    /** dx = the sums of dy over all that x's pixels became. */
    void padBackward(BorderPadding shape, float[] dy, float[] dx);

    /** The way of h = f(sums) through time (Elman, 1990): one gate, which is h. */
    Recurrence rnn(int hidden, Nonlinearity f);

    /** An LSTM's way through time (Hochreiter and Schmidhuber, 1997, with a forget gate): the gates are i, f, g, o. */
    Recurrence lstm(int hidden);

    /** A GRU's way through time (Cho et al., 2014, as in PyTorch): the gates are r, z, n. */
    Recurrence gru(int hidden);

    Updates updates();
}
