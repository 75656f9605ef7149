package tadpole.engine.kernel;

/** y = x (1 + tanh(u)) / 2 = x sigmoid(2u) with 2u = {@link #INNER} x + {@link #CUBIC} x^3. Hendrycks and Gimpel 2016, as PyTorch's. */
final class GeluTanh {
    /** 2 sqrt(2 / pi). */
    static final float INNER = (float) (2 * Math.sqrt(2 / Math.PI));
    static final float CUBIC = (float) (2 * Math.sqrt(2 / Math.PI) * 0.044715);

    private GeluTanh() {}
}
