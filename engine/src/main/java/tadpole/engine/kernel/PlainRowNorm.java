package tadpole.engine.kernel;

/** Row by row, sums in doubles. */
final class PlainRowNorm implements RowNorm {
    private final float epsilon;

    PlainRowNorm(float epsilon) {
        this.epsilon = epsilon;
    }

    @Override
    public void measure(Matrix x, Rows rows) {
        for (int i = 0; i < x.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < x.columns(); j++) {
                sum += x.data()[x.index(i, j)];
            }
            double mean = sum / x.columns();
            double squares = 0;
            for (int j = 0; j < x.columns(); j++) {
                double apart = x.data()[x.index(i, j)] - mean;
                squares += apart * apart;
            }
            rows.mean()[i] = (float) mean;
            rows.scale()[i] = (float) (1 / Math.sqrt(squares / x.columns() + epsilon));
        }
    }

    @Override
    public void forward(Matrix x, Rows rows, float[] w, float[] b, Matrix y) {
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                y.data()[y.index(i, j)] = normal(x, rows, i, j) * w[j] + b[j];
            }
        }
    }

    private static float normal(Matrix x, Rows rows, int i, int j) {
        return (x.data()[x.index(i, j)] - rows.mean()[i]) * rows.scale()[i];
    }

    @Override
    public void inputGradient(Matrix x, Rows rows, float[] w, Matrix dy, Matrix dx) {
        for (int i = 0; i < x.rows(); i++) {
            double sum = 0;
            double product = 0;
            for (int j = 0; j < x.columns(); j++) {
                double g = (double) w[j] * dy.data()[dy.index(i, j)];
                sum += g;
                product += g * normal(x, rows, i, j);
            }
            for (int j = 0; j < x.columns(); j++) {
                double g = (double) w[j] * dy.data()[dy.index(i, j)];
                dx.data()[dx.index(i, j)] = (float) (rows.scale()[i] * (g - (sum + normal(x, rows, i, j) * product) / x.columns()));
            }
        }
    }

    @Override
    public void products(Matrix x, Rows rows, Matrix dy, Matrix products) {
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                products.data()[products.index(i, j)] = dy.data()[dy.index(i, j)] * normal(x, rows, i, j);
            }
        }
    }
}
