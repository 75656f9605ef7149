package tadpole.engine.picture.harmonize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.PixelOptimizer;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Pixels that losses pull at: one gradient, its shares, one step. What it needs is allocated by the first gradient. */
final class Descent {

    private static final double LEAST_LENGTH = 1e-8;
    private static final int PART = 1 << 14;

    private final FeatureRun run;
    private final List<Acting> all;
    private final boolean unit;
    private final Mask mask;
    private final Device device;
    private final PixelOptimizer optimizer;
    private final Tensor pixels;
    private final Tensor gradient;
    private final Map<String, Tensor> pulls = new HashMap<>();
    private final Map<String, Tensor> scratch = new HashMap<>();
    private final double[] losses;
    private final double[] shares;
    private double[] parts = new double[0];

    /**
     * @param run    of the layers where losses pull
     * @param unit   whether each loss's gradient is brought to length 1 before its weight
     * @param mask   of the pixels: where they may change
     * @param pixels [3,height,width], changed by each step
     */
    Descent(FeatureRun run, List<Acting> all, boolean unit, Mask mask, PixelOptimizer optimizer, Tensor pixels, Device device) {
        this.run = run;
        this.all = all;
        this.unit = unit;
        this.mask = mask;
        this.device = device;
        this.optimizer = optimizer;
        this.pixels = pixels;
        this.gradient = Tensor.zeros(pixels.shape());
        this.losses = new double[all.size()];
        this.shares = new double[all.size()];
    }

    Tensor pixels() {
        return pixels;
    }

    PixelOptimizer optimizer() {
        return optimizer;
    }

    /** The gradient of all that is not muted; the pixels are not changed. @param measure whether shares are measured, one backward a loss */
    void pull(Set<PullName> muted, boolean measure) {
        Map<String, Tensor> maps = run.forward(pixels);
        pulls.values().forEach(each -> each.fill(0));
        for (String layer : run.layers()) {
            pulls.computeIfAbsent(layer, _ -> Tensor.zeros(maps.get(layer).shape()));
        }
        Tensor onPixels = pulls.computeIfAbsent(PullName.PIXELS, _ -> Tensor.zeros(pixels.shape()));
        for (int i = 0; i < all.size(); i++) {
            Acting acting = all.get(i);
            Tensor own = one(acting, i, maps);
            if (!muted.contains(acting.pull().name())) {
                device.kernels().axpy(1, own.data(), pulls.get(acting.layer()).data(), own.size());
            }
        }
        if (measure) {
            measure(muted, maps);
        } else {
            java.util.Arrays.fill(shares, Double.NaN);
        }
        backward(pulls, onPixels, gradient);
    }

    /** A loss's weighted gradient at its layer, in a buffer that the next one of the same layer's shape writes over. */
    private Tensor one(Acting acting, int index, Map<String, Tensor> maps) {
        boolean smooth = acting.layer().equals(PullName.PIXELS);
        Tensor at = smooth ? pixels : maps.get(acting.layer());
        Tensor own = scratch.computeIfAbsent(acting.layer(), _ -> Tensor.zeros(at.shape()));
        losses[index] = acting.pull().pull(at, own);
        if (smooth) {
            mask(own);
        }
        double factor = unit ? acting.weight() / (length(own) + LEAST_LENGTH) : acting.weight();
        device.kernels().scale((float) factor, own.data(), own.size());
        return own;
    }

    private void backward(Map<String, Tensor> byLayer, Tensor onPixels, Tensor into) {
        Map<String, Tensor> deep = new HashMap<>(byLayer);
        deep.remove(PullName.PIXELS);
        Tensor back = run.backward(deep);
        System.arraycopy(back.data(), 0, into.data(), 0, into.size());
        mask(into);
        device.kernels().axpy(1, onPixels.data(), into.data(), into.size());
    }

    private void measure(Set<PullName> muted, Map<String, Tensor> maps) {
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            Acting acting = all.get(i);
            if (muted.contains(acting.pull().name())) {
                shares[i] = 0;
                continue;
            }
            Tensor own = one(acting, i, maps);
            if (acting.layer().equals(PullName.PIXELS)) {
                shares[i] = length(own);
            } else {
                Tensor back = run.backward(Map.of(acting.layer(), own));
                mask(back);
                shares[i] = length(back);
            }
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = sum > 0 ? shares[i] / sum : 0;
        }
    }

    /** Moves the pixels along the last gradient. */
    List<PullValue> step(Set<PullName> muted) {
        optimizer.step(pixels.data(), gradient.data());
        List<PullValue> values = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            PullName name = all.get(i).pull().name();
            values.add(new PullValue(name, losses[i], all.get(i).weight(), shares[i], muted.contains(name)));
        }
        return values;
    }

    private void mask(Tensor planes) {
        Shape shape = planes.shape();
        int area = shape.at(1) * shape.at(2);
        device.run(shape.at(0), plane -> {
            for (int i = 0; i < area; i++) {
                planes.data()[plane * area + i] *= mask.values()[i];
            }
        });
    }

    private double length(Tensor tensor) {
        int count = Math.ceilDiv(tensor.size(), PART);
        if (parts.length < count) {
            parts = new double[count];
        }
        device.run(count, part -> {
            double sum = 0;
            for (int i = part * PART; i < Math.min(tensor.size(), (part + 1) * PART); i++) {
                sum += (double) tensor.data()[i] * tensor.data()[i];
            }
            parts[part] = sum;
        });
        double sum = 0;
        for (int part = 0; part < count; part++) {
            sum += parts[part];
        }
        return Math.sqrt(sum);
    }
}
