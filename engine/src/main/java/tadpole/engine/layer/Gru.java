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
 * r = sigmoid(Wir x + bir + Whr h + bhr), z likewise, n = tanh(Win x + bin + r (Whn h + bhn)); h = (1 - z) n + z h, from time to time,
 * starting at zero. Cho et al. 2014; order and names as in PyTorch. Shapes: x [n,time,features], or [n,time] of word numbers with a
 * vocabulary.
 */
public final class Gru implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("gru", "GRU",
            "Reads a sequence step by step and keeps or renews its state: an LSTM with fewer gates.",
            List.of(SequenceOutput.HIDDEN, SequenceOutput.OUTPUT,
                    TokenIds.setting(0, 0, "How many words there are where word numbers come in, taken as one-hot rows; 0: rows of numbers come in.")),
            Gru::new);

    private static final int GATES = 3;

    private final String name;
    private final SequenceWeights weights;
    private final SequenceInput input;
    private final SequenceOutput output;

    private Gru(String name, Settings settings, Shape input, Seed seed) {
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
        Tensor hiddens = sums.buffer("hiddens", pass);
        Tensor h = states.buffer("h", pass);
        input.forward(x, weights.inputBias().value().data(), gates, pass);
        // The start: what a sequence that goes on over batches would hand over.
        states.clear(0, h);
        Matrix w = weights.turnedHidden(pass);
        float[] bias = weights.hiddenBias().value().data();
        RecurrentCells cells = pass.kernels().recurrentCells();
        for (int t = 0; t < sums.time(); t++) {
            pass.kernels().linear(states.at(t, h), w, bias, sums.at(t, hiddens));
            cells.gru(sums.at(t, gates), sums.at(t, hiddens), states.at(t, h), states.at(t + 1, h));
        }
        return output.forward(states, h, pass);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        TimeMajor sums = input.layout(pass.recall("x"));
        TimeMajor states = states(sums);
        TimeMajor one = new TimeMajor(1, sums.n(), weights.hidden());
        Tensor gates = sums.buffer("gates", pass);
        Tensor hiddens = sums.buffer("hiddens", pass);
        Tensor h = states.buffer("h", pass);
        Tensor dgates = sums.buffer("dgates", pass);
        Tensor dhiddens = sums.buffer("dhiddens", pass);
        Matrix dh = one.at(0, one.buffer("dh", pass));
        one.clear(0, one.buffer("dh", pass));
        RecurrentCells cells = pass.kernels().recurrentCells();
        for (int t = sums.time() - 1; t >= 0; t--) {
            output.addGradient(dy, t, sums.time(), dh);
            cells.gruBackward(sums.at(t, gates), sums.at(t, hiddens), states.at(t, h), dh, sums.at(t, dgates), sums.at(t, dhiddens));
            if (t > 0) {
                pass.kernels().addProduct(sums.at(t, dhiddens), weights.hiddenMatrix(), dh);
            }
        }
        if (pass.wantsParameterGradients()) {
            weights.addHiddenGradient(sums.first(sums.time(), dhiddens), states.first(sums.time(), h), pass.kernels());
        }
        return input.backward(dgates, pass);
    }

    private TimeMajor states(TimeMajor sums) {
        return new TimeMajor(sums.time() + 1, sums.n(), weights.hidden());
    }
}
