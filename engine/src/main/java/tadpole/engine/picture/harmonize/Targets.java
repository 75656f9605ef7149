package tadpole.engine.picture.harmonize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.feature.FeatureMasks;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.feature.LayerChoice;
import tadpole.engine.picture.histogram.Histogram;
import tadpole.engine.picture.histogram.HistogramRemap;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.ColorPull;
import tadpole.engine.picture.pull.ContentPull;
import tadpole.engine.picture.pull.Form;
import tadpole.engine.picture.pull.Gram;
import tadpole.engine.picture.pull.GramPull;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.SmoothPull;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** Makes the losses of both passes for one work area: what they want is computed once. */
final class Targets {

    static final int MATCHED = 3;

    private final FeatureNetwork features;
    private final Settings settings;
    private final WorkArea area;
    private final Device device;
    private final double tv0;
    private final int matchedBlock;

    /** @param tv0 of the painting, where it sets weights */
    Targets(FeatureNetwork features, Settings settings, WorkArea area, double tv0, Device device) {
        this.features = features;
        this.settings = settings;
        this.area = area;
        this.tv0 = tv0;
        this.matchedBlock = settings.whole("matched2") - 1;
        this.device = device;
    }

    /** Pass 1: content, Gram matrices of the painting's matched places moved to where they were matched, total variation. */
    List<Acting> pass1() {
        double[] content = weights("content1");
        double[] style = weights("style1");
        double scale = settings.on("unit1") ? 1 : settings.decimal("scale1");
        List<String> layers = layers(content, style);
        Map<String, Mask> masks = FeatureMasks.of(features, area.loose(), layers);
        Map<String, Tensor> composite = maps(area.composite(), layers);
        Map<String, Tensor> painting = maps(area.painting(), layers);
        List<Acting> all = new ArrayList<>();
        PatchMatcher matcher = new PatchMatcher(device, PatchMatcher.Measure.COSINE);
        for (int block = 0; block < style.length; block++) {
            if (style[block] > 0) {
                String layer = layer(block);
                Mask mask = masks.get(layer);
                Matches matches = matcher.match(composite.get(layer), painting.get(layer), i -> mask.values()[i] > 0);
                Gram target = Gram.of(PatchMatcher.moved(painting.get(layer), matches), Optional.of(mask), device);
                PullName name = new PullName(PullName.Kind.STYLE, layer);
                all.add(new Acting(new GramPull(name, target, Optional.of(mask), form("form1"), device), layer, scale * style[block]));
            }
        }
        addContent(all, content, composite, masks, form("form1"), scale);
        addSmooth(all, settings.decimal("smooth1"));
        return all;
    }

    /** What pass 2 is made of besides its losses. */
    record Pass2(List<Acting> all, Matches matched, Matches refined) {}

    /** Pass 2: Gram matrices and histograms of the painting's chosen places, content, total variation. @param first what came of pass 1 */
    Pass2 pass2(Tensor first) {
        double[] content = weights("content2");
        double[] style = weights("style2");
        double[] histogram = weights("histogram2");
        double tau = settings.decimal("tau");
        boolean automatic = !settings.choice("automatic").equals("off");
        double scale = settings.on("unit2") ? 1 : settings.decimal("scale2");
        List<String> layers = layers(content, style, histogram);
        Map<String, Mask> masks = FeatureMasks.of(features, area.loose(), layers);
        Map<String, Tensor> composite = maps(area.composite(), layers);
        Map<String, Tensor> painting = maps(area.painting(), layers);
        Matches matched = matched(first, painting.get(layer(matchedBlock)), masks.get(layer(matchedBlock)));
        Matches refined = refined(matched, painting.get(layer(matchedBlock)));
        Mask chosen = PaintingMask.of(refined);
        List<Acting> all = new ArrayList<>();
        for (int block = 0; block < style.length; block++) {
            String layer = layer(block);
            if (style[block] > 0) {
                Tensor maps = painting.get(layer);
                Mask of = PaintingMask.nearest(chosen, maps.shape().at(1), maps.shape().at(2));
                Gram target = counted(Gram.of(maps, Optional.of(of), device), of, masks.get(layer));
                all.add(new Acting(new GramPull(new PullName(PullName.Kind.STYLE, layer), target, Optional.of(masks.get(layer)), form("form2"), device),
                        layer, scale * tau * style[block]));
            }
        }
        for (int block = 0; block < histogram.length; block++) {
            String layer = layer(block);
            if (histogram[block] > 0) {
                double weight = automatic ? 10 - tv0 : 1;
                all.add(new Acting(histogram(layer, painting.get(layer), chosen, masks.get(layer)), layer, scale * tau * weight * histogram[block]));
            }
        }
        addContent(all, content, composite, masks, form("form2"), scale);
        addColors(all, tau * settings.decimal("color2"), refined);
        addSmooth(all, tau * (automatic ? tv0 : settings.decimal("smooth2")));
        return new Pass2(all, matched, refined);
    }

