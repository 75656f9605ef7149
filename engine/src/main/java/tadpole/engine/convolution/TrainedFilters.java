package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** The convolutions of a network, those inside of residual blocks too, and what comes into each of them. */
public final class TrainedFilters {

    private final Network network;
    private final List<TrainedLayer> layers;

    private TrainedFilters(Network network, List<TrainedLayer> layers) {
        this.network = network;
        this.layers = List.copyOf(layers);
    }

    public static TrainedFilters of(Network network) {
        List<TrainedLayer> layers = new ArrayList<>();
        gather("", network, layers);
        return new TrainedFilters(network, layers);
    }

    private static void gather(String prefix, Network network, List<TrainedLayer> into) {
        for (Network.Stage stage : network.stages()) {
            if (stage.layer() instanceof Conv2d) {
                into.add(new TrainedLayer(prefix + stage.name(), stage));
            } else if (stage.layer() instanceof ResidualBlock block) {
                parts(prefix, stage, block).forEach((inner, part) -> gather(inner, part, into));
            }
        }
    }

    /** By what the names of their layers begin with, body first. */
    private static Map<String, Network> parts(String prefix, Network.Stage stage, ResidualBlock block) {
        Map<String, Network> parts = new TreeMap<>();
        block.networks().forEach((name, part) -> parts.put(prefix + stage.name() + "." + name + ".", part));
        return parts;
    }

    /** In the order in which a picture meets them. */
    public List<TrainedLayer> layers() {
        return layers;
    }

    public Optional<TrainedLayer> layer(String name) {
        return layers.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * What comes into a layer, [channels, height, width], where the network is evaluated.
     *
     * @param sample [channels, height, width], prepared as the network was trained
     */
    public Tensor input(TrainedLayer layer, Tensor sample, Device device) {
        return input(layer, "", network, sample.as(sample.shape().batchOf(1)), device)
                .orElseThrow(() -> new IllegalArgumentException("%s is no layer of this network.".formatted(layer.name())));
    }

    private static Optional<Tensor> input(TrainedLayer wanted, String prefix, Network network, Tensor x, Device device) {
        Tensor passing = x;
        for (Network.Stage stage : network.stages()) {
            if (wanted.name().equals(prefix + stage.name())) {
                return Optional.of(sample(passing));
            }
            if (stage.layer() instanceof ResidualBlock block) {
                for (Map.Entry<String, Network> part : parts(prefix, stage, block).entrySet()) {
                    if (wanted.name().startsWith(part.getKey())) {
                        return input(wanted, part.getKey(), part.getValue(), passing, device);
                    }
                }
            }
            passing = stage.layer().forward(passing, Pass.evaluation(device));
        }
        return Optional.empty();
    }

    /** What a layer itself makes of it, [filters, height, width], before any activation. @param input what comes into the layer */
    public static Tensor output(TrainedLayer layer, Tensor input, Device device) {
        return sample(layer.stage().layer().forward(input.as(input.shape().batchOf(1)), Pass.evaluation(device)));
    }

    private static Tensor sample(Tensor batch) {
        return batch.as(batch.shape().perSample()).copy();
    }
}
