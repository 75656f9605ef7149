package tadpole.engine.picture.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Pictures of one size on their way through a feature network, as far as the deepest layer that is asked for, and gradients on their way
 * back to the pixels. Its buffers are used again by the next picture. For one thread at a time; the arithmetic uses the device's.
 */
public final class FeatureRun {

    private final FeatureNetwork features;
    private final List<String> layers;
    private final Map<String, Network> upTo = new HashMap<>();
    private final Pass pass;
    private Shape checked = Shape.of(0);

    /** @param layers the ones asked for, in any order; at least one */
    public FeatureRun(FeatureNetwork features, List<String> layers, Device device) {
        this.features = features;
        this.layers = List.copyOf(layers);
        layers.forEach(layer -> upTo.put(layer, features.network().upTo(features.stageOf(layer))));
        this.pass = Pass.evaluation(device).withInputGradient().withoutParameterGradients();
        features.deepest(layers);
    }

    public FeatureNetwork features() {
        return features;
    }

    public List<String> layers() {
        return layers;
    }

    /**
     * @param pixels [3,height,width] in 0..255
     * @return the maps of each layer, [channels,height,width], in buffers that the next forward writes over
     * @throws IllegalArgumentException in one sentence where the picture is too small for the deepest layer
     */
    public Map<String, Tensor> forward(Tensor pixels) {
        if (!checked.equals(pixels.shape())) {
            features.shapes(pixels.shape().at(1), pixels.shape().at(2), layers);
            checked = pixels.shape();
        }
        upTo.get(features.deepest(layers)).forward(asBatch(pixels), pass);
        Map<String, Tensor> maps = new HashMap<>();
        for (String layer : layers) {
            Tensor map = features.network().output(features.stageOf(layer), pass);
            maps.put(layer, map.as(map.shape().perSample()));
        }
        return maps;
    }

    /**
     * The gradient by the pixels of the last forward, [3,height,width], in a buffer that the next backward writes over.
     *
     * @param gradients by the maps of some or all layers, at least one; not changed. Only what lies before the deepest of them is computed.
     */
    public Tensor backward(Map<String, Tensor> gradients) {
        String deepest = features.deepest(List.copyOf(gradients.keySet()));
        Network network = upTo.get(deepest);
        if (network == null) {
            throw new IllegalArgumentException("A gradient by %s is given, but forward was asked for %s.".formatted(deepest, String.join(", ", layers)));
        }
        Map<String, Tensor> beside = new HashMap<>();
        gradients.forEach((layer, gradient) -> beside.put(features.stageOf(layer), asBatch(gradient)));
        Tensor dx = network.backward(asBatch(gradients.get(deepest)), beside, pass);
        return dx.as(dx.shape().perSample());
    }

    private static Tensor asBatch(Tensor map) {
        return map.as(map.shape().batchOf(1));
    }
}
