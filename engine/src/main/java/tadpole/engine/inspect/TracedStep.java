package tadpole.engine.inspect;

import java.util.List;
import java.util.OptionalDouble;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Move;
import tadpole.engine.tensor.Seed;
import tadpole.engine.training.GradientTreatment;

/**
 * What a traced step was made with.
 *
 * @param training     whether dropout drops and batch normalization measures the batch; else as in evaluation
 * @param preparations of the samples, in order
 * @param layers       the stages of the network; only their shapes and settings count here, not their numbers
 * @param classes      names by label
 * @param number       of the step, from 1
 * @param seed         of all that is drawn in it
 */
public record TracedStep(
        boolean training, List<Preparation> preparations, List<Network.Stage> layers, Spec loss, Spec optimizer, GradientTreatment treatment,
        List<String> classes, long number, Move move, Seed seed) {

    public TracedStep {
        preparations = List.copyOf(preparations);
        layers = List.copyOf(layers);
        classes = List.copyOf(classes);
    }

    double rate() {
        return move.rate();
    }

    OptionalDouble momentum() {
        return move.momentum();
    }
}
