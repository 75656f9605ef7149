package tadpole.engine.language;

import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Preset;

/** Text models with a name of their own, as settings of {@link LanguagePlan#RECIPE}. */
public final class LanguagePresets {

    public static final List<Preset> ALL = List.of(
            new Preset("char-rnn", "Two LSTM layers read characters, as Karpathy's char-rnn (2015) does.", Map.of()),
            new Preset("min-char-rnn", "One plain RNN of 100 units reads a single stream, as Karpathy's min-char-rnn does.",
                    Map.of("cell", "rnn", "layers", 1L, "hidden", 100L, "sequence", 25L, "batch", 1L, "optimizer", "adagrad", "rate", 0.1, "decay", "never")),
            new Preset("Word model", "LSTM on words, with the embedding's rows as output weights (Press and Wolf 2016).",
                    Map.ofEntries(Map.entry("level", "word"), Map.entry("hidden", 200L), Map.entry("embedding", 200L), Map.entry("tied", true), Map.entry("dropout", 0.4),
                            Map.entry("sequence", 35L), Map.entry("batch", 20L), Map.entry("optimizer", "adam"), Map.entry("clipNorm", 0.25), Map.entry("clipValue", 0.0),
                            Map.entry("decay", "plateau"), Map.entry("decayBy", 0.5), Map.entry("epochs", 20L))),
            new Preset("GRU", "Two GRU layers: an LSTM with fewer gates (Cho et al. 2014).", Map.of("cell", "gru")),
            new Preset("RNN from identity", "A plain ReLU network that begins by keeping what was (Le, Jaitly and Hinton 2015).",
                    Map.of("cell", "rnn", "nonlinearity", "relu", "recurrentStart", "identity", "layers", 1L, "optimizer", "adam", "rate", 0.001, "clipNorm", 1.0)));

    private LanguagePresets() {}
}
