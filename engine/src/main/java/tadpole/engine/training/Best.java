package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** The best epoch so far by a held-out figure, and its weights. */
final class Best {

    private Map<String, Tensor> weights = Map.of();
    private Optional<Evaluation> evaluation = Optional.empty();
    private int epoch;

    /** Keeps the weights when the figure is better than all before. */
    void consider(Network network, Evaluation candidate, int candidateEpoch, boolean watchesAccuracy) {
        if (evaluation.isPresent() && !isBetter(candidate, evaluation.get(), watchesAccuracy)) {
            return;
        }
        evaluation = Optional.of(candidate);
        epoch = candidateEpoch;
        weights = new LinkedHashMap<>();
        network.state().forEach(each -> weights.put(each.name(), each.tensor().copy()));
    }

    /** 0 where there is none yet. */
    int epoch() {
        return epoch;
    }

    /** Empty where there is none yet. */
    Optional<Moment.BestEpoch> told() {
        return evaluation.map(figure -> new Moment.BestEpoch(epoch, figure));
    }

    /** By the names of the network's tensors; never written to. */
    Map<String, Tensor> weights() {
        return weights;
    }

    /** Goes on from what {@link #told} and {@link #weights} gave. */
    void take(Moment.BestEpoch told, Map<String, Tensor> itsWeights) {
        evaluation = Optional.of(told.evaluation());
        epoch = told.epoch();
        weights = itsWeights;
    }

    void forget() {
        evaluation = Optional.empty();
        epoch = 0;
        weights = Map.of();
    }

    void restore(Network network) {
        network.state().forEach(each -> each.tensor().set(weights.get(each.name())));
        network.parameters().forEach(Parameter::changed);
    }

    private static boolean isBetter(Evaluation one, Evaluation other, boolean watchesAccuracy) {
        return watchesAccuracy ? one.correct() > other.correct() : one.loss() < other.loss();
    }
}
