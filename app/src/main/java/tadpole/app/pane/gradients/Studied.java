package tadpole.app.pane.gradients;

import java.util.List;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Target;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;

/**
 * A network with its weights, on some samples: what is checked, or stepped through.
 *
 * @param choice     where the network is from
 * @param experiment that builds it; what is sent to Train
 * @param setup      the experiment's parts
 * @param network    with the weights that are looked at; not to be changed
 * @param test       whether the samples are of the test part
 * @param samples    their places in {@link #split}
 */
public record Studied(
        NetworkChoice choice, Experiment experiment, Dataset dataset, Setup setup, Network network, boolean test, List<Integer> samples) {

    public Studied {
        samples = List.copyOf(samples);
    }

    /** The part that the samples are of, with its targets as the network learns them. */
    public Split split() {
        return setup.judged(test ? dataset.test().orElseThrow() : dataset.train());
    }

    /** The samples prepared, and their labels; a new one at each call. */
    public Batch batch() {
        Batch batch = new Batch(split(), setup.preparations());
        batch.fill(samples.stream().mapToInt(Integer::intValue).toArray(), 0, samples.size());
        return batch;
    }

    /** What the network should have given for the batch. */
    public Target target() {
        return batch().target();
    }

    /** Such as "frog, train #242", or "16 samples, train". */
    public String samplesText() {
        String part = test ? "test" : "train";
        if (samples.size() > 1) {
            return "%d samples, %s".formatted(samples.size(), part);
        }
        String label = dataset.isRegression() ? "sample" : dataset.classes().get(split().label(samples.getFirst()));
        return "%s, %s #%d".formatted(label, part, samples.getFirst());
    }

    /** Such as "Linear softmax · frog, train #242". */
    public String title() {
        String name = choice.isBuiltIn() ? choice.label() : experiment.name();
        return "%s · %s".formatted(name, samplesText());
    }
}
