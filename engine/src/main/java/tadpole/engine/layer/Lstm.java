package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.kernel.RecurrentCells;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * i, f, g, o = Wih x + bih + Whh h + bhh, bent by sigmoid, sigmoid, tanh, sigmoid; c = f c + i g; h = o tanh(c), from time to time,
 * starting at zero. Hochreiter and Schmidhuber 1997, with a forget gate; order and names as in PyTorch. Shapes: x [n,time,features],
 * or [n,time] of word numbers with a vocabulary.
 */
public final class Lstm implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("lstm", "LSTM",
            "Reads a sequence step by step with a memory that gates open and close.",
            List.of(SequenceOutput.HIDDEN, SequenceOutput.OUTPUT,
                    TokenIds.setting(0, 0, "How many words there are where word numbers come in, taken as one-hot rows; 0: rows of numbers come in.")),
            Lstm::new);

    private static final int GATES = 4;

    private final String name;
    private final SequenceWeights weights;
    private final SequenceInput input;
    private final SequenceOutput output;

    private Lstm(String name, Settings settings, Shape input, Seed seed) {
        int vocabulary = settings.whole("vocabulary");
        this.name = name;
        this.output = SequenceOutput.of(settings);
        this.weights = SequenceWeights.start(name, GATES, SequenceInput.features(input, vocabulary), output.hidden(), seed);
        this.input = new SequenceInput(weights, new TokenIds(name, vocabulary));
    }

    @Override
    public List<Parameter> parameters() {
        return weights.parameters();
    }

    @Override
    public Shape outputShape(Shape given) {
        input.requireFeatures(name, given);
        return output.shape(given.at(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        TimeMajor sums = input.layout(x);
        TimeMajor states = states(sums);
        Tensor gates = sums.buffer("gates", pass);
        Tensor h = states.buffer("h", pass);
        Tensor c = states.buffer("c", pass);
        input.forward(x, weights.bothBiases(pass), gates, pass);
        // The start: what a sequence that goes on over batches would hand over.
        states.clear(0, h);
        states.clear(0, c);
        Matrix w = weights.turnedHidden(pass);
        RecurrentCells cells = pass.kernels().recurrentCells();
        for (int t = 0; t < sums.time(); t++) {
            pass.kernels().addProduct(states.at(t, h), w, sums.at(t, gates));
            cells.lstm(sums.at(t, gates), states.at(t, c), states.at(t + 1, c), states.at(t + 1, h));
        }
        return output.forward(states, h, pass);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        TimeMajor sums = input.layout(pass.recall("x"));
        TimeMajor states = states(sums);
        TimeMajor one = new TimeMajor(1, sums.n(), weights.hidden());
        Tensor gates = sums.buffer("gates", pass);
        Tensor h = states.buffer("h", pass);
        Tensor c = states.buffer("c", pass);
        Tensor dgates = sums.buffer("dgates", pass);
        Matrix dh = one.at(0, one.buffer("dh", pass));
        Matrix dc = one.at(0, one.buffer("dc", pass));
        one.clear(0, one.buffer("dh", pass));
        one.clear(0, one.buffer("dc", pass));
        RecurrentCells cells = pass.kernels().recurrentCells();
        for (int t = sums.time() - 1; t >= 0; t--) {
            output.addGradient(dy, t, sums.time(), dh);
            cells.lstmBackward(sums.at(t, gates), states.at(t, c), states.at(t + 1, c), dh, dc, sums.at(t, dgates));
            if (t > 0) {
                pass.kernels().multiply(sums.at(t, dgates), weights.hiddenMatrix(), dh);
            }
        }
        if (pass.wantsParameterGradients()) {
            weights.addHiddenGradient(sums.first(sums.time(), dgates), states.first(sums.time(), h), pass.kernels());
        }
        return input.backward(dgates, pass);
    }

    private TimeMajor states(TimeMajor sums) {
        return new TimeMajor(sums.time() + 1, sums.n(), weights.hidden());
    }
}
