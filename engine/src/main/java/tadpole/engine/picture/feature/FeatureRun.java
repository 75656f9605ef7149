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
    private final String deepest;
    private final Network network;
    private final Pass pass;

    /** @param layers the ones asked for, in any order */
    public FeatureRun(FeatureNetwork features, List<String> layers, Device device) {
        this.features = features;
        this.layers = List.copyOf(layers);
        this.deepest = features.deepest(layers);
        this.network = features.network().upTo(features.stageOf(deepest));
        this.pass = Pass.evaluation(device).withInputGradient().withoutParameterGradients();
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
     */
    public Map<String, Tensor> forward(Tensor pixels) {
        network.forward(pixels.as(pixels.shape().batchOf(1)), pass);
        Map<String, Tensor> maps = new HashMap<>();
        for (String layer : layers) {
            Tensor map = network.output(features.stageOf(layer), pass);
            maps.put(layer, map.as(map.shape().perSample()));
        }
        return maps;
    }

    /**
     * The gradient by the pixels of the last forward, [3,height,width], in a buffer that the next backward writes over.
     *
     * @param gradients by the maps of some or all layers, the deepest among them; not changed
     */
    public Tensor backward(Map<String, Tensor> gradients) {
        Map<String, Tensor> beside = new HashMap<>();
        gradients.forEach((layer, gradient) -> beside.put(features.stageOf(layer), asBatch(gradient)));
        Tensor dx = network.backward(asBatch(gradients.get(deepest)), beside, pass);
        return dx.as(dx.shape().perSample());
    }

    private static Tensor asBatch(Tensor map) {
        Shape shape = map.shape();
        return map.as(shape.batchOf(1));
    }
}
