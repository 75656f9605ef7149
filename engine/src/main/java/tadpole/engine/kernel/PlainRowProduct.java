package tadpole.engine.kernel;

/** The product as it is, with nothing kept. */
record PlainRowProduct(Kernels kernels) implements RowProduct {
    @Override
    public void linear(float[] x, Matrix w, float[] bias, long version, float[] y) {
        kernels.linear(Matrix.of(x, 1, w.columns()), w.transpose(), bias, Matrix.of(y, 1, w.rows()));
    }
}
