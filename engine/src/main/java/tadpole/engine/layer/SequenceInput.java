package tadpole.engine.layer;

import java.util.Arrays;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.kernel.Recurrence;
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

    /** Rows that are turned together: their numbers fill a line of the cache. */
    private static final int LINE = 16;
    /** Where a step has this many times fewer words than there are, only these are looked up. */
    private static final int FEW = 4;

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

    /** The sums for every step. */
    Recurrence.Inputs forward(Tensor x, Recurrence.Sequences sequences, Pass pass) {
        pass.remember("x", x);
        int[] places = places(sequences, pass);
        if (looksUp()) {
            int[] words = words(x, places, pass);
            return x.size() < weights.features() / FEW ? few(words, x.size(), pass) : new Recurrence.Inputs(table(pass), words);
        }
        Matrix sums = Matrix.of(pass.buffer("sums", Shape.of(sequences.n(), sequences.time(), weights.width())).data(), places(x), weights.width());
        TokenProduct.linear(features(x), weights.ofInputs(), weights.inputBias(), sums, pass);
        return new Recurrence.Inputs(sums, places);
    }

    /** Where each step, time first, stands in a batch. */
    private static int[] places(Recurrence.Sequences sequences, Pass pass) {
        int[] places = pass.indices("places", sequences.time() * sequences.n());
        for (int t = 0; t < sequences.time(); t++) {
            for (int row = 0; row < sequences.n(); row++) {
                places[t * sequences.n() + row] = row * sequences.time() + t;
            }
        }
        return places;
    }

    private int[] words(Tensor x, int[] places, Pass pass) {
        int[] words = pass.indices("words", x.size());
        for (int step = 0; step < x.size(); step++) {
            words[step] = ids.at(x, places[step]);
        }
        return words;
    }

    /** The sums of a few words, a row for each step: the same numbers as in the table. */
    private Recurrence.Inputs few(int[] ids, int steps, Pass pass) {
        int width = weights.width();
        int words = weights.features();
        float[] sums = pass.buffer("sums", Shape.of(steps, width)).data();
        int[] rows = pass.indices("rows", steps);
        float[] from = weights.ofInputs().value().data();
        float[] bias = weights.inputBias().value().data();
        for (int step = 0; step < steps; step++) {
            rows[step] = step;
            for (int row = 0; row < width; row++) {
                sums[step * width + row] = from[row * words + ids[step]] + bias[row];
            }
        }
        return new Recurrence.Inputs(Matrix.of(sums, steps, width), rows);
    }

    /** Each word's part of the sums, [words, width]: its column of the weights and the bias. */
    private Matrix table(Pass pass) {
        Matrix table = Matrix.of(pass.buffer("table", Shape.of(weights.features(), weights.width())).data(), weights.features(), weights.width());
        float[] from = weights.ofInputs().value().data();
        float[] bias = weights.inputBias().value().data();
        int width = weights.width();
        int words = weights.features();
        for (int first = 0; first < width; first += LINE) {
            int end = Math.min(width, first + LINE);
            for (int word = 0; word < words; word++) {
                for (int row = first; row < end; row++) {
                    table.data()[word * width + row] = from[row * words + word] + bias[row];
                }
            }
        }
        return table;
    }

    private Matrix features(Tensor x) {
        return Matrix.of(x.data(), places(x), weights.features());
    }

    private static int places(Tensor x) {
        return x.shape().at(0) * x.shape().at(1);
    }

    /**
     * Adds the gradients of weight_ih_l0 and its bias, and gives that of x.
     *
     * @param dsums [time n, width], time first
     */
    Tensor backward(Matrix dsums, Recurrence.Sequences sequences, Pass pass) {
        Tensor x = pass.recall("x");
        if (pass.wantsParameterGradients()) {
            addGradients(x, dsums, places(sequences, pass), pass);
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        if (looksUp()) {
            Tensor dx = pass.inputGradient(x.shape());
            Arrays.fill(dx.data(), 0, dx.size(), 0);
            return dx;
        }
        Matrix dx = Matrix.of(pass.buffer("dx by time", x.shape()).data(), places(x), weights.features());
        pass.kernels().multiply(dsums, weights.inputMatrix(), dx);
        return backInPlace(dx, x, sequences, pass);
    }

    /** The gradient of a bias: the sums of columns, which the hiddens' bias may share. */
    private void addBias(Matrix dsums, Pass pass) {
        Tensor sums = biasSums(pass);
        Arrays.fill(sums.data(), 0, sums.size(), 0);
        pass.kernels().addColumnSums(dsums, sums.data());
        pass.kernels().axpy(1, sums.data(), weights.inputBias().gradient().data(), sums.size());
    }

    /** The last gradient of the inputs' bias alone. */
    Tensor biasSums(Pass pass) {
        return pass.buffer("bias sums", weights.inputBias().shape());
    }

    private Tensor backInPlace(Matrix byTime, Tensor x, Recurrence.Sequences sequences, Pass pass) {
        Tensor dx = pass.inputGradient(x.shape());
        int[] steps = places(new Recurrence.Sequences(sequences.n(), sequences.time(), false), pass);
        pass.kernels().gatherRows(byTime, steps, features(dx));
        return dx;
    }

    private void addGradients(Tensor x, Matrix dsums, int[] places, Pass pass) {
        if (looksUp()) {
            addGradientOfWords(x, dsums, places, pass);
            return;
        }
        addBias(dsums, pass);
        Matrix byTime = Matrix.of(pass.buffer("x by time", x.shape()).data(), places(x), weights.features());
        pass.kernels().gatherRows(features(x), places, byTime);
        pass.kernels().addProduct(dsums.transpose(), byTime, Matrix.of(weights.ofInputs().gradient().data(), weights.width(), weights.features()));
    }

    private void addGradientOfWords(Tensor x, Matrix dsums, int[] places, Pass pass) {
        int width = weights.width();
        Tensor table = pass.buffer("dtable", Shape.of(weights.features(), width));
        Arrays.fill(table.data(), 0, table.size(), 0);
        pass.kernels().scatterRows(dsums, words(x, places, pass), Matrix.of(table.data(), weights.features(), width));
        addBias(Matrix.of(table.data(), weights.features(), width), pass);
        float[] dw = weights.ofInputs().gradient().data();
        int words = weights.features();
        for (int first = 0; first < width; first += LINE) {
            int end = Math.min(width, first + LINE);
            for (int word = 0; word < words; word++) {
                for (int row = first; row < end; row++) {
                    dw[row * words + word] += table.data()[word * width + row];
                }
            }
        }
    }
}
