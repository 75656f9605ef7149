package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.Map;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** The start of a run whose weights come from elsewhere, such as a file. */
public final class GivenStart {

    private GivenStart() {}

    /**
     * The moment before the first step, all but the network's numbers as the experiment has them.
     *
     * @param network every tensor of the network, by its name and of its shape
     * @throws SettingException         where the experiment does not fit the data
     * @throws IllegalArgumentException where a tensor is missing or of another shape
     */
    public static Moment of(Experiment experiment, Dataset dataset, Device device, Map<String, Tensor> network) throws SettingException {
        Moment start = new Trainer(experiment, dataset, device, _ -> { }).moment();
        Map<String, Tensor> tensors = new LinkedHashMap<>(start.tensors());
        for (Map.Entry<String, Tensor> each : start.tensors().entrySet()) {
            if (each.getKey().startsWith(Moment.NETWORK)) {
                Tensor given = network.get(each.getKey().substring(Moment.NETWORK.length()));
                if (given == null || !given.shape().equals(each.getValue().shape())) {
                    throw new IllegalArgumentException("%s is %s, but %s is given.".formatted(each.getKey(), each.getValue().shape(),
                            given == null ? "nothing" : given.shape()));
                }
                tensors.put(each.getKey(), given.copy());
            }
        }
        return new Moment(start.step(), start.epoch(), start.position(), start.experiment(), start.plannedBatch(), start.tally(), start.best(), tensors);
    }
}
