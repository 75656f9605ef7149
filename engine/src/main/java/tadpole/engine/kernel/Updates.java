package tadpole.engine.kernel;

/**
 * How optimizers move numbers, each rule in one pass over all of them. Rules are given in double and computed in float; the rate in
 * them already holds what is the same for all numbers, such as bias corrections. {@code decay} c is PyTorch's weight decay: every
 * rule works on g + c p, and leaves g as it is.
 */
public interface Updates {
    /** Parameters beside their gradients. */
    record Weights(float[] value, float[] gradient, int n) {}

    /**
     * @param gain         what the gradient counts in the velocity
     * @param gradientRate how far p goes along the gradient: 0 without Nesterov's look ahead
     * @param velocityRate how far p goes along the velocity
     */
    record Momentum(double decay, double momentum, double gain, double gradientRate, double velocityRate) {}

    /** @param inside added to the mean square before its root is taken, {@code outside} after it */
    record RmsProp(double decay, double alpha, boolean centered, double momentum, double rate, double inside, double outside) {}

    record Adagrad(double decay, double rate, double epsilon) {}

    record Adadelta(double decay, double rho, double rate, double epsilon) {}

    /**
     * @param shrink what p is multiplied with beforehand: decoupled weight decay, 1 without
     * @param rate   divided by the first moment's bias correction
     * @param scale  1 over the second moment's bias correction
     * @param inside added to the mean square before its root is taken, {@code outside} after it
     */
    record Adam(double decay, double shrink, double beta1, double beta2, double rate, double scale, double inside, double outside) {}

    /** v = momentum v + gain g; p -= gradientRate g + velocityRate v. */
    void momentum(Momentum rule, Weights weights, float[] velocity);

    /**
     * s = alpha s + (1 - alpha) g²; p -= rate g / (sqrt(s + inside) + outside). Centered: m = alpha m + (1 - alpha) g, and max(0, s - m²)
     * stands in the place of s. With momentum: v = momentum v + the quotient; p -= rate v. What is not used may be empty.
     */
    void rmsProp(RmsProp rule, Weights weights, float[] squares, float[] means, float[] velocity);

    /** s += g²; p -= rate g / (sqrt(s) + epsilon). */
    void adagrad(Adagrad rule, Weights weights, float[] sums);

    /** s = rho s + (1 - rho) g²; d = sqrt(a + epsilon) / sqrt(s + epsilon) g; a = rho a + (1 - rho) d²; p -= rate d. */
    void adadelta(Adadelta rule, Weights weights, float[] squares, float[] deltas);

    /** p *= shrink; m += (1 - beta1) (g - m); v = beta2 v + (1 - beta2) g²; p -= rate m / (sqrt(scale v + inside) + outside). */
    void adam(Adam rule, Weights weights, float[] means, float[] squares);

    /** Adam with the greatest v so far in the place of v (AMSGrad). */
    void adamGreatest(Adam rule, Weights weights, float[] means, float[] squares, float[] greatest);

    /** x becomes at most limit and at least -limit. */
    void clip(float limit, float[] x, int n);

    /** y += alpha sign(x). */
    void addSign(float alpha, float[] x, float[] y, int n);

    /** The sum of x y, in double. */
    double dot(float[] x, float[] y, int n);

    /** The sum of |x|, in double. */
    double sumOfAbsolutes(float[] x, int n);
}
