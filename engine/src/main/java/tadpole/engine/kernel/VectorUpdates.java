package tadpole.engine.kernel;

/**
 * The fast twin: the same loops with everything that stays the same taken out, in parts for the workers. The compiler turns them into
 * vectors by itself; their bits are those of the plain twin, apart from the sums.
 */
final class VectorUpdates implements Updates {
    /** Numbers of one task: below this a second thread costs more than it brings. */
    private static final int PART = 16384;

    private final Workers workers;
    private final Updates plain = new PlainUpdates();

    VectorUpdates(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void momentum(Momentum rule, Weights weights, float[] velocity) {
        workers.ranges(weights.n(), PART, (from, to) -> momentum(rule, weights, velocity, from, to));
    }

    private static void momentum(Momentum rule, Weights weights, float[] v, int from, int to) {
        float[] p = weights.value();
        float[] gradient = weights.gradient();
        float decay = (float) rule.decay();
        float momentum = (float) rule.momentum();
        float gain = (float) rule.gain();
        float gradientRate = (float) rule.gradientRate();
        float velocityRate = (float) rule.velocityRate();
        for (int i = from; i < to; i++) {
            float g = gradient[i] + decay * p[i];
            float moved = momentum * v[i] + gain * g;
            v[i] = moved;
            p[i] -= gradientRate * g + velocityRate * moved;
        }
    }

    /** Centered and with momentum it is rare: then the plain twin will do. */
    @Override
    public void rmsProp(RmsProp rule, Weights weights, float[] squares, float[] means, float[] velocity) {
        if (rule.centered() || rule.momentum() > 0) {
            plain.rmsProp(rule, weights, squares, means, velocity);
            return;
        }
        workers.ranges(weights.n(), PART, (from, to) -> rmsProp(rule, weights, squares, from, to));
    }

    private static void rmsProp(RmsProp rule, Weights weights, float[] s, int from, int to) {
        float[] p = weights.value();
        float[] gradient = weights.gradient();
        float decay = (float) rule.decay();
        float alpha = (float) rule.alpha();
        float beta = (float) (1 - rule.alpha());
        float rate = (float) rule.rate();
        float inside = (float) rule.inside();
        float outside = (float) rule.outside();
        for (int i = from; i < to; i++) {
            float g = gradient[i] + decay * p[i];
            float square = alpha * s[i] + beta * (g * g);
            s[i] = square;
            p[i] -= rate * (g / ((float) Math.sqrt(square + inside) + outside));
        }
    }

    @Override
    public void adagrad(Adagrad rule, Weights weights, float[] sums) {
        workers.ranges(weights.n(), PART, (from, to) -> adagrad(rule, weights, sums, from, to));
    }

    private static void adagrad(Adagrad rule, Weights weights, float[] s, int from, int to) {
        float[] p = weights.value();
        float[] gradient = weights.gradient();
        float decay = (float) rule.decay();
        float rate = (float) rule.rate();
        float epsilon = (float) rule.epsilon();
        for (int i = from; i < to; i++) {
            float g = gradient[i] + decay * p[i];
            float sum = s[i] + g * g;
            s[i] = sum;
            p[i] -= rate * g / ((float) Math.sqrt(sum) + epsilon);
        }
    }

    @Override
    public void adadelta(Adadelta rule, Weights weights, float[] squares, float[] deltas) {
        workers.ranges(weights.n(), PART, (from, to) -> adadelta(rule, weights, squares, deltas, from, to));
    }

    private static void adadelta(Adadelta rule, Weights weights, float[] s, float[] d, int from, int to) {
        float[] p = weights.value();
        float[] gradient = weights.gradient();
        float decay = (float) rule.decay();
        float keep = (float) rule.rho();
        float gain = (float) (1 - rule.rho());
        float rate = (float) rule.rate();
        float epsilon = (float) rule.epsilon();
        for (int i = from; i < to; i++) {
            float g = gradient[i] + decay * p[i];
            float square = keep * s[i] + gain * (g * g);
            s[i] = square;
            float delta = (float) Math.sqrt(d[i] + epsilon) / (float) Math.sqrt(square + epsilon) * g;
            d[i] = keep * d[i] + gain * (delta * delta);
            p[i] -= rate * delta;
        }
    }

    @Override
    public void adam(Adam rule, Weights weights, float[] means, float[] squares) {
        workers.ranges(weights.n(), PART, (from, to) -> adam(rule, weights, means, squares, from, to));
    }

    private static void adam(Adam rule, Weights weights, float[] m, float[] v, int from, int to) {
        float[] p = weights.value();
        float[] gradient = weights.gradient();
        float decay = (float) rule.decay();
        float shrink = (float) rule.shrink();
        float gain1 = (float) (1 - rule.beta1());
        float beta2 = (float) rule.beta2();
        float gain2 = (float) (1 - rule.beta2());
        float rate = (float) rule.rate();
        float scale = (float) rule.scale();
        float inside = (float) rule.inside();
        float outside = (float) rule.outside();
        for (int i = from; i < to; i++) {
            float g = gradient[i] + decay * p[i];
            float mean = m[i] + gain1 * (g - m[i]);
            float square = beta2 * v[i] + gain2 * (g * g);
            m[i] = mean;
            v[i] = square;
            p[i] = p[i] * shrink - rate * mean / ((float) Math.sqrt(square * scale + inside) + outside);
        }
    }

    @Override
    public void adamGreatest(Adam rule, Weights weights, float[] means, float[] squares, float[] greatest) {
        workers.ranges(weights.n(), PART, (from, to) -> adamGreatest(rule, weights, means, squares, greatest, from, to));
    }

    private static void adamGreatest(Adam rule, Weights weights, float[] m, float[] v, float[] greatest, int from, int to) {
        float[] p = weights.value();
        float[] gradient = weights.gradient();
        float decay = (float) rule.decay();
        float shrink = (float) rule.shrink();
        float gain1 = (float) (1 - rule.beta1());
        float beta2 = (float) rule.beta2();
        float gain2 = (float) (1 - rule.beta2());
        float rate = (float) rule.rate();
        float scale = (float) rule.scale();
        float inside = (float) rule.inside();
        float outside = (float) rule.outside();
        for (int i = from; i < to; i++) {
            float g = gradient[i] + decay * p[i];
            float mean = m[i] + gain1 * (g - m[i]);
            float square = beta2 * v[i] + gain2 * (g * g);
            float most = Math.max(greatest[i], square);
            m[i] = mean;
            v[i] = square;
            greatest[i] = most;
            p[i] = p[i] * shrink - rate * mean / ((float) Math.sqrt(most * scale + inside) + outside);
        }
    }

    @Override
    public void clip(float limit, float[] x, int n) {
        workers.ranges(n, PART, (from, to) -> {
            for (int i = from; i < to; i++) {
                x[i] = Math.min(limit, Math.max(-limit, x[i]));
            }
        });
    }

    @Override
    public void addSign(float alpha, float[] x, float[] y, int n) {
        workers.ranges(n, PART, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] += alpha * Math.signum(x[i]);
            }
        });
    }

    @Override
    public double dot(float[] x, float[] y, int n) {
        return sum(n, (from, to) -> dot(x, y, from, to));
    }

    private static double dot(float[] x, float[] y, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        // Four sums at once: one chain of additions would wait for itself.
        for (; i <= to - 4; i += 4) {
            a += (double) x[i] * y[i];
            b += (double) x[i + 1] * y[i + 1];
            c += (double) x[i + 2] * y[i + 2];
            d += (double) x[i + 3] * y[i + 3];
        }
        for (; i < to; i++) {
            a += (double) x[i] * y[i];
        }
        return (a + b) + (c + d);
    }

    @Override
    public double sumOfAbsolutes(float[] x, int n) {
        return sum(n, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += Math.abs(x[i]);
            }
            return sum;
        });
    }

    @FunctionalInterface
    private interface PartSum {
        double over(int from, int to);
    }

    /** The parts and the order of their sums depend on n alone. */
    private double sum(int n, PartSum part) {
        if (n <= PART) {
            return part.over(0, n);
        }
        double[] sums = new double[Math.ceilDiv(n, PART)];
        workers.ranges(n, PART, (from, to) -> sums[from / PART] = part.over(from, to));
        double sum = 0;
        for (double each : sums) {
            sum += each;
        }
        return sum;
    }
}
