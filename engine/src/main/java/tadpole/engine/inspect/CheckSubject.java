package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;

/**
 * The network whose gradients are checked, and on what. The check works on copies: the network stays as it is.
 *
 * @param inputs prepared samples, [n, input shape]
 */
public record CheckSubject(Network network, Spec loss, Tensor inputs, Target target) {

    /** @throws IllegalArgumentException where there are fewer samples than a layer needs */
    public CheckSubject {
        int n = inputs.shape().at(0);
        if (n < network.leastBatch()) {
            throw new IllegalArgumentException("The network has a layer that measures a variance over the batch: take at least %d samples instead of %d."
                    .formatted(network.leastBatch(), n));
        }
        inputs = inputs.copy();
    }

    /**
     * An experiment at its very start.
     *
     * @param samples places in the training part of the data set
     * @throws SettingException where the parts do not fit or there is no such sample
     */
    public static CheckSubject of(Experiment experiment, Dataset dataset, List<Integer> samples) throws SettingException {
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i) < 0 || samples.get(i) >= dataset.train().size()) {
                throw new SettingException("%s has the training samples 0 to %d, but sample %d is asked for."
                        .formatted(dataset.title(), dataset.train().size() - 1, samples.get(i))).at("samples[%d]".formatted(i));
            }
        }
        Setup setup = Setup.of(experiment, dataset);
        if (samples.size() < setup.network().leastBatch()) {
            throw new SettingException("The network has a layer that measures a variance over the batch: take at least %d samples instead of %d."
                    .formatted(setup.network().leastBatch(), samples.size())).at("samples");
        }
        Batch batch = new Batch(setup.judged(dataset.train()), setup.preparations());
        batch.fill(samples.stream().mapToInt(Integer::intValue).toArray(), 0, samples.size());
        return new CheckSubject(setup.network(), experiment.loss(), batch.inputs(), batch.target());
    }

    public int samples() {
        return inputs.shape().at(0);
    }

    /** The network once more, with numbers of its own. */
    Network copy() {
        return copy(network);
    }

    static Network copy(Network network) {
        try {
            Network copy = Network.build(network.input(), network.stages().stream().map(Network.Stage::spec).toList(), new Seed(0));
            List<NamedTensor> from = network.state();
            List<NamedTensor> to = copy.state();
            for (int i = 0; i < to.size(); i++) {
                to.get(i).tensor().set(from.get(i).tensor());
            }
            copy.parameters().forEach(Parameter::changed);
            return copy;
        } catch (SettingException impossible) {
            throw new IllegalStateException("A network that was built once was refused.", impossible);
        }
    }
}
