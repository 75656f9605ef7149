package tadpole.engine.picture.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.pull.Pull;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** The pulls at one scale of the picture and the gradient they give together. */
final class StyleScale {

    /** A pull with the factor that brings its loss into the sum, and the weight as the settings have it. */
    record Weighted(Pull pull, double factor, double weight) {}

    private final FeatureRun run;
    private final Map<String, List<Weighted>> atLayers;
    private final List<Weighted> onPixels;
    private final Device device;
    private final Map<String, Tensor> sums = new HashMap<>();
    private final Map<String, Tensor> parts = new HashMap<>();
    private final Tensor onePixels;

    /** @param pixels the picture's buffer at this scale, for its shape */
    StyleScale(FeatureRun run, Map<String, List<Weighted>> atLayers, List<Weighted> onPixels, Tensor pixels, Device device) {
        this.run = run;
        this.atLayers = atLayers;
        this.onPixels = onPixels;
        this.device = device;
        onePixels = onPixels.isEmpty() ? Tensor.NONE : Tensor.zeros(pixels.shape());
    }

    /**
     * Writes the gradient by the pixels.
     *
     * @param measured whether the length of each pull's own gradient by the pixels is measured, one backward a pull
     * @return what each pull was worth, with that length in place of its share
     */
    List<PullValue> pull(Tensor pixels, Tensor gradient, boolean measured) {
        List<PullValue> values = new ArrayList<>();
        gradient.fill(0);
        if (!atLayers.isEmpty()) {
            Map<String, Tensor> maps = run.forward(pixels);
            Map<String, Tensor> gradients = new HashMap<>();
            atLayers.forEach((layer, pulls) -> gradients.put(layer, sum(layer, maps.get(layer), pulls, measured, values)));
            add(1, run.backward(gradients), gradient);
        }
        for (Weighted each : onPixels) {
            double loss = each.pull.pull(pixels, onePixels);
            values.add(value(each, loss, measured ? onePixels : Tensor.NONE));
            add(each.factor, onePixels, gradient);
        }
        return values;
    }

    private Tensor sum(String layer, Tensor maps, List<Weighted> pulls, boolean measured, List<PullValue> values) {
        Tensor sum = sums.computeIfAbsent(layer, _ -> Tensor.zeros(maps.shape()));
        for (int i = 0; i < pulls.size(); i++) {
            Weighted each = pulls.get(i);
            Tensor to = i == 0 ? sum : parts.computeIfAbsent(layer, _ -> Tensor.zeros(maps.shape()));
            double loss = each.pull.pull(maps, to);
            values.add(value(each, loss, measured ? run.backward(Map.of(layer, to)) : Tensor.NONE));
            if (i == 0) {
                device.kernels().scale((float) each.factor, sum.data(), sum.size());
            } else {
                add(each.factor, to, sum);
            }
        }
        return sum;
    }

    private void add(double factor, Tensor x, Tensor y) {
        device.kernels().axpy((float) factor, x.data(), y.data(), y.size());
    }

    /** @param own its gradient by the pixels; none where it is not measured */
    private static PullValue value(Weighted each, double loss, Tensor own) {
        return new PullValue(each.pull.name(), loss, each.weight, own == Tensor.NONE ? Double.NaN : each.factor * own.norm(), false);
    }
}
