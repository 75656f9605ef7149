package tadpole.engine.language;

import java.util.Optional;
import tadpole.engine.recipe.Settings;

/**
 * What a tuning found.
 *
 * @param coarse what was asked for
 * @param finer  around the best of it; empty where the tuning was stopped before
 */
public record TunedCache(CacheGrid coarse, Optional<CacheGrid> finer) {

    /** The grid that has the best cache. */
    public CacheGrid better() {
        return finer.filter(fine -> fine.best().nats() < coarse.best().nats()).orElse(coarse);
    }

    public CacheGrid.Best best() {
        return better().best();
    }

    /** Settings of {@link PointerCache#RECIPE} for the best cache. */
    public Settings settings() {
        return better().settings();
    }
}
