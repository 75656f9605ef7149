package tadpole.engine.kernel;

import java.util.Optional;

/** The fast twin. No other class may name it or a vector class unless the module jdk.incubator.vector is there. */
final class VectorKernels implements Kernels {
    private final Workers workers;
    private final Kernels plain;
    private final VectorProduct product;
    private final VectorElementwise elementwise;
    private final VectorActivations activations;
    private final VectorRows rows;
    private final VectorRowTable rowTable;
    private final Convolutions convolutions;
    private final Updates updates;
    private final Scratch poolingRows = new Scratch();

    VectorKernels(Workers workers) {
        this.workers = workers;
        plain = Kernels.plain(workers);
        product = new VectorProduct(workers);
        elementwise = new VectorElementwise(workers);
        activations = new VectorActivations(workers);
        rows = new VectorRows(workers);
        rowTable = new VectorRowTable(workers);
        convolutions = new Convolutions(workers, product);
        updates = new VectorUpdates(workers);
    }

    @Override
    public void multiply(Matrix a, Matrix b, Matrix c) {
        multiply(a, b, c, ProductStart.ZERO);
    }

    @Override
    public void addProduct(Matrix a, Matrix b, Matrix c) {
        multiply(a, b, c, ProductStart.ADD);
    }

    @Override
    public void linear(Matrix x, Matrix w, float[] bias, Matrix y) {
        Matrix.requireProduct(x, w, y);
        Matrix.requireColumns(y, bias);
        if (y.transposed()) {
            plain.linear(x, w, bias, y);
            return;
        }
        product.run(x, w, y, new ProductStart(bias, false, false));
    }

    @Override
    public RowProduct rowProduct() {
        return new VectorRowProduct(workers);
    }

    @Override
    public void linearRelu(Matrix x, Matrix w, float[] bias, Matrix y) {
        Matrix.requireProduct(x, w, y);
        Matrix.requireColumns(y, bias);
        if (y.transposed()) {
            plain.linearRelu(x, w, bias, y);
            return;
        }
        product.run(x, w, y, new ProductStart(bias, false, true));
    }

    private void multiply(Matrix a, Matrix b, Matrix c, ProductStart start) {
        Matrix.requireProduct(a, b, c);
        if (c.transposed()) {
            product.run(b.transpose(), a.transpose(), c.transpose(), start);
        } else {
            product.run(a, b, c, start);
        }
    }

    @Override
    public void addBias(Matrix x, float[] bias) {
        Matrix.requireColumns(x, bias);
        if (x.transposed()) {
            plain.addBias(x, bias);
            return;
        }
        rows.addBias(x, bias);
    }

    @Override
    public void addColumnSums(Matrix x, float[] sums) {
        Matrix.requireColumns(x, sums);
        if (x.transposed()) {
            plain.addColumnSums(x, sums);
            return;
        }
        rows.addColumnSums(x, sums);
    }

    @Override
    public void gatherRows(Matrix table, int[] words, Matrix y) {
        Matrix.requireRows(table, words, y);
        if (table.transposed() || y.transposed()) {
            plain.gatherRows(table, words, y);
            return;
        }
        rowTable.gather(table, words, y);
    }

    @Override
    public void scatterRows(Matrix dy, int[] words, Matrix table) {
        Matrix.requireRows(table, words, dy);
        if (table.transposed() || dy.transposed()) {
            plain.scatterRows(dy, words, table);
            return;
        }
        rowTable.scatter(dy, words, table);
    }

    @Override
    public void rowMeans(Matrix x, float[] means) {
        if (x.transposed()) {
            plain.rowMeans(x, means);
            return;
        }
        rows.means(x, means);
    }

    @Override
    public void rowMeansBackward(float[] dmeans, Matrix dx) {
        if (dx.transposed()) {
            plain.rowMeansBackward(dmeans, dx);
            return;
        }
        rows.meansBackward(dmeans, dx);
    }

    @Override
    public void relu(float[] x, float[] y, int n) {
        elementwise.relu(x, y, n);
    }

    @Override
    public void reluBackward(float[] y, float[] dy, float[] dx, int n) {
        elementwise.reluBackward(y, dy, dx, n);
    }

    @Override
    public void sigmoid(float[] x, float[] y, int n) {
        elementwise.sigmoid(x, y, n);
    }

    @Override
    public void sigmoidBackward(float[] y, float[] dy, float[] dx, int n) {
        elementwise.sigmoidBackward(y, dy, dx, n);
    }

