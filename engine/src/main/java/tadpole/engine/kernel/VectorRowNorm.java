package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Some rows are a task; sums run in lanes. */
final class VectorRowNorm implements RowNorm {
    /** Numbers of one task. */
    private static final int PART = 8192;
    private static final int L = Lanes.COUNT;

    private final float epsilon;
    private final Workers workers;

    VectorRowNorm(float epsilon, Workers workers) {
        this.epsilon = epsilon;
        this.workers = workers;
    }

    private interface EachRow {
        /** @param at where the row begins */
        void accept(int row, int at);
    }

    private void rows(Matrix x, EachRow task) {
        int columns = x.columns();
        workers.ranges(x.rows(), Math.max(1, PART / columns), (from, to) -> {
            for (int i = from; i < to; i++) {
                task.accept(i, i * columns);
            }
        });
    }

    @Override
    public void measure(Matrix x, Rows rows) {
        int n = x.columns();
        rows(x, (row, at) -> {
            float mean = Lanes.sum(x.data(), x.offset() + at, n) / n;
            rows.mean()[row] = mean;
            rows.scale()[row] = (float) (1 / Math.sqrt((double) squares(x.data(), x.offset() + at, mean, n) / n + epsilon));
        });
    }

    private static float squares(float[] x, int at, float mean, int n) {
        FloatVector lanes = FloatVector.zero(Lanes.SPECIES);
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector apart = FloatVector.fromArray(Lanes.SPECIES, x, at + i).sub(mean);
            lanes = apart.fma(apart, lanes);
        }
        float rest = 0;
        for (; i < n; i++) {
            rest += (x[at + i] - mean) * (x[at + i] - mean);
        }
        return Lanes.sum(lanes) + rest;
    }

    @Override
    public void forward(Matrix x, Rows rows, float[] w, float[] b, Matrix y) {
        rows(x, (row, at) -> forward(x.data(), x.offset() + at, rows.mean()[row], rows.scale()[row], w, b, y.data(), y.offset() + at));
    }

    private static void forward(float[] x, int at, float mean, float scale, float[] w, float[] b, float[] y, int out) {
        for (int j = 0; j < w.length; j++) {
            y[out + j] = (x[at + j] - mean) * scale * w[j] + b[j];
        }
    }

    @Override
    public void inputGradient(Matrix x, Rows rows, float[] w, Matrix dy, Matrix dx) {
        rows(x, (row, at) -> inputGradient(x.data(), x.offset() + at, rows.mean()[row], rows.scale()[row], w, dy.data(), dy.offset() + at,
                dx.data(), dx.offset() + at));
    }

    private static void inputGradient(float[] x, int at, float mean, float scale, float[] w, float[] dy, int from, float[] dx, int out) {
        int n = w.length;
        FloatVector sums = FloatVector.zero(Lanes.SPECIES);
        FloatVector products = FloatVector.zero(Lanes.SPECIES);
        int j = 0;
        for (; j <= n - L; j += L) {
            FloatVector g = FloatVector.fromArray(Lanes.SPECIES, w, j).mul(FloatVector.fromArray(Lanes.SPECIES, dy, from + j));
            sums = sums.add(g);
            products = FloatVector.fromArray(Lanes.SPECIES, x, at + j).sub(mean).mul(scale).fma(g, products);
        }
        float sum = 0;
        float product = 0;
        for (; j < n; j++) {
            float g = w[j] * dy[from + j];
            sum += g;
            product += (x[at + j] - mean) * scale * g;
        }
        float meanGradient = (Lanes.sum(sums) + sum) / n;
        float meanProduct = (Lanes.sum(products) + product) / n;
        for (int i = 0; i < n; i++) {
            dx[out + i] = scale * (w[i] * dy[from + i] - meanGradient - (x[at + i] - mean) * scale * meanProduct);
        }
    }

    @Override
    public void products(Matrix x, Rows rows, Matrix dy, Matrix products) {
        int n = x.columns();
        rows(x, (row, at) -> products(x.data(), x.offset() + at, rows.mean()[row], rows.scale()[row], dy.data(), dy.offset() + at,
                products.data(), products.offset() + at, n));
    }

    private static void products(float[] x, int at, float mean, float scale, float[] dy, int from, float[] products, int out, int n) {
        for (int j = 0; j < n; j++) {
            products[out + j] = dy[from + j] * ((x[at + j] - mean) * scale);
        }
    }
}
