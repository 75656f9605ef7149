package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * A convolution of a network.
 *
 * @param name  with those of the blocks around it: "conv2d1", "residualBlock1.body.conv2d2"
 * @param stage the layer with its shapes
 */
public record TrainedLayer(String name, Network.Stage stage) {

    /** As many input channels as one may take into a {@link ConvolutionPlan}. */
    public static final int MOST_CHANNELS = 64;
    /** As many filters as one may take at once. */
    public static final int MOST_FILTERS = 8;

    /** [filters, channels of a group, height, width]. */
    public Tensor weight() {
        return parameters().getFirst().value();
    }

    public Optional<Tensor> bias() {
        return parameters().size() > 1 ? Optional.of(parameters().get(1).value()) : Optional.empty();
    }

    private List<Parameter> parameters() {
        return stage.layer().parameters();
    }

    public int filters() {
        return weight().shape().at(0);
    }

    /** How many input channels each filter sees. */
    public int depth() {
        return weight().shape().at(1);
    }

    public int height() {
        return weight().shape().at(2);
    }

    public int width() {
        return weight().shape().at(3);
    }

    /** The first input channel that a filter sees: 0 but in layers of several groups. */
    public int firstChannel(int filter) {
        int groups = stage.input().at(0) / depth();
        return filter / (filters() / groups) * depth();
    }

    public float at(int filter, int channel, int u, int v) {
        return weight().data()[((filter * depth() + channel) * height() + u) * width() + v];
    }

    public float bias(int filter) {
        return bias().map(all -> all.data()[filter]).orElse(0f);
    }

    /** All kernels of one filter, in a row: channel by channel. */
    public float[] values(int filter) {
        int size = depth() * height() * width();
        return Arrays.copyOfRange(weight().data(), filter * size, (filter + 1) * size);
    }

    /** Why its filters cannot become a plan, in one sentence; empty where they can. */
    public Optional<String> refusal() {
        if (height() > Kernel.MOST || width() > Kernel.MOST) {
            return Optional.of("%s has kernels of %d×%d, but the sliding window takes up to %d×%d. Choose another layer."
                    .formatted(name, height(), width(), Kernel.MOST, Kernel.MOST));
        }
        if (depth() > MOST_CHANNELS) {
            return Optional.of("Each filter of %s has %d channels, but the sliding window takes up to %d. Choose an earlier layer."
                    .formatted(name, depth(), MOST_CHANNELS));
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException where {@link #refusal} says why */
    public Filter filter(int filter) {
        List<Kernel> kernels = new ArrayList<>();
        int size = height() * width();
        for (int c = 0; c < depth(); c++) {
            int from = (filter * depth() + c) * size;
            kernels.add(Kernel.of(height(), width(), Arrays.copyOfRange(weight().data(), from, from + size)));
        }
        return new Filter(kernels, bias(filter));
    }

    /** The convolution with these filters alone, which see the same channels: those of {@link #seen}. */
    public ConvolutionPlan plan(List<Integer> filters) {
        Settings settings = stage.spec().settings();
        return new ConvolutionPlan(Mixing.SUM, filters.stream().map(this::filter).toList(), 1, false, false, false,
                settings.whole("stride"), padding(settings), settings.whole("dilation"));
    }

    private static Padding padding(Settings settings) {
        Border border = Arrays.stream(Border.values()).filter(each -> each.key().equals(settings.choice("paddingMode"))).findFirst().orElseThrow();
        return Padding.of(settings.whole("padding")).with(border);
    }

    /** Those channels of what comes into the layer that a filter sees. @param input [channels, height, width] */
    public Picture seen(Tensor input, int filter) {
        Shape shape = input.shape();
        int area = shape.at(1) * shape.at(2);
        int from = firstChannel(filter) * area;
        float[] values = Arrays.copyOfRange(input.data(), from, from + depth() * area);
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float each : values) {
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
        return new Picture("as %s sees it".formatted(name), Tensor.of(Shape.of(depth(), shape.at(1), shape.at(2)), values), least, Math.max(most, Math.nextUp(least)));
    }
}
