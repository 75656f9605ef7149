package tadpole.engine.kernel;

/**
 * What a product is added to before it goes to C, and what becomes of the sum.
 *
 * @param bias a row that is added to every row; empty when there is none
 * @param add whether to add to what C holds
 * @param relu whether to cut the sum at zero
 */
record ProductStart(float[] bias, boolean add, boolean relu) {
    private static final float[] NONE = {};

    static final ProductStart ZERO = new ProductStart(NONE, false, false);
    static final ProductStart ADD = new ProductStart(NONE, true, false);

    boolean biased() {
        return bias.length > 0;
    }

    /** C of a product of depth 0. */
    void alone(Matrix c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                int at = c.index(i, j);
                float sum = add ? c.data()[at] : biased() ? bias[j] : 0;
                c.data()[at] = relu && sum <= 0 ? 0 : sum;
            }
        }
    }
}
