package tadpole.engine.kernel;

/** Stand-in until the kernels arrive. */
final class PlainKernels implements Kernels {

    private static float at(Matrix m, int i, int j) {
        return m.transposed() ? m.data()[m.offset() + j * m.stride() + i] : m.data()[m.offset() + i * m.stride() + j];
    }

    @Override
    public void multiply(Matrix a, Matrix b, Matrix c) {
        for (int i = 0; i < c.rows(); i++) {
            java.util.Arrays.fill(c.data(), c.offset() + i * c.stride(), c.offset() + i * c.stride() + c.columns(), 0);
        }
        addProduct(a, b, c);
    }

    @Override
    public void addProduct(Matrix a, Matrix b, Matrix c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                float sum = 0;
                for (int k = 0; k < a.columns(); k++) {
                    sum += at(a, i, k) * at(b, k, j);
                }
                c.data()[c.offset() + i * c.stride() + j] += sum;
            }
        }
    }

    @Override
    public void addBias(Matrix x, float[] bias) {
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                x.data()[i * x.stride() + j] += bias[j];
            }
        }
    }

    @Override
    public void addColumnSums(Matrix x, float[] sums) {
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                sums[j] += x.data()[i * x.stride() + j];
            }
        }
    }

    @Override
    public void relu(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(0, x[i]);
        }
    }

    @Override
    public void reluBackward(float[] y, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0;
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
    public void softmax(Matrix x, Matrix y) {
        logSoftmax(x, y);
        for (int i = 0; i < y.rows() * y.columns(); i++) {
            y.data()[i] = (float) Math.exp(y.data()[i]);
        }
    }

    @Override
    public void softmaxBackward(Matrix y, Matrix dy, Matrix dx) {
        for (int i = 0; i < y.rows(); i++) {
            double dot = 0;
            for (int j = 0; j < y.columns(); j++) {
                dot += at(y, i, j) * at(dy, i, j);
            }
            for (int j = 0; j < y.columns(); j++) {
                dx.data()[i * dx.stride() + j] = (float) (at(y, i, j) * (at(dy, i, j) - dot));
            }
        }
    }

    @Override
    public void logSoftmax(Matrix x, Matrix y) {
        for (int i = 0; i < y.rows(); i++) {
            float max = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < y.columns(); j++) {
                max = Math.max(max, at(x, i, j));
            }
            double sum = 0;
            for (int j = 0; j < y.columns(); j++) {
                sum += Math.exp(at(x, i, j) - max);
            }
            for (int j = 0; j < y.columns(); j++) {
                y.data()[i * y.stride() + j] = (float) (at(x, i, j) - max - Math.log(sum));
            }
        }
    }

    @Override
    public void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
        for (int i = 0; i < y.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < y.columns(); j++) {
                sum += at(dy, i, j);
            }
            for (int j = 0; j < y.columns(); j++) {
                dx.data()[i * dx.stride() + j] = (float) (at(dy, i, j) - Math.exp(at(y, i, j)) * sum);
            }
        }
    }

    @Override
    public void axpy(float alpha, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += alpha * x[i];
        }
    }

    @Override
    public void scale(float alpha, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= alpha;
        }
    }
}
