package tadpole.engine.kernel;

/** All arithmetic on flat float arrays. */
public interface Kernels {

    static Kernels plain(Workers workers) {
        return new PlainKernels();
    }

    static Kernels best(Workers workers) {
        return new PlainKernels();
    }

    void multiply(Matrix a, Matrix b, Matrix c);

    void addProduct(Matrix a, Matrix b, Matrix c);

    void addBias(Matrix x, float[] bias);

    void addColumnSums(Matrix x, float[] sums);

    void relu(float[] x, float[] y, int n);

    void reluBackward(float[] y, float[] dy, float[] dx, int n);

    void sigmoid(float[] x, float[] y, int n);

    void sigmoidBackward(float[] y, float[] dy, float[] dx, int n);

    void tanh(float[] x, float[] y, int n);

    void tanhBackward(float[] y, float[] dy, float[] dx, int n);

    void softmax(Matrix x, Matrix y);

    void softmaxBackward(Matrix y, Matrix dy, Matrix dx);

    void logSoftmax(Matrix x, Matrix y);

    void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx);

    void axpy(float alpha, float[] x, float[] y, int n);

    void scale(float alpha, float[] x, int n);
}
