package tadpole.engine.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Requirements;

/**
 * A network's weights as safetensors, with the experiment that they come from: metadata "tadpole" is the version,
 * "experiment" the text of the experiment file.
 *
 * @param tensors parameters and buffers by their names
 */
public record WeightsFile(Experiment experiment, Map<String, Tensor> tensors) {

    /** The version written, and the only one read. */
    public static final int VERSION = 1;

    public static void write(Path path, Experiment experiment, Network network) throws FileException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        network.state().forEach(each -> tensors.put(each.name(), each.tensor()));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("tadpole", Integer.toString(VERSION));
        metadata.put("experiment", ExperimentFile.text(experiment));
        new Safetensors(metadata, tensors).write(path);
    }

    public static WeightsFile read(Path path) throws FileException {
        Safetensors content = Safetensors.read(path);
        String version = content.metadata().get("tadpole");
        if (version == null) {
            throw new FileException("%s holds tensors, but not Tadpole's: its metadata has no \"tadpole\".".formatted(path.getFileName()));
        }
        if (!version.equals(Integer.toString(VERSION))) {
            throw new FileException("%s has version %s of weights files; this program knows version %d."
                    .formatted(path.getFileName(), version, VERSION));
        }
        String experiment = content.metadata().getOrDefault("experiment", "");
        return new WeightsFile(
                ExperimentFile.parse("experiment in " + path.getFileName(), experiment), content.tensors());
    }

    /**
     * The experiment's network for its data, with these weights.
     *
     * @throws FileException    where a tensor is missing, not known or of another shape
     * @throws SettingException where the experiment does not fit the data
     */
    public Network network(Dataset dataset) throws FileException, SettingException {
        Network network = Requirements.of(experiment, dataset);
        fill(network, dataset.title());
        return network;
    }

    /**
     * The experiment's network for samples of one shape, with these weights, where no data are at hand.
     *
     * @throws FileException    where a tensor is missing, not known or of another shape
     * @throws SettingException where a layer does not fit
     */
    public Network network(Shape sample) throws FileException, SettingException {
        Network network = Network.build(sample, experiment.layers(), new Seed(experiment.seed()));
        fill(network, sample.toString());
        return network;
    }

    private void fill(Network network, String data) throws FileException {
        Set<String> untaken = new TreeSet<>(tensors.keySet());
        for (NamedTensor each : network.state()) {
            Tensor given = tensors.get(each.name());
            untaken.remove(each.name());
            if (given == null) {
                throw misfit("hold no \"%s\", which its experiment's network has as %s".formatted(each.name(), each.tensor().shape()));
            }
            if (!given.shape().equals(each.tensor().shape())) {
                throw misfit("hold \"%s\" as %s, but its experiment's network for %s has it as %s".formatted(
                        each.name(), given.shape(), data, each.tensor().shape()));
            }
            each.tensor().set(given);
        }
        if (!untaken.isEmpty()) {
            throw misfit("hold \"%s\", which its experiment's network does not have".formatted(untaken.iterator().next()));
        }
        network.parameters().forEach(Parameter::changed);
    }

    private FileException misfit(String what) {
        return new FileException("The weights of \"%s\" %s. Save them anew from Train, or with \"tadpole run --out\".".formatted(experiment.name(), what));
    }
}
