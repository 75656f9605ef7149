package tadpole.engine.kernel;

/**
 * Layer normalization: xhat = (x - mean) scale with mean and scale = 1 / sqrt(variance + epsilon) of each row; y = w xhat + b. All
 * matrices are [rows, columns], row-major and dense.
 */
public interface RowNorm {
    /** @param mean, scale one number a row */
    record Rows(float[] mean, float[] scale) {}

    void measure(Matrix x, Rows rows);

    /** Shapes: w, b [columns]. */
    void forward(Matrix x, Rows rows, float[] w, float[] b, Matrix y);

    /** dx = scale (g - mean(g) - xhat mean(g xhat)) with g = w dy, means over the row. */
    void inputGradient(Matrix x, Rows rows, float[] w, Matrix dy, Matrix dx);

    /** products = dy xhat: the sums of its columns are the gradient of w. */
    void products(Matrix x, Rows rows, Matrix dy, Matrix products);
}
