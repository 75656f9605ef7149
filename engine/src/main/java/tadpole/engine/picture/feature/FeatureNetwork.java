package tadpole.engine.picture.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.layer.Network;

/**
 * A frozen network whose inner maps say what a picture is made of. It takes pictures [n,3,height,width] of red, green and blue in
 * 0..255 of any size: its first layer, a 1x1 convolution, brings them to the scale it was trained on.
 */
public final class FeatureNetwork {

    private final String name;
    private final Network network;
    private final Map<String, String> stages;

    /**
     * @param name    as the window says it: "VGG-19, quarter width"
     * @param network of conv2d, relu and pooling layers; its weights are never changed
     * @param stages  names of the maps one can look at in the field's words, "relu4_1", from the first, with the stage of the network that gives each
     */
    public FeatureNetwork(String name, Network network, Map<String, String> stages) {
        this.name = name;
        this.network = network;
        this.stages = new LinkedHashMap<>(stages);
    }

    public String name() {
        return name;
    }

    public Network network() {
        return network;
    }

    /** The maps it has, from the first to the deepest: "relu1_1", "relu1_2", ... */
    public List<String> layers() {
        return List.copyOf(stages.keySet());
    }

    public boolean has(String layer) {
        return stages.containsKey(layer);
    }

    /** How many maps a layer has. */
    public int channels(String layer) {
        return stage(layer).output().at(0);
    }

    /** How many pixels of the picture one place of a layer stands for, in each direction: 1, 2, 4, 8 or 16. */
    public int pixelsPerPlace(String layer) {
        return Math.round((float) network.input().at(1) / stage(layer).output().at(1));
    }

    /** The stage of the network that gives a layer. */
    public String stageOf(String layer) {
        String stage = stages.get(layer);
        if (stage == null) {
            throw new IllegalArgumentException("%s has no layer \"%s\", only %s.".formatted(name, layer, String.join(", ", stages.keySet())));
        }
        return stage;
    }

    /** The deepest of some layers. */
    public String deepest(List<String> layers) {
        return layers().reversed().stream().filter(layers::contains).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No layer of " + name + " is asked for."));
    }

    private Network.Stage stage(String layer) {
        String wanted = stageOf(layer);
        return network.stages().stream().filter(stage -> stage.name().equals(wanted)).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
