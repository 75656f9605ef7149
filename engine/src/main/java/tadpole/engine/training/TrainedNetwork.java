package tadpole.engine.training;

import java.util.List;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * A network with weights, the experiment that they come from, and the data that it is tried on.
 *
 * @param network nobody writes into it
 */
public record TrainedNetwork(Experiment experiment, Dataset dataset, Setup setup, Network network) {

    /** @throws SettingException where the network is not one of that experiment and data */
    public static TrainedNetwork of(Experiment experiment, Dataset dataset, Network network) throws SettingException {
        Setup setup = Setup.of(experiment, dataset);
        if (!shapes(network).equals(shapes(setup.network()))) {
            throw new SettingException("The experiment in Train was changed since this network was trained. Train it again.");
        }
        return new TrainedNetwork(experiment, dataset, setup, network);
    }

    private static List<String> shapes(Network network) {
        return network.state().stream().map(each -> each.name() + " " + each.tensor().shape()).toList();
    }

    /** A network of its own with the same numbers. */
    public Network copy() {
        try {
            Network copy = Requirements.of(experiment, dataset);
            List<NamedTensor> from = network.state();
            List<NamedTensor> to = copy.state();
            for (int i = 0; i < to.size(); i++) {
                to.get(i).tensor().set(from.get(i).tensor());
            }
            copy.parameters().forEach(Parameter::changed);
            return copy;
        } catch (SettingException impossible) {
            throw new IllegalStateException("What was built once can be built again.", impossible);
        }
    }

    /** What it is tried on: the test samples, where there are none the validation samples, else those it learned from. */
    public Split samples() {
        return setup.test().or(setup::validation).orElseGet(setup::train);
    }

    /** As sentences call them: "test". */
    public String part() {
        return setup.test().isPresent() ? "test" : setup.validation().isPresent() ? "validation" : "training";
    }

    /** One sample as the network is given it, after all preparations. */
    public Tensor prepared(Split split, int index) {
        float[] values = new float[Preparations.room(setup.preparations(), split.shape())];
        split.read(index, values, 0);
        return prepared(values);
    }

    /** The same of raw numbers. @param raw of the data set's shape; not changed */
    public Tensor prepared(Tensor raw) {
        float[] values = new float[Preparations.room(setup.preparations(), dataset.shape())];
        System.arraycopy(raw.data(), 0, values, 0, raw.size());
        return prepared(values);
    }

    private Tensor prepared(float[] values) {
        Preparations.apply(setup.preparations(), values, dataset.shape());
        return Tensor.of(Preparations.shape(setup.preparations(), dataset.shape()), values).copy();
    }
}
