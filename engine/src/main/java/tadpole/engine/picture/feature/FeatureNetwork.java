package tadpole.engine.picture.feature;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;

/**
 * A frozen network whose inner maps say what a picture is made of. It takes pictures [n,3,height,width] of red, green and blue in
 * 0..255 of any size: its first layer, a 1x1 convolution, brings them to the scale it was trained on.
 */
public final class FeatureNetwork {

    private final String name;
    private final Network network;
    private final Map<String, String> stages;
    private final Map<String, Integer> indices = new HashMap<>();

    /**
     * @param name    as the window says it: "VGG-19, quarter width"
     * @param network of conv2d, relu and pooling layers; its weights are never changed
     * @param stages  names of the maps one can look at in the field's words, "relu4_1", from the first, with the stage of the network that gives each
     */
    public FeatureNetwork(String name, Network network, Map<String, String> stages) {
        this.name = name;
        this.network = network;
        this.stages = new LinkedHashMap<>(stages);
        List<String> all = network.stages().stream().map(Network.Stage::name).toList();
        stages.forEach((layer, stage) -> {
            if (!all.contains(stage)) {
                throw new IllegalArgumentException("%s is to give %s, but %s has no such stage.".formatted(stage, layer, name));
            }
            indices.put(layer, all.indexOf(stage));
        });
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
        return network.stages().get(index(layer)).output().at(0);
    }

    /** How many pixels of the picture one place of a layer stands for, in each direction: 1, 2, 4, 8 or 16. */
    public int pixelsPerPlace(String layer) {
        return reach(layer).step();
    }

    /** What one place of a layer sees of the picture. */
    public FeatureReach reach(String layer) {
        FeatureReach reach = FeatureReach.PIXEL;
        for (Network.Stage stage : network.stages().subList(0, index(layer) + 1)) {
            reach = reach.after(StageWindow.of(stage));
        }
        return reach;
    }

    /**
     * [channels,height,width] of the maps that a picture of this size gives at some layers.
     *
     * @throws IllegalArgumentException in one sentence where the picture is too small for one of them
     */
    public Map<String, Shape> shapes(int height, int width, List<String> layers) {
        Map<String, Shape> shapes = new HashMap<>();
        if (layers.isEmpty()) {
            return shapes;
        }
        String deepest = deepest(layers);
        if (!fits(height, width, deepest)) {
            int least = leastSize(deepest);
            throw new IllegalArgumentException("For %s, %s needs a picture of at least %d×%d pixels, but this one has %d×%d. Take a larger one, or none of the deeper layers."
                    .formatted(deepest, name, least, least, width, height));
        }
        List<Shape> all = stageShapes(height, width, deepest);
        layers.forEach(layer -> shapes.put(layer, all.get(index(layer))));
        return shapes;
    }

    /** The outputs of all stages up to a layer's, [channels,height,width] each. */
    List<Shape> stageShapes(int height, int width, String deepest) {
        Shape[] passing = {Shape.of(network.input().at(0), height, width)};
        return network.stages().subList(0, index(deepest) + 1).stream()
                .map(stage -> passing[0] = stage.layer().outputShape(passing[0])).toList();
    }

    /** The side of the smallest square picture that has maps at a layer. */
    public int leastSize(String layer) {
        int size = 1;
        while (!fits(size, size, layer)) {
            size++;
        }
        return size;
    }

    private boolean fits(int height, int width, String deepest) {
        try {
            return stageShapes(height, width, deepest).getLast().size() > 0;
        } catch (ShapeException tooSmall) {
            return false;
        }
    }

    /** The stage of the network that gives a layer. */
    public String stageOf(String layer) {
        return network.stages().get(index(layer)).name();
    }

    /** The deepest of some layers. */
    public String deepest(List<String> layers) {
        layers.forEach(this::index);
        return layers().reversed().stream().filter(layers::contains).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No layer of " + name + " is asked for."));
    }

    private int index(String layer) {
        Integer index = indices.get(layer);
        if (index == null) {
            throw new IllegalArgumentException("%s has no layer \"%s\", only %s.".formatted(name, layer, String.join(", ", stages.keySet())));
        }
        return index;
    }

    @Override
    public String toString() {
        return name;
    }
}
