package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a convolution is set to, but the picture: y = relu(bias + sum of window · gain · kernel).
 *
 * @param filters   at least one; all kernels of one size
 * @param gain      what every kernel is multiplied with
 * @param normalize whether a kernel is divided by its sum first, where {@link Kernel#sum} is not 0
 * @param flip      true slides the kernel turned by half a turn (convolution in mathematics), false as it is written (correlation: what
 *                  networks call convolution)
 * @param relu      whether what is below 0 becomes 0
 */
public record ConvolutionPlan(Mixing mixing, List<Filter> filters, float gain, boolean normalize, boolean flip, boolean relu, int stride,
        Padding padding, int dilation) {

    public ConvolutionPlan {
        filters = List.copyOf(filters);
    }

    /** As far as stride, padding and dilation may go. */
    public static final int MOST_PIXELS = 1024;

    /** One kernel on gray, stride 1, as large as the picture. */
    public static ConvolutionPlan of(Kernel kernel) {
        return new ConvolutionPlan(Mixing.GRAY, List.of(new Filter(List.of(kernel), 0)), 1, false, false, false, 1, Padding.ofSame(), 1);
    }

    public int height() {
        return filters.getFirst().kernels().getFirst().height();
    }

    public int width() {
        return filters.getFirst().kernels().getFirst().width();
    }

    /** Whether the kernel is divided by its sum: never where {@link Kernel#sum} is 0. */
    public boolean divides(Kernel kernel) {
        return normalize && kernel.sum() != 0;
    }

    /** As the layer has it in its weights: normalized, multiplied with the gain, turned. */
    public Kernel effective(Kernel kernel) {
        double factor = divides(kernel) ? gain / kernel.sum() : gain;
        float[] values = kernel.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * factor);
        }
        Kernel treated = Kernel.of(kernel.height(), kernel.width(), values);
        return flip ? treated.flipped() : treated;
    }

    public ConvolutionPlan withFilters(List<Filter> others) {
        return new ConvolutionPlan(mixing, others, gain, normalize, flip, relu, stride, padding, dilation);
    }

    public ConvolutionPlan withKernel(int filter, int channel, Kernel kernel) {
        List<Filter> others = new ArrayList<>(filters);
        others.set(filter, filters.get(filter).with(channel, kernel));
        return withFilters(others);
    }

    public ConvolutionPlan withMixing(Mixing other) {
        return new ConvolutionPlan(other, filters, gain, normalize, flip, relu, stride, padding, dilation);
    }

    public ConvolutionPlan withGain(float other) {
        return new ConvolutionPlan(mixing, filters, other, normalize, flip, relu, stride, padding, dilation);
    }

    public ConvolutionPlan withNormalize(boolean other) {
        return new ConvolutionPlan(mixing, filters, gain, other, flip, relu, stride, padding, dilation);
    }

    public ConvolutionPlan withFlip(boolean other) {
        return new ConvolutionPlan(mixing, filters, gain, normalize, other, relu, stride, padding, dilation);
    }

    public ConvolutionPlan withRelu(boolean other) {
        return new ConvolutionPlan(mixing, filters, gain, normalize, flip, other, stride, padding, dilation);
    }

    public ConvolutionPlan withStride(int other) {
        return new ConvolutionPlan(mixing, filters, gain, normalize, flip, relu, other, padding, dilation);
    }

    public ConvolutionPlan withPadding(Padding other) {
        return new ConvolutionPlan(mixing, filters, gain, normalize, flip, relu, stride, other, dilation);
    }

    public ConvolutionPlan withDilation(int other) {
        return new ConvolutionPlan(mixing, filters, gain, normalize, flip, relu, stride, padding, other);
    }
}
