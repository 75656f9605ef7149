package tadpole.engine.picture.pull;

import java.util.Optional;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * Style as Gram matrices: |G - A|^2 / C^2, or relative |G - A|^2 / |A|^2, with G of {@link Gram} and A the wanted one. The gradient by F is
 * 4 ((G - A) F m) m / (C sum(m)) over the same divisor. Gatys, Ecker, Bethge 2016, equation 6.
 */
public final class GramPull implements Pull {

    private final PullName name;
    private final Gram target;
    private final Device device;
    private final Weighted weighted;
    private final float[] gram;
    private final float[] difference;
    private final double divisor;

    /**
     * @param mask of the layer's size, where not every place counts
     * @param form {@link Form#MEAN} or {@link Form#RELATIVE}
     */
    public GramPull(PullName name, Gram target, Optional<Mask> mask, Form form, Device device) {
        this.name = name;
        this.target = target;
        this.device = device;
        weighted = new Weighted(mask, device);
        gram = new float[target.values().length];
        difference = new float[gram.length];
        divisor = switch (form) {
            case MEAN -> gram.length;
            case RELATIVE -> Math.max(squares(target.values()), Float.MIN_NORMAL);
            case CENTERED -> throw new IllegalArgumentException("A Gram matrix is compared as a mean or relative, not centered.");
        };
    }

    @Override
    public PullName name() {
        return name;
    }

    public Gram target() {
        return target;
    }

    /** Of the maps that pulled last. */
    public Gram current() {
        return new Gram(target.channels(), gram.clone());
    }

    @Override
    public double pull(Tensor maps, Tensor gradient) {
        int channels = maps.shape().at(0);
        if (channels != target.channels()) {
            throw new ShapeException("Style %s wants %d maps, but gets %s.".formatted(name.layer(), target.channels(), maps.shape()));
        }
        Weighted.requireAlike(maps, gradient);
        Matrix rows = weighted.times(maps);
        double total = Math.max(weighted.total(maps), Weighted.LEAST);
        Gram.product(rows, total, Matrix.of(gram, channels, channels), device);
        double factor = 4 / (divisor * channels * total);
        double sum = 0;
        for (int i = 0; i < gram.length; i++) {
            double off = (double) gram[i] - target.values()[i];
            sum += off * off;
            difference[i] = (float) (off * factor);
        }
        device.kernels().multiply(Matrix.of(difference, channels, channels), rows, Matrix.of(gradient.data(), channels, rows.columns()));
        weighted.maskRows(gradient);
        return sum / divisor;
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }
}
