package tadpole.engine.language;

import java.util.Map;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/**
 * How surprised a model was by a text with each cache that was tried.
 *
 * @param nats   mean of -ln p a token, [window][theta][lambda]
 * @param plain  the same without a cache
 * @param tokens over how many predictions
 */
public record CacheGrid(CacheAxes axes, double[][][] nats, double plain, long tokens) {

    /**
     * One of the caches that were tried.
     *
     * @param nats mean of -ln p a token
     */
    public record Best(double theta, double lambda, int window, double nats) {

        public double perplexity() {
            return Math.exp(nats);
        }
    }

    /** The cache with the least surprise; of equal ones the one of the shorter window, smaller theta and lambda. */
    public Best best() {
        Best best = best(0);
        for (int window = 1; window < axes.windows().length; window++) {
            Best other = best(window);
            best = other.nats < best.nats ? other : best;
        }
        return best;
    }

    /** The best of one window, counted from 0. */
    public Best best(int window) {
        int theta = 0;
        int lambda = 0;
        for (int i = 0; i < axes.thetas().length; i++) {
            for (int j = 0; j < axes.lambdas().length; j++) {
                if (nats[window][i][j] < nats[window][theta][lambda]) {
                    theta = i;
                    lambda = j;
                }
            }
        }
        return new Best(axes.thetas()[theta], axes.lambdas()[lambda], axes.windows()[window], nats[window][theta][lambda]);
    }

    /** Settings of {@link PointerCache#RECIPE} for the best cache. */
    public Settings settings() {
        Best best = best();
        try {
            return PointerCache.RECIPE.settings(Map.of("theta", best.theta(), "lambda", best.lambda(), "window", (long) best.window(),
                    "begins", axes.full() ? "full" : "first"));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A cache that was tried cannot be set.", impossible);
        }
    }
}
