package tadpole.engine.kernel;

/** The yardstick: loops that read like the formula. */
final class PlainUpdates implements Updates {
    @Override
    public void momentum(Momentum rule, Weights weights, float[] velocity) {
        float[] p = weights.value();
        for (int i = 0; i < weights.n(); i++) {
            float g = weights.gradient()[i] + (float) rule.decay() * p[i];
            velocity[i] = (float) rule.momentum() * velocity[i] + (float) rule.gain() * g;
            p[i] -= (float) rule.gradientRate() * g + (float) rule.velocityRate() * velocity[i];
        }
    }

    @Override
    public void rmsProp(RmsProp rule, Weights weights, float[] squares, float[] means, float[] velocity) {
        float[] p = weights.value();
        float alpha = (float) rule.alpha();
        float beta = (float) (1 - rule.alpha());
        for (int i = 0; i < weights.n(); i++) {
            float g = weights.gradient()[i] + (float) rule.decay() * p[i];
            squares[i] = alpha * squares[i] + beta * (g * g);
            float variance = squares[i];
            if (rule.centered()) {
                means[i] = alpha * means[i] + beta * g;
                variance = Math.max(0, squares[i] - means[i] * means[i]);
            }
            float step = g / (root(variance + (float) rule.inside()) + (float) rule.outside());
            if (rule.momentum() > 0) {
                velocity[i] = (float) rule.momentum() * velocity[i] + step;
                step = velocity[i];
            }
            p[i] -= (float) rule.rate() * step;
        }
    }

    @Override
    public void adagrad(Adagrad rule, Weights weights, float[] sums) {
        float[] p = weights.value();
        for (int i = 0; i < weights.n(); i++) {
            float g = weights.gradient()[i] + (float) rule.decay() * p[i];
            sums[i] += g * g;
            p[i] -= (float) rule.rate() * g / (root(sums[i]) + (float) rule.epsilon());
        }
    }

    @Override
    public void adadelta(Adadelta rule, Weights weights, float[] squares, float[] deltas) {
        float[] p = weights.value();
        float epsilon = (float) rule.epsilon();
        float keep = (float) rule.rho();
        float gain = (float) (1 - rule.rho());
        for (int i = 0; i < weights.n(); i++) {
            float g = weights.gradient()[i] + (float) rule.decay() * p[i];
            squares[i] = keep * squares[i] + gain * (g * g);
            float delta = root(deltas[i] + epsilon) / root(squares[i] + epsilon) * g;
            deltas[i] = keep * deltas[i] + gain * (delta * delta);
            p[i] -= (float) rule.rate() * delta;
        }
    }

    @Override
    public void adam(Adam rule, Weights weights, float[] means, float[] squares) {
        for (int i = 0; i < weights.n(); i++) {
            moments(rule, weights, means, squares, i);
            adamStep(rule, weights, means[i], squares[i], i);
        }
    }

    @Override
    public void adamGreatest(Adam rule, Weights weights, float[] means, float[] squares, float[] greatest) {
        for (int i = 0; i < weights.n(); i++) {
            moments(rule, weights, means, squares, i);
            greatest[i] = Math.max(greatest[i], squares[i]);
            adamStep(rule, weights, means[i], greatest[i], i);
        }
    }

    private static void moments(Adam rule, Weights weights, float[] means, float[] squares, int i) {
        float g = weights.gradient()[i] + (float) rule.decay() * weights.value()[i];
        means[i] += (float) (1 - rule.beta1()) * (g - means[i]);
        squares[i] = (float) rule.beta2() * squares[i] + (float) (1 - rule.beta2()) * (g * g);
    }

    private static void adamStep(Adam rule, Weights weights, float mean, float square, int i) {
        float divisor = root(square * (float) rule.scale() + (float) rule.inside()) + (float) rule.outside();
        weights.value()[i] = weights.value()[i] * (float) rule.shrink() - (float) rule.rate() * mean / divisor;
    }

    @Override
    public void clip(float limit, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.min(limit, Math.max(-limit, x[i]));
        }
    }

    @Override
    public void addSign(float alpha, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += alpha * Math.signum(x[i]);
        }
    }

    @Override
    public double dot(float[] x, float[] y, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) x[i] * y[i];
        }
        return sum;
    }

    @Override
    public double sumOfAbsolutes(float[] x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.abs(x[i]);
        }
        return sum;
    }

    private static float root(float x) {
        return (float) Math.sqrt(x);
    }
}
