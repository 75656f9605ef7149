package tadpole.engine.picture.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.pull.ColorPull;
import tadpole.engine.picture.pull.Pull;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.picture.pull.RangePull;
import tadpole.engine.picture.pull.SmoothPull;
import tadpole.engine.picture.style.StyleScale.Weighted;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** One size of the picture on the way from coarse to fine: what is wanted there, and the gradient toward it. */
final class StyleLevel {

    /** Relative losses are about 1 and their gradients by single pixels tiny; times this they are far from what a float loses. */
    private static final double RELATIVE = 1000;
    /** A strength of 1 beside total variation, colors and range. */
    private static final double NORMAL = 0.1;

    private final Settings settings;
    private final boolean published;
    private final Device device;
    private final Halves halves;
    private final List<StyleScale> scales = new ArrayList<>();
    private final List<Tensor> pixels = new ArrayList<>();
    private final List<Tensor> gradients = new ArrayList<>();

    /**
     * @param content the content's pixels at this size, [3,height,width]
     * @param styles  the styles' pixels that belong to this size
     */
    StyleLevel(StyleOrder order, StyleLayers layers, Tensor content, List<Tensor> styles, Device device) {
        this.settings = order.settings();
        this.device = device;
        published = settings.choice("loss").equals("gram");
        halves = new Halves(device);
        StyleGoal goal = new StyleGoal(layers, settings.choice("loss"), device);
        Tensor at = content;
        List<Tensor> stylesAt = styles;
        for (int scale = 0; scale < settings.whole("scales") && fits(order, layers, at, stylesAt, scale); scale++) {
            pixels.add(Tensor.zeros(at.shape()));
            gradients.add(Tensor.zeros(at.shape()));
            scales.add(scale(order, layers, goal, at, stylesAt, scale));
            at = halved(at);
            stylesAt = stylesAt.stream().map(this::halved).toList();
        }
    }

    /** A scale beyond the first is left out where the pictures are too small for it. */
    private static boolean fits(StyleOrder order, StyleLayers layers, Tensor content, List<Tensor> styles, int scale) {
        if (scale == 0 || layers.style().isEmpty()) {
            return scale == 0;
        }
        int least = order.features().leastSize(order.features().deepest(List.copyOf(layers.style().keySet())));
        return content.shape().at(1) >= least && content.shape().at(2) >= least
                && styles.stream().allMatch(style -> style.shape().at(1) >= least && style.shape().at(2) >= least);
    }

    private StyleScale scale(StyleOrder order, StyleLayers layers, StyleGoal goal, Tensor content, List<Tensor> styles, int scale) {
        String suffix = scale == 0 ? "" : " at 1/" + (1 << scale);
        double[] shares = order.shares();
        Map<String, List<Weighted>> atLayers = new LinkedHashMap<>();
        Set<String> wanted = new LinkedHashSet<>(settings.decimal("style") > 0 ? layers.style().keySet() : Set.of());
        boolean holds = scale == 0 && settings.decimal("content") > 0 && !layers.content().isEmpty();
        List<Pull> contents = List.of();
        if (holds) {
            List<String> names = List.copyOf(layers.content().keySet());
            contents = goal.contents(content, new FeatureRun(order.features(), names, device));
            wanted.addAll(names);
        }
        if (settings.decimal("style") > 0 && !layers.style().isEmpty()) {
            FeatureRun looking = new FeatureRun(order.features(), List.copyOf(layers.style().keySet()), device);
            List<Pull> pulls = goal.styles(styles, shares, looking, suffix);
            int i = 0;
            for (Map.Entry<String, Double> layer : layers.style().entrySet()) {
                add(atLayers, layer.getKey(), weighted(pulls.get(i++), "style", layer.getValue()));
            }
        }
        for (Pull pull : contents) {
            add(atLayers, pull.name().layer(), weighted(pull, "content", layers.content().get(pull.name().layer())));
        }
        FeatureRun run = new FeatureRun(order.features(), wanted.isEmpty() ? order.features().layers().subList(0, 1) : List.copyOf(wanted), device);
        return new StyleScale(run, atLayers, onPixels(goal, content, styles, shares, scale, suffix), content, device);
    }

    private List<Weighted> onPixels(StyleGoal goal, Tensor content, List<Tensor> styles, double[] shares, int scale, String suffix) {
        List<Weighted> pulls = new ArrayList<>();
        double colors = settings.decimal("style") * settings.decimal("stylePixels");
        if (colors > 0) {
            pulls.add(weighted(goal.pixels(styles, shares, suffix), "style", settings.decimal("stylePixels")));
        }
        if (scale > 0) {
            return pulls;
        }
        if (settings.decimal("smooth") > 0) {
            // Relative: the mean of the squares in units of 255, of which the pull has half the sum.
            double unit = published ? 1 : RELATIVE * 2 / (255.0 * 255.0 * content.size());
            pulls.add(new Weighted(new SmoothPull(Optional.empty(), device), settings.decimal("smooth") * unit, settings.decimal("smooth")));
        }
        if (settings.decimal("color") > 0) {
            int count = content.shape().at(1) * content.shape().at(2);
            pulls.add(weighted(ColorPull.toward(styles, shares, count, device), "color", 1));
        }
        if (settings.decimal("range") > 0) {
            pulls.add(weighted(new RangePull(device), "range", 1));
        }
        return pulls;
    }

    private Weighted weighted(Pull pull, String key, double share) {
        double unit = !published && (key.equals("style") || key.equals("content")) ? NORMAL : 1;
        double weight = settings.decimal(key) * unit * share;
        return new Weighted(pull, published ? weight : RELATIVE * weight, weight);
    }

    private static void add(Map<String, List<Weighted>> pulls, String layer, Weighted pull) {
        pulls.computeIfAbsent(layer, _ -> new ArrayList<>()).add(pull);
    }

    private static PullValue with(PullValue value, double share) {
        return new PullValue(value.name(), value.loss(), value.weight(), share, value.muted());
    }

    private Tensor halved(Tensor whole) {
        Shape shape = Halves.shape(whole.shape());
        Tensor half = Tensor.zeros(shape);
        halves.halve(whole, half);
        return half;
    }

    /**
     * @param measured whether the pulls' shares are measured, one backward a pull
     * @param values   is filled with what each pull was worth
     * @return the gradient by the pixels, in a buffer that the next call writes over
     */
    Tensor gradient(Tensor picture, boolean measured, List<PullValue> values) {
        pixels.getFirst().set(picture);
        for (int i = 1; i < scales.size(); i++) {
            halves.halve(pixels.get(i - 1), pixels.get(i));
        }
        for (int i = 0; i < scales.size(); i++) {
            // Each number of a scale is the mean of four of the scale before: its gradient is half as long there.
            double length = Math.pow(0.5, i);
            scales.get(i).pull(pixels.get(i), gradients.get(i), measured).forEach(each -> values.add(with(each, length * each.share())));
        }
        double all = values.stream().mapToDouble(PullValue::share).sum();
        if (measured) {
            values.replaceAll(each -> with(each, all > 0 ? each.share() / all : 0));
        }
        for (int i = scales.size() - 1; i > 0; i--) {
            halves.addBack(gradients.get(i), gradients.get(i - 1));
        }
        return gradients.getFirst();
    }
}
