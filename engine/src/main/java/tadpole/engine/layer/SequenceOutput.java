package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.Recurrence;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** What a recurrent layer gives of its hidden states: those of all times, [n, time, hidden], or the last one, [n, hidden]. */
record SequenceOutput(int hidden, boolean lastOnly) {

    static final Setting HIDDEN = new Setting.Whole("hidden", "Hidden units", 128L, 1, 100_000, "",
            "How many numbers the layer keeps from time to time. Default 128.");

    static final Setting OUTPUT = new Setting.Choice("output", "Output", "all",
            List.of(new Setting.Option("all", "Every time's"), new Setting.Option("last", "The last time's only")),
            "Whether the next layer is given the hidden state of every time or of the last one.");

    static SequenceOutput of(Settings settings) {
        return new SequenceOutput(settings.whole("hidden"), settings.choice("output").equals("last"));
    }

    Shape shape(int time) {
        return lastOnly ? Shape.of(hidden) : Shape.of(time, hidden);
    }

    /** How long the sequences of a batch are and how many. */
    Recurrence.Sequences sequences(Tensor x) {
        return new Recurrence.Sequences(x.shape().at(1), x.shape().at(0), lastOnly);
    }
}
