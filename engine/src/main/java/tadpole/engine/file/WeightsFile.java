package tadpole.engine.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Experiment;

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
}
