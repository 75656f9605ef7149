package tadpole.engine.layer;

import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Recurrence;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/**
 * i, f, g, o = Wih x + bih + Whh h + bhh, bent by sigmoid, sigmoid, tanh, sigmoid; c = f c + i g; h = o tanh(c), from time to time,
 * starting at zero or, where the pass carries states, at the last forward's end. Hochreiter and Schmidhuber 1997, with a forget gate;
 * order and names as in PyTorch. Shapes: x [n,time,features], or [n,time] of word numbers with a vocabulary.
 */
public final class Lstm extends Recurrent {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("lstm", "LSTM",
            "Reads a sequence step by step with a memory that gates open and close.", SETTINGS, Lstm::new);

    private Lstm(String name, Settings settings, Shape input, Seed seed) {
        super(4, name, settings, input, seed);
    }

    @Override
    Recurrence recurrence(Kernels kernels, int hidden) {
        return kernels.lstm(hidden);
    }
}
