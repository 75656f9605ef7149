package tadpole.engine.kernel;

/**
 * A single row times the same weights again and again, as where a network writes token by token: y = x Wᵀ + b, the same bits as
 * {@link Kernels#linear} gives. What is made of W is kept here. An object serves one caller at a time.
 */
public interface RowProduct {
    /**
     * @param x       [in], its first numbers are read
     * @param w       [out,in], no transposed view
     * @param bias    [out]
     * @param version the same number as last time only where w holds what it held then
     * @param y       [out], its first numbers are written
     */
    void linear(float[] x, Matrix w, float[] bias, long version, float[] y);
}
