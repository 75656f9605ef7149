package tadpole.engine.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * What a recurrent layer learns, in PyTorch's names and shapes: weight_ih_l0 [gates hidden, features],
 * weight_hh_l0 [gates hidden, hidden] and two biases. All start uniform within ±1/√hidden.
 */
record SequenceWeights(int gates, int features, int hidden, Parameter ofInputs, Parameter ofHidden, Parameter inputBias,
        Parameter hiddenBias) {

    static SequenceWeights start(String name, int gates, int features, int hidden, Seed seed) {
        SequenceWeights made = new SequenceWeights(gates, features, hidden,
                Parameter.zeros(name + ".weight_ih_l0", Parameter.Role.WEIGHT, Shape.of(gates * hidden, features)),
                Parameter.zeros(name + ".weight_hh_l0", Parameter.Role.WEIGHT, Shape.of(gates * hidden, hidden)),
                Parameter.zeros(name + ".bias_ih_l0", Parameter.Role.BIAS, Shape.of(gates * hidden)),
                Parameter.zeros(name + ".bias_hh_l0", Parameter.Role.BIAS, Shape.of(gates * hidden)));
        RandomGenerator random = seed.generator();
        made.parameters().forEach(each -> Initialization.fillUniform(each.value(), hidden, random));
        return made;
    }

    List<Parameter> parameters() {
        return List.of(ofInputs, ofHidden, inputBias, hiddenBias);
    }

    /** Numbers of all gates of one sequence at one time. */
    int width() {
        return gates * hidden;
    }

    /** weight_hh_l0 laid out [hidden, gates hidden], so that no step of time has to turn it. */
    Matrix turnedHidden(Pass pass) {
        return turned(ofHidden, hidden, pass.buffer("weight_hh turned", Shape.of(hidden, width())));
    }

    /** weight_ih_l0 laid out [features, gates hidden]: a row for each feature. */
    Matrix turnedInputs(Pass pass) {
        return turned(ofInputs, features, pass.buffer("weight_ih turned", Shape.of(features, width())));
    }

    private Matrix turned(Parameter weight, int columns, Tensor into) {
        float[] from = weight.value().data();
        for (int row = 0; row < width(); row++) {
            for (int column = 0; column < columns; column++) {
                into.data()[column * width() + row] = from[row * columns + column];
            }
        }
        return Matrix.of(into.data(), columns, width());
    }

    /** bias_ih_l0 + bias_hh_l0. */
    float[] bothBiases(Pass pass) {
        float[] sums = pass.buffer("both biases", inputBias.shape()).data();
        for (int j = 0; j < width(); j++) {
            sums[j] = inputBias.value().data()[j] + hiddenBias.value().data()[j];
        }
        return sums;
    }

    Matrix hiddenMatrix() {
        return Matrix.of(ofHidden.value().data(), width(), hidden);
    }

    Matrix inputMatrix() {
        return Matrix.of(ofInputs.value().data(), width(), features);
    }

    /**
     * Adds the gradients of weight_hh_l0 and its bias.
     *
     * @param dsums  of all times, [time n, gates hidden]
     * @param before the hidden state that each of them began with, [time n, hidden]
     */
    void addHiddenGradient(Matrix dsums, Matrix before, Kernels kernels) {
        kernels.addProduct(dsums.transpose(), before, Matrix.of(ofHidden.gradient().data(), width(), hidden));
        kernels.addColumnSums(dsums, hiddenBias.gradient().data());
    }
}