    /** Pixels with some of the painting's from where its places were matched. @param base [3,crop]; not changed */
    Tensor begun(Tensor base, Matches matches, double share) {
        Tensor begun = new MatchedPatches(area, features.reach(layer(matchedBlock)), matches).blended();
        for (int i = 0; i < begun.size(); i++) {
            begun.data()[i] = (float) (share * begun.data()[i] + (1 - share) * base.data()[i]);
        }
        return begun;
    }

    HistogramPull histogram(String layer, Tensor painting, Mask chosen, Mask mask) {
        Mask of = PaintingMask.nearest(chosen, painting.shape().at(1), painting.shape().at(2));
        int area = painting.shape().at(1) * painting.shape().at(2);
        List<Histogram> wanted = HistogramRemap.histograms(painting.data(), painting.shape().at(0), area, HistogramPull.places(of), Histogram.BINS);
        HistogramRemap.Range range = settings.choice("histogramRange").equals("painting") ? HistogramRemap.Range.WANTED : HistogramRemap.Range.OUTPUT;
        int[] places = HistogramPull.places(mask);
        HistogramRemap remap = new HistogramRemap(wanted, places, range, settings.on("histogramCounts"), device);
        return new HistogramPull(new PullName(PullName.Kind.HISTOGRAM, layer), remap, places, device);
    }

    private Matches matched(Tensor first, Tensor painting, Mask mask) {
        Tensor picture = maps(first, List.of(layer(matchedBlock))).get(layer(matchedBlock));
        float[] middle = settings.on("centered") ? means(painting) : new float[painting.shape().at(0)];
        Tensor of = PatchMatcher.normalized(less(picture, middle));
        Tensor among = PatchMatcher.normalized(less(painting, middle));
        double colors = settings.decimal("matchedColors");
        if (colors > 0) {
            of = ColorLikeness.beside(of, area.composite(), colors, device);
            among = ColorLikeness.beside(among, area.painting(), colors, device);
        }
        return new PatchMatcher(device, PatchMatcher.Measure.PRODUCT).match(of, among, i -> mask.values()[i] > 0);
    }

    private static float[] means(Tensor maps) {
        int places = maps.shape().at(1) * maps.shape().at(2);
        float[] means = new float[maps.shape().at(0)];
        for (int channel = 0; channel < means.length; channel++) {
            double sum = 0;
            for (int i = 0; i < places; i++) {
                sum += maps.data()[channel * places + i];
            }
            means[channel] = (float) (sum / places);
        }
        return means;
    }

    private static Tensor less(Tensor maps, float[] numbers) {
        Tensor less = maps.copy();
        int places = maps.shape().at(1) * maps.shape().at(2);
        for (int i = 0; i < less.size(); i++) {
            less.data()[i] -= numbers[i / places];
        }
        return less;
    }

