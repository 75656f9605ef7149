package tadpole.engine.layer;

import java.util.Arrays;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * The inputs' part of a recurrent layer's sums, of all times at once: x Wᵀ + b. Word numbers count as one-hot rows of the
 * vocabulary, whose product with the weights is the column of the word: it is looked up.
 *
 * @param ids of no vocabulary where rows of features come in
 */
record SequenceInput(SequenceWeights weights, TokenIds ids) {

    /** How many features there are for inputs of one shape: the vocabulary's, if there is one. */
    static int features(Shape input, int vocabulary) {
        if (vocabulary > 0) {
            TokenIds.requireRow(input);
            return vocabulary;
        }
        if (input.rank() != 2) {
            throw new ShapeException("takes time×features, but is given " + input
                    + ". Put an embedding before it, or set its vocabulary where words come in.");
        }
        return input.at(1);
    }

    /** @throws ShapeException where the layer was made for other inputs */
    void requireFeatures(String name, Shape input) {
        int given = features(input, ids.vocabulary());
        if (given != weights.features()) {
            throw new ShapeException("%s takes %d features at each time, but is given %s.".formatted(name, weights.features(), input));
        }
    }

    private boolean looksUp() {
        return ids.vocabulary() > 0;
    }

    /** Writes the sums of all times. */
    void forward(Tensor x, float[] bias, Tensor sums, Pass pass) {
        TimeMajor layout = layout(x);
        pass.remember("x", x);
        if (looksUp()) {
            lookUp(x, layout, bias, sums, pass);
            return;
        }
        TimeMajor inputs = new TimeMajor(layout.time(), layout.n(), weights.features());
        Tensor turned = inputs.buffer("x by time", pass);
        inputs.fill(turned, x);
        pass.kernels().linear(inputs.first(layout.time(), turned), weights.inputMatrix().transpose(), bias, layout.first(layout.time(), sums));
    }

    TimeMajor layout(Tensor x) {
        return new TimeMajor(x.shape().at(1), x.shape().at(0), weights.width());
    }

    private void lookUp(Tensor x, TimeMajor layout, float[] bias, Tensor sums, Pass pass) {
        int width = weights.width();
        float[] rows = weights.turnedInputs(pass).data();
        for (int n = 0; n < layout.n(); n++) {
            for (int t = 0; t < layout.time(); t++) {
                int from = ids.at(x, n * layout.time() + t) * width;
                int to = (t * layout.n() + n) * width;
                for (int j = 0; j < width; j++) {
                    sums.data()[to + j] = rows[from + j] + bias[j];
                }
            }
        }
    }

    /** Adds the gradients of weight_ih_l0 and its bias, and gives that of x. */
    Tensor backward(Tensor dsums, Pass pass) {
        Tensor x = pass.recall("x");
        TimeMajor layout = layout(x);
        Matrix gradients = layout.first(layout.time(), dsums);
        TimeMajor inputs = new TimeMajor(layout.time(), layout.n(), weights.features());
        if (pass.wantsParameterGradients()) {
            pass.kernels().addColumnSums(gradients, weights.inputBias().gradient().data());
        }
        if (looksUp()) {
            return backwardOfWords(x, layout, dsums, pass);
        }
        if (pass.wantsParameterGradients()) {
            pass.kernels().addProduct(gradients.transpose(), inputs.first(layout.time(), inputs.buffer("x by time", pass)),
                    Matrix.of(weights.ofInputs().gradient().data(), weights.width(), weights.features()));
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor turned = inputs.buffer("dx by time", pass);
        pass.kernels().multiply(gradients, weights.inputMatrix(), inputs.first(layout.time(), turned));
        Tensor dx = pass.inputGradient(x.shape());
        inputs.copyTo(dx, turned, 0);
        return dx;
    }

    private Tensor backwardOfWords(Tensor x, TimeMajor layout, Tensor dsums, Pass pass) {
        if (pass.wantsParameterGradients()) {
            addGradientOfWords(x, layout, dsums, pass);
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor dx = pass.inputGradient(x.shape());
        Arrays.fill(dx.data(), 0, dx.size(), 0);
        return dx;
    }

    private void addGradientOfWords(Tensor x, TimeMajor layout, Tensor dsums, Pass pass) {
        int width = weights.width();
        Tensor rows = pass.buffer("dweight_ih turned", Shape.of(weights.features(), width));
        Arrays.fill(rows.data(), 0, rows.size(), 0);
        for (int n = 0; n < layout.n(); n++) {
            for (int t = 0; t < layout.time(); t++) {
                int to = ids.at(x, n * layout.time() + t) * width;
                int from = (t * layout.n() + n) * width;
                for (int j = 0; j < width; j++) {
                    rows.data()[to + j] += dsums.data()[from + j];
                }
            }
        }
        float[] dw = weights.ofInputs().gradient().data();
        for (int row = 0; row < width; row++) {
            for (int word = 0; word < weights.features(); word++) {
                dw[row * weights.features() + word] += rows.data()[word * width + row];
            }
        }
    }
}
