package tadpole.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** The best epoch so far by a held-out figure, and its weights. */
final class Best {

    private final boolean watchesAccuracy;
    private final List<Tensor> weights = new ArrayList<>();
    private Optional<Evaluation> evaluation = Optional.empty();
    private int epoch;

    Best(boolean watchesAccuracy) {
        this.watchesAccuracy = watchesAccuracy;
    }

    /** Keeps the weights when the figure is better than all before. */
    void consider(Network network, Evaluation candidate, int candidateEpoch) {
        if (evaluation.isPresent() && !isBetter(candidate, evaluation.get())) {
            return;
        }
        evaluation = Optional.of(candidate);
        epoch = candidateEpoch;
        weights.clear();
        network.state().forEach(each -> weights.add(each.tensor().copy()));
    }

    int epoch() {
        return epoch;
    }

    void restore(Network network) {
        List<NamedTensor> state = network.state();
        for (int i = 0; i < weights.size(); i++) {
            state.get(i).tensor().set(weights.get(i));
        }
        network.parameters().forEach(Parameter::changed);
    }

    private boolean isBetter(Evaluation one, Evaluation other) {
        return watchesAccuracy ? one.correct() > other.correct() : one.loss() < other.loss();
    }
}
