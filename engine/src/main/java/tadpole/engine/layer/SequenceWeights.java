package tadpole.engine.layer;

import java.util.List;
import java.util.random.RandomGenerator;
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

    Matrix hiddenMatrix() {
        return Matrix.of(ofHidden.value().data(), width(), hidden);
    }

    Matrix inputMatrix() {
        return Matrix.of(ofInputs.value().data(), width(), features);
    }

    /** From state to state the identity, the inputs' weights normal with √(2/features), no biases: Le, Jaitly and Hinton 2015. */
    void startAtIdentity(Seed seed) {
        Initialization.fillNormal(ofInputs.value(), Math.sqrt(2.0 / features), seed.generator());
        ofHidden.value().fill(0);
        for (int i = 0; i < hidden; i++) {
            ofHidden.value().data()[i * hidden + i] = 1;
        }
        inputBias.value().fill(0);
        hiddenBias.value().fill(0);
    }
}
