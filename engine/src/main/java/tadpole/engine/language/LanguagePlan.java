package tadpole.engine.language;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Setting.Option;

/** How a language model is built and trained: the only place where its defaults stand. */
public final class LanguagePlan {

    public static final Recipe<Void> RECIPE = new Recipe<>("languagePlan", "Text model", "A recurrent network that learns to write.", List.of(
            new Setting.Choice("level", "Reads", "character", List.of(new Option("character", "Characters"), new Option("word", "Words")),
                    "What the text is cut into."),
            new Setting.Whole("leastCount", "Words from", 2L, 1, 1000, "times", "A word that occurs less often becomes <unk>. Characters are all kept."),
            new Setting.Choice("cell", "Cell", "lstm", List.of(new Option("rnn", "RNN"), new Option("lstm", "LSTM"), new Option("gru", "GRU")),
                    "What keeps the network's memory."),
            new Setting.Choice("nonlinearity", "RNN bends by", "tanh", List.of(new Option("tanh", "tanh"), new Option("relu", "ReLU"), new Option("sigmoid", "Sigmoid")),
                    "Only for the plain RNN."),
            new Setting.Choice("recurrentStart", "RNN starts with", "uniform", List.of(new Option("uniform", "Small random"), new Option("identity", "Identity")),
                    "What the weights from state to state begin with; the identity keeps what was. Only for the plain RNN."),
            new Setting.Whole("layers", "Layers", 2L, 1, 8, "", "How many recurrent layers are stacked."),
            new Setting.Whole("hidden", "Hidden units", 128L, 1, 4096, "", "How many numbers each layer keeps in mind."),
            new Setting.Whole("embedding", "Embedding", 0L, 0, 4096, "", "How many numbers stand for a token; 0: one-hot rows."),
            new Setting.Switch("tied", "Tied weights", false, "The output layer uses the embedding's rows; needs an embedding as wide as the hidden units."),
            new Setting.Decimal("dropout", "Dropout", 0.0, 0.0, 0.95, "", "Share of units dropped between layers, other ones at every time."),
            new Setting.Decimal("lockedDropout", "Variational dropout", 0.0, 0.0, 0.95, "", "Share of units dropped between layers, the same ones at all times of a sequence (Gal and Ghahramani 2016)."),
            new Setting.Decimal("weightDropout", "Weight dropout", 0.0, 0.0, 0.9, "", "Share of the weights from state to state that are dropped in a step (Merity et al. 2017)."),
            new Setting.Whole("sequence", "Sequence", 50L, 1, 2000, "tokens", "Over how many tokens the gradient goes back; the state is carried on."),
            new Setting.Whole("batch", "Streams", 50L, 1, 1000, "", "Into how many parallel streams the text is cut."),
            new Setting.Whole("epochs", "Epochs", 10L, 1, 100_000, "", "How often the training goes through the text."),
            new Setting.Decimal("startWithin", "Start within ±", 0.08, 0.0, 10.0, "", "All weights and biases start uniform within these bounds; 0: as each layer starts by itself."),
            new Setting.Decimal("forgetBias", "Forget bias", 1.0, -10.0, 10.0, "", "What the LSTM's forget gates start with, so that the memory is kept at first. Only for the LSTM."),
            new Setting.Choice("optimizer", "Optimizer", "rmsProp", List.of(new Option("rmsProp", "RMSProp 0.95"), new Option("adam", "Adam"), new Option("sgd", "SGD"), new Option("adagrad", "Adagrad"), new Option("asgd", "Averaged SGD")),
                    "What moves the weights."),
            new Setting.Decimal("rate", "Learning rate", 0.002, 0.0, 1000.0, "", "How far a step goes."),
            new Setting.Choice("decay", "Rate falls", "afterEpoch", List.of(new Option("never", "Never"), new Option("afterEpoch", "From an epoch on"), new Option("plateau", "Where validation stops to fall")),
                    "When the learning rate is multiplied."),
            new Setting.Decimal("decayBy", "Times", 0.97, 0.01, 1.0, "", "What the rate is multiplied by."),
            new Setting.Whole("decayFrom", "From epoch", 10L, 1, 100_000, "", "The first epoch with a smaller rate, where it falls from an epoch on."),
            new Setting.Decimal("clipValue", "Clip each gradient", 5.0, 0.0, 1e6, "", "No single gradient counts for more than this; 0: no limit. As char-rnn does."),
            new Setting.Decimal("clipNorm", "Clip gradient length", 0.0, 0.0, 1e6, "", "Shortens the gradient of all parameters together to this length; 0: no limit."),
            new Setting.Decimal("validation", "Validation", 0.05, 0.0, 0.9, "", "The last share of the text, kept to judge by."),
            new Setting.Decimal("test", "Test", 0.0, 0.0, 0.5, "", "The very last share, which nobody looks at before the end."),
            new Setting.Whole("averageAfter", "Average after", 5L, 0, 1000, "epochs",
                    "Averaging begins where validation is worse than all but so many of the last epochs were (Merity et al. 2017). Only for averaged SGD."),
            new Setting.Whole("sampleEvery", "Sample every", 100L, 0, 1_000_000, "steps", "How often the network writes a sample while it trains; 0: never."),
            new Setting.Whole("sampleLength", "Sample length", 200L, 1, 10_000, "tokens", "How long such a sample is."),
            new Setting.Decimals("temperatures", "Temperatures", List.of(0.4, 0.8, 1.2), 0.01, 100.0, "", "Of the samples; all of one step take the same random numbers."),
            new Setting.Whole("seed", "Seed", 1L, 0, Long.MAX_VALUE, "", "Where all randomness comes from.")), null);

    private LanguagePlan() {}
}
