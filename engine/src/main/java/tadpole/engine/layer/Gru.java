package tadpole.engine.layer;

import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Recurrence;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/**
 * r = sigmoid(Wir x + bir + Whr h + bhr), z likewise, n = tanh(Win x + bin + r (Whn h + bhn)); h = (1 - z) n + z h, from time to time,
 * starting at zero or, where the pass carries states, at the last forward's end. Cho et al. 2014; order and names as in PyTorch.
 * Shapes: x [n,time,features], or [n,time] of word numbers with a vocabulary.
 */
public final class Gru extends Recurrent {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("gru", "GRU",
            "Reads a sequence step by step and keeps or renews its state: an LSTM with fewer gates.", SETTINGS, Gru::new);

    private Gru(String name, Settings settings, Shape input, Seed seed) {
        super(3, name, settings, input, seed);
    }

    @Override
    Recurrence recurrence(Kernels kernels, int hidden) {
        return kernels.gru(hidden);
    }
}