    private Matches refined(Matches matched, Tensor painting) {
        if (!settings.on("refine")) {
            return matched;
        }
        Mask tight = FeatureMasks.of(features, area.tight(), List.of(layer(matchedBlock))).get(layer(matchedBlock));
        Tensor measured = settings.choice("measured").equals("maps") ? painting
                : Resize.of(area.painting(), matched.paintingHeight(), matched.paintingWidth(), Resize.Way.AREA, device);
        return Refinement.refine(matched, measured, i -> tight.values()[i] > 0.5f, settings.whole("window"));
    }

    /** The Gram matrix as if the painting's places were as many as the picture's, or not scaled to them. */
    Gram counted(Gram gram, Mask painting, Mask picture) {
        if (settings.on("counts2")) {
            return gram;
        }
        return Gram.blend(List.of(gram), new double[] {sum(painting) / Math.max(1e-6, sum(picture))});
    }

    private static double sum(Mask mask) {
        double sum = 0;
        for (float value : mask.values()) {
            sum += value;
        }
        return sum;
    }

    private void addContent(List<Acting> all, double[] weights, Map<String, Tensor> composite, Map<String, Mask> masks, Form form, double scale) {
        for (int block = 0; block < weights.length; block++) {
            String layer = layer(block);
            if (weights[block] > 0) {
                PullName name = new PullName(PullName.Kind.CONTENT, layer);
                long whole = features.shapes(area.height(), area.width(), List.of(layer)).get(layer).size();
                all.add(new Acting(new ContentPull(name, composite.get(layer), Optional.of(masks.get(layer)), form, whole, device), layer,
                        scale * weights[block]));
            }
        }
    }

    /** The colors under the loose mask, as a whole, like those of the painting's places that were matched, each as often as it was taken. */
    private void addColors(List<Acting> all, double weight, Matches matches) {
        int[] places = HistogramPull.places(area.loose());
        if (weight > 0 && places.length > 0) {
            Tensor colors = PlacesPull.gather(new MatchedPatches(area, features.reach(layer(matchedBlock)), matches).blocks(), places);
            ColorPull pull = ColorPull.toward(List.of(colors), new double[] {1}, places.length, device);
            all.add(new Acting(new PlacesPull(pull, places), PullName.PIXELS, weight));
        }
    }

    private void addSmooth(List<Acting> all, double weight) {
        if (weight > 0) {
            all.add(new Acting(new SmoothPull(Optional.empty(), device), PullName.PIXELS, weight));
        }
    }

    private Form form(String key) {
        return settings.choice(key).equals("mean") ? Form.MEAN : Form.RELATIVE;
    }

    /** One for each block; where one layer stands for several, their weights are added up at the first of them. */
    private double[] weights(String key) {
        double[] weights = settings.decimals(key);
        for (int block = 1; block < weights.length; block++) {
            for (int earlier = 0; earlier < block; earlier++) {
                if (layer(earlier).equals(layer(block))) {
                    weights[earlier] += weights[block];
                    weights[block] = 0;
                }
            }
        }
        return weights;
    }

    private String layer(int block) {
        return LayerChoice.of(features, block);
    }

    private List<String> layers(double[]... weights) {
        TreeSet<Integer> blocks = new TreeSet<>();
        for (double[] each : weights) {
            for (int block = 0; block < each.length; block++) {
                if (each[block] > 0) {
                    blocks.add(block);
                }
            }
        }
        blocks.add(matchedBlock);
        return blocks.stream().map(this::layer).distinct().toList();
    }

    /** Copies, as the next picture writes over a run's own. */
    private Map<String, Tensor> maps(Tensor pixels, List<String> layers) {
        Map<String, Tensor> maps = new HashMap<>();
        new FeatureRun(features, layers, device).forward(pixels).forEach((layer, map) -> maps.put(layer, map.copy()));
        return maps;
    }
}
