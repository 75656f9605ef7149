package tadpole.engine.kernel;

import java.util.Optional;
import java.util.SplittableRandom;

/** The yardstick: loops that read like the formula. */
final class PlainKernels implements Kernels {
    private static final int ROWS = 8;

    private final Workers workers;
    private final Updates updates = new PlainUpdates();

    PlainKernels(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void multiply(Matrix a, Matrix b, Matrix c) {
        Matrix.requireProduct(a, b, c);
        workers.ranges(c.rows(), ROWS, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < c.columns(); j++) {
                    c.data()[c.index(i, j)] = dot(a, i, b, j);
                }
            }
        });
    }

    @Override
    public void addProduct(Matrix a, Matrix b, Matrix c) {
        Matrix.requireProduct(a, b, c);
        workers.ranges(c.rows(), ROWS, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < c.columns(); j++) {
                    c.data()[c.index(i, j)] += dot(a, i, b, j);
                }
            }
        });
    }

    private static float dot(Matrix a, int i, Matrix b, int j) {
        float sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            sum += a.data()[a.index(i, k)] * b.data()[b.index(k, j)];
        }
        return sum;
    }

    @Override
    public void linear(Matrix x, Matrix w, float[] bias, Matrix y) {
        multiply(x, w, y);
        addBias(y, bias);
    }

    @Override
    public RowProduct rowProduct() {
        return new PlainRowProduct(this);
    }

    @Override
    public void linearRelu(Matrix x, Matrix w, float[] bias, Matrix y) {
        linear(x, w, bias, y);
        for (int i = 0; i < y.rows(); i++) {
            for (int j = 0; j < y.columns(); j++) {
                int at = y.index(i, j);
                y.data()[at] = relu(y.data()[at]);
            }
        }
    }

    @Override
    public void addBias(Matrix x, float[] bias) {
        Matrix.requireColumns(x, bias);
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                x.data()[x.index(i, j)] += bias[j];
            }
        }
    }

    @Override
    public void addColumnSums(Matrix x, float[] sums) {
        Matrix.requireColumns(x, sums);
        for (int j = 0; j < x.columns(); j++) {
            float sum = 0;
            for (int i = 0; i < x.rows(); i++) {
                sum += x.data()[x.index(i, j)];
            }
            sums[j] += sum;
        }
    }

    @Override
    public void gatherRows(Matrix table, int[] words, Matrix y) {
        Matrix.requireRows(table, words, y);
        for (int i = 0; i < y.rows(); i++) {
            for (int j = 0; j < y.columns(); j++) {
                y.data()[y.index(i, j)] = table.data()[table.index(words[i], j)];
            }
        }
    }

    @Override
    public void scatterRows(Matrix dy, int[] words, Matrix table) {
        Matrix.requireRows(table, words, dy);
        for (int i = 0; i < dy.rows(); i++) {
            for (int j = 0; j < dy.columns(); j++) {
                table.data()[table.index(words[i], j)] += dy.data()[dy.index(i, j)];
            }
        }
    }

    @Override
    public void rowMeans(Matrix x, float[] means) {
        for (int i = 0; i < x.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < x.columns(); j++) {
                sum += x.data()[x.index(i, j)];
            }
            means[i] = (float) (sum / x.columns());
        }
    }

    @Override
    public void rowMeansBackward(float[] dmeans, Matrix dx) {
        for (int i = 0; i < dx.rows(); i++) {
            for (int j = 0; j < dx.columns(); j++) {
                dx.data()[dx.index(i, j)] = dmeans[i] / dx.columns();
            }
        }
    }

    @Override
    public void relu(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = relu(x[i]);
        }
    }

    /** Not a maximum that asks for x &gt; 0: NaN must stay NaN. */
    private static float relu(float x) {
        return x <= 0 ? 0 : x;
    }

    @Override
    public void reluBackward(float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = y[i] <= 0 ? 0 : dy[i];
        }
    }

    @Override
    public void sigmoid(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = (float) (1 / (1 + Math.exp(-x[i])));
        }
    }

    @Override
    public void sigmoidBackward(float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * y[i] * (1 - y[i]);
        }
    }

    @Override
    public void tanh(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = (float) Math.tanh(x[i]);
        }
    }

    @Override
    public void tanhBackward(float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (1 - y[i] * y[i]);
        }
    }

    @Override
    public void leakyRelu(float slope, float[] x, float[] y, int n) {
        PlainActivations.leakyRelu(slope, x, y, n);
    }

    @Override
    public void leakyReluBackward(float slope, float[] x, float[] dy, float[] dx, int n) {
        PlainActivations.leakyReluBackward(slope, x, dy, dx, n);
    }

    @Override
    public void silu(float[] x, float[] y, int n) {
        PlainActivations.silu(x, y, n);
    }

    @Override
    public void siluBackward(float[] x, float[] dy, float[] dx, int n) {
        PlainActivations.siluBackward(x, dy, dx, n);
    }

    @Override
    public void gelu(float[] x, float[] y, int n) {
        PlainActivations.gelu(x, y, n);
    }

    @Override
    public void geluBackward(float[] x, float[] dy, float[] dx, int n) {
        PlainActivations.geluBackward(x, dy, dx, n);
    }

    @Override
    public void geluTanh(float[] x, float[] y, int n) {
        PlainActivations.geluTanh(x, y, n);
    }

    @Override
    public void geluTanhBackward(float[] x, float[] dy, float[] dx, int n) {
        PlainActivations.geluTanhBackward(x, dy, dx, n);
    }

    @Override
    public void softmax(Matrix x, Matrix y) {
        Matrix.requireSameSize(x, y);
        for (int i = 0; i < x.rows(); i++) {
            float max = max(x, i);
            double sum = expSum(x, i, max);
            for (int j = 0; j < x.columns(); j++) {
                y.data()[y.index(i, j)] = (float) (Math.exp(x.data()[x.index(i, j)] - max) / sum);
            }
        }
    }

    @Override
    public void softmaxBackward(Matrix y, Matrix dy, Matrix dx) {
        Matrix.requireSameSize(y, dy);
        Matrix.requireSameSize(y, dx);
        for (int i = 0; i < y.rows(); i++) {
            float sum = 0;
            for (int j = 0; j < y.columns(); j++) {
                sum += dy.data()[dy.index(i, j)] * y.data()[y.index(i, j)];
            }
            for (int j = 0; j < y.columns(); j++) {
                dx.data()[dx.index(i, j)] = y.data()[y.index(i, j)] * (dy.data()[dy.index(i, j)] - sum);
            }
        }
    }

    @Override
    public void logSoftmax(Matrix x, Matrix y) {
        Matrix.requireSameSize(x, y);
        for (int i = 0; i < x.rows(); i++) {
            float max = max(x, i);
            double logSum = Math.log(expSum(x, i, max));
            for (int j = 0; j < x.columns(); j++) {
                y.data()[y.index(i, j)] = (float) (x.data()[x.index(i, j)] - max - logSum);
            }
        }
    }

    @Override
    public void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
        Matrix.requireSameSize(y, dy);
        Matrix.requireSameSize(y, dx);
        for (int i = 0; i < y.rows(); i++) {
            float sum = 0;
            for (int j = 0; j < y.columns(); j++) {
                sum += dy.data()[dy.index(i, j)];
            }
            for (int j = 0; j < y.columns(); j++) {
                dx.data()[dx.index(i, j)] = (float) (dy.data()[dy.index(i, j)] - Math.exp(y.data()[y.index(i, j)]) * sum);
            }
        }
    }

    private static float max(Matrix x, int row) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < x.columns(); j++) {
            max = Math.max(max, x.data()[x.index(row, j)]);
        }
        return max;
    }

    private static double expSum(Matrix x, int row, float max) {
        double sum = 0;
        for (int j = 0; j < x.columns(); j++) {
            sum += Math.exp(x.data()[x.index(row, j)] - max);
        }
        return sum;
    }

    @Override
    public void axpy(float alpha, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += alpha * x[i];
        }
    }

    @Override
    public void scale(float[] x, float[] factors, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * factors[i];
        }
    }

    @Override
    public void dropoutMask(long seed, double p, float[] mask, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        float kept = (float) (1 / (1 - p));
        for (int i = 0; i < n; i++) {
            mask[i] = random.nextDouble() < p ? 0 : kept;
        }
    }

    @Override
    public void scale(float alpha, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= alpha;
        }
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        return new PlainConvolution(shape, workers);
    }

    @Override
    public Optional<Convolution> convolution(ConvolutionShape shape, ConvolutionWay way) {
        return way == ConvolutionWay.LOOPS ? Optional.of(convolution(shape)) : Optional.empty();
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        return new PlainPooling(shape, workers);
    }

    @Override
    public BatchNorm batchNorm(ChannelShape shape, float epsilon) {
        return new PlainBatchNorm(shape, epsilon);
    }

    @Override
    public RowNorm rowNorm(float epsilon) {
        return new PlainRowNorm(epsilon);
    }

    @Override
    public void pad(BorderPadding shape, float[] x, float[] y) {
        shape.forward(workers, x, y);
    }

    @Override
    public void padBackward(BorderPadding shape, float[] dy, float[] dx) {
        shape.backward(workers, dy, dx);
    }

    @Override
    public Recurrence rnn(int hidden, Nonlinearity f) {
        return new PlainRecurrence(hidden, new PlainRnnCell(f), this);
    }

    @Override
    public Recurrence lstm(int hidden) {
        return new PlainRecurrence(hidden, new PlainLstmCell(), this);
    }

    @Override
    public Recurrence gru(int hidden) {
        return new PlainRecurrence(hidden, new PlainGruCell(), this);
    }

    @Override
    public Updates updates() {
        return updates;
    }
}
