package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Recurrence;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** What RNN, LSTM and GRU share: the inputs' part of the sums is made for all times at once, then the states go from time to time. */
abstract class Recurrent implements Layer {

    static final List<Setting> SETTINGS = List.of(SequenceOutput.HIDDEN, SequenceOutput.OUTPUT,
            TokenIds.setting(0, 0, "How many words there are where word numbers come in, taken as one-hot rows; 0: rows of numbers come in."),
            HiddenWeights.DROPOUT);

    private final String name;
    private final SequenceWeights weights;
    private final HiddenWeights hiddenWeights;
    private final SequenceInput input;
    private final SequenceOutput output;

    Recurrent(int gates, String name, Settings settings, Shape input, Seed seed) {
        int vocabulary = settings.whole("vocabulary");
        this.name = name;
        this.output = SequenceOutput.of(settings);
        this.weights = SequenceWeights.start(name, gates, SequenceInput.features(input, vocabulary), output.hidden(), seed);
        this.hiddenWeights = new HiddenWeights(weights, settings.decimal("weightDropout"));
        this.input = new SequenceInput(weights, new TokenIds(name, vocabulary));
    }

    final void startAtIdentity(Seed seed) {
        weights.startAtIdentity(seed);
    }

    /** The layer's way through time for so many hidden units. */
    abstract Recurrence recurrence(Kernels kernels, int hidden);

    @Override
    public final List<Parameter> parameters() {
        return weights.parameters();
    }

    @Override
    public final Shape outputShape(Shape given) {
        input.requireFeatures(name, given);
        return output.shape(given.at(0));
    }

    @Override
    public final Tensor forward(Tensor x, Pass pass) {
        Recurrence.Sequences sequences = output.sequences(x);
        Tensor y = pass.output(output.shape(sequences.time()).batchOf(sequences.n()));
        Recurrence.Inputs inputs = input.forward(x, sequences, pass);
        Recurrence kernel = kernel(pass);
        Recurrence.Weights hidden = new Recurrence.Weights(hiddenWeights.draw(pass), weights.hiddenBias().value().data(),
                pass.isTraining() ? -1 : weights.ofHidden().version());
        if (pass.carriesStates()) {
            kernel.forward(sequences, inputs, hidden, states(kernel, sequences.n(), pass), y.data());
        } else {
            kernel.forward(sequences, inputs, hidden, y.data());
        }
        return y;
    }

    private Recurrence.States states(Recurrence kernel, int n, Pass pass) {
        int size = n * weights.hidden();
        return new Recurrence.States(pass.state("h", size), kernel.keepsC() ? pass.state("c", size) : new float[0]);
    }

    private Recurrence kernel(Pass pass) {
        return pass.kept("recurrence", weights.hidden(), hidden -> recurrence(pass.kernels(), hidden));
    }

    @Override
    public final Tensor backward(Tensor dy, Pass pass) {
        Recurrence kernel = kernel(pass);
        kernel.backward(hiddenWeights.drawn(pass), dy.data());
        if (pass.wantsParameterGradients()) {
            hiddenWeights.addGradient(kernel, pass);
        }
        Tensor dx = input.backward(kernel.inputGradients(), output.sequences(pass.recall("x")), pass);
        if (pass.wantsParameterGradients()) {
            addHiddenBias(kernel, pass);
        }
        return dx;
    }

    private void addHiddenBias(Recurrence kernel, Pass pass) {
        float[] gradient = weights.hiddenBias().gradient().data();
        if (kernel.hiddenGradients().equals(kernel.inputGradients())) {
            pass.kernels().axpy(1, input.biasSums(pass).data(), gradient, gradient.length);
            return;
        }
        pass.kernels().addColumnSums(kernel.hiddenGradients(), gradient);
    }
}