    @Override
    public void tanh(float[] x, float[] y, int n) {
        elementwise.tanh(x, y, n);
    }

    @Override
    public void tanhBackward(float[] y, float[] dy, float[] dx, int n) {
        elementwise.tanhBackward(y, dy, dx, n);
    }

    @Override
    public void leakyRelu(float slope, float[] x, float[] y, int n) {
        activations.leakyRelu(slope, x, y, n);
    }

    @Override
    public void leakyReluBackward(float slope, float[] x, float[] dy, float[] dx, int n) {
        activations.leakyReluBackward(slope, x, dy, dx, n);
    }

    @Override
    public void silu(float[] x, float[] y, int n) {
        activations.silu(x, y, n);
    }

    @Override
    public void siluBackward(float[] x, float[] dy, float[] dx, int n) {
        activations.siluBackward(x, dy, dx, n);
    }

    @Override
    public void gelu(float[] x, float[] y, int n) {
        activations.gelu(x, y, n);
    }

    @Override
    public void geluBackward(float[] x, float[] dy, float[] dx, int n) {
        activations.geluBackward(x, dy, dx, n);
    }

    @Override
    public void geluTanh(float[] x, float[] y, int n) {
        activations.geluTanh(x, y, n);
    }

    @Override
    public void geluTanhBackward(float[] x, float[] dy, float[] dx, int n) {
        activations.geluTanhBackward(x, dy, dx, n);
    }

    @Override
    public void softmax(Matrix x, Matrix y) {
        Matrix.requireSameSize(x, y);
        if (x.transposed() || y.transposed()) {
            plain.softmax(x, y);
            return;
        }
        rows.softmax(x, y);
    }

    @Override
    public void softmaxBackward(Matrix y, Matrix dy, Matrix dx) {
        requireSameSize(y, dy, dx);
        if (y.transposed() || dy.transposed() || dx.transposed()) {
            plain.softmaxBackward(y, dy, dx);
            return;
        }
        rows.softmaxBackward(y, dy, dx);
    }

    @Override
    public void logSoftmax(Matrix x, Matrix y) {
        Matrix.requireSameSize(x, y);
        if (x.transposed() || y.transposed()) {
            plain.logSoftmax(x, y);
            return;
        }
        rows.logSoftmax(x, y);
    }

    @Override
    public void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
        requireSameSize(y, dy, dx);
        if (y.transposed() || dy.transposed() || dx.transposed()) {
            plain.logSoftmaxBackward(y, dy, dx);
            return;
        }
        rows.logSoftmaxBackward(y, dy, dx);
    }

    private static void requireSameSize(Matrix y, Matrix dy, Matrix dx) {
        Matrix.requireSameSize(y, dy);
        Matrix.requireSameSize(y, dx);
    }

    @Override
    public void axpy(float alpha, float[] x, float[] y, int n) {
        elementwise.axpy(alpha, x, y, n);
    }

    @Override
    public void scale(float[] x, float[] factors, float[] y, int n) {
        elementwise.scale(x, factors, y, n);
    }

    @Override
    public void dropoutMask(long seed, double p, float[] mask, int n) {
        elementwise.dropoutMask(seed, p, mask, n);
    }

    @Override
    public void scale(float alpha, float[] x, int n) {
        elementwise.scale(alpha, x, n);
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        return convolutions.choose(shape);
    }

    @Override
    public Optional<Convolution> convolution(ConvolutionShape shape, ConvolutionWay way) {
        return convolutions.by(way, shape);
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        if (PairPooling.suits(shape)) {
            return new PairPooling(shape, workers);
        }
        return WindowPooling.suits(shape) ? new WindowPooling(shape, workers, poolingRows) : plain.pooling(shape);
    }

    @Override
    public BatchNorm batchNorm(ChannelShape shape, float epsilon) {
        return new VectorBatchNorm(shape, epsilon, workers);
    }

    @Override
    public RowNorm rowNorm(float epsilon) {
        return new VectorRowNorm(epsilon, workers);
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
        return new VectorRecurrence(hidden, new VectorRnnCell(f), workers);
    }

    @Override
    public Recurrence lstm(int hidden) {
        return new VectorRecurrence(hidden, new VectorLstmCell(), workers);
    }

    @Override
    public Recurrence gru(int hidden) {
        return new VectorRecurrence(hidden, new VectorGruCell(), workers);
    }

    @Override
    public Updates updates() {
        return updates;
    }
}
