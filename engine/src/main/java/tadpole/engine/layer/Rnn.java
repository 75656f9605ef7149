package tadpole.engine.layer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Nonlinearity;
import tadpole.engine.kernel.Recurrence;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/**
 * h = f(Wih x + bih + Whh h + bhh) from time to time, starting at zero or, where the pass carries states, at the last forward's end.
 * Elman 1990; the start at the identity is that of Le, Jaitly and Hinton 2015; names as in PyTorch. Shapes: x [n,time,features], or
 * [n,time] of word numbers with a vocabulary.
 */
public final class Rnn extends Recurrent {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("rnn", "RNN",
            "Reads a sequence step by step; all it remembers is what it gave out last.",
            Stream.concat(SETTINGS.stream(), Stream.of(
                    new Setting.Choice("nonlinearity", "Bends by", "tanh",
                            List.of(new Setting.Option("tanh", "tanh"), new Setting.Option("relu", "ReLU"), new Setting.Option("sigmoid", "Sigmoid")),
                            "What f is. tanh keeps the state within ±1, ReLU lets it grow, sigmoid has no negative numbers."),
                    new Setting.Choice("recurrentStart", "Starts with", "uniform",
                            List.of(new Setting.Option("uniform", "Uniform ±1/√hidden (PyTorch's default)"), new Setting.Option("identity", "Identity")),
                            "Identity: the state is kept as it was at first, Wih normal with √(2/in), biases 0.")))
                    .toList(), Rnn::new);

    private final Nonlinearity f;

    private Rnn(String name, Settings settings, Shape input, Seed seed) {
        super(1, name, settings, input, seed);
        f = Nonlinearity.valueOf(settings.choice("nonlinearity").toUpperCase(Locale.ROOT));
        if (settings.choice("recurrentStart").equals("identity")) {
            startAtIdentity(seed);
        }
    }

    @Override
    Recurrence recurrence(Kernels kernels, int hidden) {
        return kernels.rnn(hidden, f);
    }
}
