package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.Matrix;
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

    /** @param states one more than there are times: the first is the start */
    Tensor forward(TimeMajor states, Tensor h, Pass pass) {
        Tensor y = pass.output(shape(states.time() - 1).batchOf(states.n()));
        states.copyTo(y, h, lastOnly ? states.time() - 1 : 1);
        return y;
    }

    /** Adds what comes back to the hidden state after step t. */
    void addGradient(Tensor dy, int t, int time, Matrix dh) {
        if (lastOnly && t < time - 1) {
            return;
        }
        int step = lastOnly ? 0 : t;
        int steps = lastOnly ? 1 : time;
        float[] sums = dh.data();
        for (int n = 0; n < dh.rows(); n++) {
            int from = (n * steps + step) * hidden;
            int to = dh.index(n, 0);
            for (int j = 0; j < hidden; j++) {
                sums[to + j] += dy.data()[from + j];
            }
        }
    }
}
