package tadpole.engine.picture.pull;

import java.util.Optional;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * Content: the maps F stay near the wanted P. Without a mask (m = 1) a mean squared error sum((F - P)^2) / (C H W).
 * <ul>
 * <li>{@link Form#MEAN}: sum(m (F - P)^2) / (C H W), over the count of all places
 * <li>{@link Form#RELATIVE}: |(F - P) m|^2 / |P m|^2
 * <li>{@link Form#CENTERED}: |(F - P) m|^2 / |(P - mean of P) m|^2, the mean of each map over its places, weighted by m^2
 * </ul>
 */
public final class ContentPull implements Pull {

    private final PullName name;
    private final Tensor target;
    private final Sums sums;
    private final float[] weights;
    private final double divisor;

    /**
     * @param target [channels,height,width]; kept, nobody writes into it
     * @param mask   of the layer's size, where not every place counts
     */
    public ContentPull(PullName name, Tensor target, Optional<Mask> mask, Form form, Device device) {
        this(name, target, mask, form, target.size(), device);
    }

    /** @param numbers C H W of the layer of the whole picture, of which the target is a crop; only for {@link Form#MEAN} */
    public ContentPull(PullName name, Tensor target, Optional<Mask> mask, Form form, long numbers, Device device) {
        Weighted.requireFit(mask, target);
        this.name = name;
        this.target = target;
        sums = new Sums(device);
        weights = mask.map(each -> form == Form.MEAN ? each.values() : squared(each.values())).orElseGet(() -> new float[0]);
        divisor = switch (form) {
            case MEAN -> numbers;
            case RELATIVE -> Math.max(squares(false), Float.MIN_NORMAL);
            case CENTERED -> Math.max(squares(true), Float.MIN_NORMAL);
        };
    }

    @Override
    public PullName name() {
        return name;
    }

    @Override
    public double pull(Tensor maps, Tensor gradient) {
        if (!maps.shape().equals(target.shape())) {
            throw new ShapeException("Content %s wants maps of %s, but gets %s.".formatted(name.layer(), target.shape(), maps.shape()));
        }
        Weighted.requireAlike(maps, gradient);
        double factor = 2 / divisor;
        int places = Weighted.places(maps);
        return sums.of(maps.size(), (from, to) -> weights.length == 0
                ? pull(maps.data(), gradient.data(), factor, from, to)
                : pull(maps.data(), gradient.data(), factor, from, to, places)) / divisor;
    }

    private double pull(float[] maps, float[] gradient, double factor, int from, int to) {
        float[] wanted = target.data();
        float times = (float) factor;
        double sum = 0;
        for (int i = from; i < to; i++) {
            float off = maps[i] - wanted[i];
            sum += (double) off * off;
            gradient[i] = off * times;
        }
        return sum;
    }

    private double pull(float[] maps, float[] gradient, double factor, int from, int to, int places) {
        float[] wanted = target.data();
        float times = (float) factor;
        double sum = 0;
        int place = from % places;
        for (int i = from; i < to; i++) {
            float off = maps[i] - wanted[i];
            float weighted = off * weights[place];
            sum += (double) off * weighted;
            gradient[i] = weighted * times;
            place = place + 1 == places ? 0 : place + 1;
        }
        return sum;
    }

    private double squares(boolean centered) {
        int places = Weighted.places(target);
        double all = 0;
        for (int c = 0; c < target.shape().at(0); c++) {
            double total = 0;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < places; i++) {
                double weight = weights.length == 0 ? 1 : weights[i];
                double value = target.data()[c * places + i];
                total += weight;
                sum += weight * value;
                squares += weight * value * value;
            }
            all += centered && total > 0 ? squares - sum * sum / total : squares;
        }
        return all;
    }

    private static float[] squared(float[] values) {
        float[] squared = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            squared[i] = values[i] * values[i];
        }
        return squared;
    }
}
