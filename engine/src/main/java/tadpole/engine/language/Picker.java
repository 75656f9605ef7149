package tadpole.engine.language;

import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Settings;

/** Picks tokens by the settings of {@link Sampling}. */
public final class Picker {

    public Picker(Settings sampling, Vocabulary vocabulary) {}

    /**
     * What is left to draw from, [vocabulary], summing to 1.
     *
     * @param logits changed to the probabilities in place
     * @param last   the last token before, for word starts; -1 at the beginning
     */
    public void probabilities(float[] logits, int last) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Draws one; takes exactly one random number, whatever the settings, so that equal seeds compare. */
    public int pick(float[] probabilities, RandomGenerator random) {
        throw new UnsupportedOperationException("not yet");
    }
}
