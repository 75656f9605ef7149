package tadpole.engine.language;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Setting.Option;
import tadpole.engine.recipe.Settings;

/**
 * A pointer cache: words that followed states like the present one get more likely. p = (1-λ) p_vocabulary + λ p_cache, p_cache(w)
 * proportional to the sum over the window of [w = x_(i+1)] exp(θ h·h_i). Grave, Joulin and Usunier 2016.
 */
public final class PointerCache {

    public static final Recipe<Void> RECIPE = new Recipe<>("pointerCache", "Pointer cache", "Remembers what followed states like the present one.", List.of(
            new Setting.Decimal("theta", "θ", 0.66, 0.0, 100.0, "", "How sharply the cache prefers states that are alike."),
            new Setting.Decimal("lambda", "λ", 0.13, 0.0, 1.0, "", "Share of the cache in the mixture."),
            new Setting.Whole("window", "Window", 500L, 1, 1_000_000, "tokens", "How many of the last tokens the cache remembers."),
            new Setting.Choice("begins", "Acts", "first", List.of(new Option("first", "From the first prediction on"), new Option("full", "With a full window only")),
                    "Two conventions of publications: figures of one cannot be compared with those of the other.")), null);

    /**
     * An earlier occurrence that the cache points to.
     *
     * @param back      how many tokens before the present one: 1 is the last token read
     * @param id        the token that stood there
     * @param attention its share, all shares sum to 1
     */
    public record Pointed(int back, int id, double attention) {}

    /** @param hidden length of the states */
    public PointerCache(Settings settings, int hidden, int vocabulary) {}

    /** Remembers that this token followed this state. */
    public void add(float[] state, int next) {
        throw new UnsupportedOperationException("not yet");
    }

    /** p_cache for the present state, summed by token into room of [vocabulary]; false and nothing written where it does not act yet. */
    public boolean probabilities(float[] state, float[] room) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The strongest occurrences for the present state, strongest first. */
    public List<Pointed> pointed(float[] state, int most) {
        throw new UnsupportedOperationException("not yet");
    }

    public void forget() {}
}
