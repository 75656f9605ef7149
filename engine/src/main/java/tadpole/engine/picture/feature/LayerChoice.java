package tadpole.engine.picture.feature;

import java.util.List;
import java.util.Optional;

/** Which maps of a network stand for those of VGG-19 that the methods speak of. */
public final class LayerChoice {

    /** VGG's layers to which the five weights of a list of weights belong. */
    public static final List<String> LAYERS = List.of("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1");

    private LayerChoice() {}

    /**
     * The layer of that name; of a network that has none, the first one of at least the same depth, counted in pixels per place, or its deepest.
     *
     * @param block from 0 for relu1_1 to 4 for relu5_1
     */
    public static String of(FeatureNetwork features, int block) {
        String wanted = LAYERS.get(block);
        if (features.has(wanted)) {
            return wanted;
        }
        return deep(features, block).orElseGet(() -> features.layers().getLast());
    }

    /** The first layer of at least the depth of a VGG's block, from 0; empty where the network is not so deep. */
    public static Optional<String> deep(FeatureNetwork features, int block) {
        return features.layers().stream().filter(layer -> features.pixelsPerPlace(layer) >= 1 << block).findFirst();
    }

    /** One sentence that says which layers stand for others; empty where the network has them all. */
    public static String substitutes(FeatureNetwork features) {
        StringBuilder text = new StringBuilder();
        for (int block = 0; block < LAYERS.size(); block++) {
            if (!features.has(LAYERS.get(block))) {
                text.append(text.isEmpty() ? "" : ", ").append(of(features, block)).append(" stands for ").append(LAYERS.get(block));
            }
        }
        return text.isEmpty() ? "" : "In " + features.name() + " " + text + ".";
    }
}
