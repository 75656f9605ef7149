package tadpole.engine.picture.harmonize;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.picture.feature.FeatureCost;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.LayerChoice;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * What a harmonization will take.
 *
 * @param bytes   of memory at its largest, about
 * @param seconds on this machine, about, at the speed that was measured
 */
public record HarmonizeEstimate(long bytes, double seconds) {

    private static final int LEAST = 16;
    /** Block of the deepest layer where most of the work goes to, relu4_1. */
    private static final int MATCHED = 3;
    /** Buffers of the losses, per number of the maps where they pull: targets, gradients, sums. */
    private static final double LOSSES = 4;
    private static final double BYTES = 4;

    public static HarmonizeEstimate of(HarmonizeOrder order, HarmonizeSpeed speed) {
        double multiplyAdds = 0;
        for (Leg leg : Leg.of(order)) {
            int[] size = size(order, leg, order.settings());
            // The painting is looked at once, forward only, with the matching beside it.
            multiplyAdds += cost(order, leg, size[0], size[1]).multiplyAdds() * (leg.iterations() * measuring(order) + 1) + cost(order, leg, size[2], size[3]).multiplyAdds()
                    + products(order.features(), leg, size);
        }
        return new HarmonizeEstimate(bytes(order, order.settings()), speed.secondsPerMultiplyAdd() * multiplyAdds);
    }

    /** Where most of the work goes to. */
    static String deepest(FeatureNetwork features) {
        return LayerChoice.of(features, MATCHED);
    }

    /** Of the matching: each place of the area with each of the painting, in pass 1 at its finest layer too. */
    private static double products(FeatureNetwork features, Leg leg, int[] size) {
        double products = 0;
        for (int block = leg.stage() == Stage.PASS_1 ? MATCHED - 1 : MATCHED; block <= MATCHED; block++) {
            String layer = LayerChoice.of(features, block);
            double pixels = (double) features.pixelsPerPlace(layer) * features.pixelsPerPlace(layer);
            products += features.channels(layer) * (size[0] * size[1] / pixels) * (size[2] * size[3] / pixels);
        }
        return products;
    }

    /** What the measuring of shares adds: now and then a way back, about half of an iteration, for each of about ten losses. */
    private static double measuring(HarmonizeOrder order) {
        long every = order.settings().whole("sharesEvery");
        return every == 0 ? 1 : 1 + 0.5 * 10 / Math.max(5, every);
    }

    /** As far as the deepest layer where something pulls in the leg's pass. */
    private static FeatureCost cost(HarmonizeOrder order, Leg leg, int height, int width) {
        List<String> lists = leg.stage() == Stage.PASS_1 ? List.of("content1", "style1") : List.of("content2", "style2", "histogram2");
        int block = IntStream.range(0, LayerChoice.LAYERS.size()).filter(n -> n == MATCHED || lists.stream().anyMatch(list -> order.settings().decimals(list)[n] > 0))
                .max().orElse(MATCHED);
        return FeatureCost.of(order.features(), height, width, LayerChoice.of(order.features(), block));
    }

    /**
     * Why it cannot be done in so much memory, with the largest size that can; empty where it can.
     *
     * @param free bytes that may be taken
     */
    public static Optional<String> refusal(HarmonizeOrder order, long free) {
        long needed;
        try {
            needed = bytes(order, order.settings());
        } catch (IllegalArgumentException small) {
            return Optional.of("%s, %d×%d pixels: %s".formatted(order.scene().composite().name(), order.scene().width(), order.scene().height(), small.getMessage()));
        }
        if (needed <= free) {
            return Optional.empty();
        }
        String why = "A size of %d px needs about %s, but %s are free.".formatted(order.settings().whole("size"), megabytes(needed), megabytes(free));
        for (long size = order.settings().whole("size"); size >= LEAST; size -= Math.max(1, size / 20)) {
            if (bytes(order, with(order.settings(), Map.of("size", size))) <= free) {
                return Optional.of(why + " Set the size to " + size + " px or less.");
            }
        }
        return Optional.of(why + (order.settings().whole("fine") > 0 ? " Leave out the fine steps, or take a smaller network." : " Take a smaller network, or close other work."));
    }

    /** Bytes that this program may still take. */
    public static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    private static Settings with(Settings settings, Map<String, Object> other) {
        Map<String, Object> all = new HashMap<>(settings.asMap());
        all.putAll(other);
        try {
            return HarmonizePlan.RECIPE.settings(all);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static long bytes(HarmonizeOrder order, Settings settings) {
        double most = 0;
        for (Leg leg : Leg.of(new HarmonizeOrder(order.scene(), settings, order.features()))) {
            int[] size = size(order, leg, settings);
            double painting = cost(order, leg, size[2], size[3]).bytes() / BYTES + floats(order.features(), size[2], size[3]) + matching(order.features(), size);
            double crop = cost(order, leg, size[0], size[1]).bytes() / BYTES + floats(order.features(), size[0], size[1]) * LOSSES;
            double optimizer = 3.0 * size[0] * size[1] * (settings.choice("optimizer").equals("adam") ? 3 : 2.0 * settings.whole("history") + 4);
            most = Math.max(most, Math.max(painting, optimizer + crop) + 3.0 * size[2] * size[3] * 2);
        }
        return (long) (BYTES * (most + 3.0 * order.scene().height() * order.scene().width() * 8));
    }

    /** The products of one strip of the finest matched layer. */
    private static double matching(FeatureNetwork features, int[] size) {
        int step = features.pixelsPerPlace(LayerChoice.of(features, 2));
        return 3.0 * 34 * size[2] / step * size[3] / step;
    }

    private static double floats(FeatureNetwork features, int height, int width) {
        List<String> pulled = IntStream.range(0, LayerChoice.LAYERS.size()).mapToObj(block -> LayerChoice.of(features, block)).distinct().toList();
        double floats = 0;
        for (Shape shape : features.shapes(height, width, pulled).values()) {
            floats += shape.size();
        }
        return floats;
    }

    private static int[] size(HarmonizeOrder order, Leg leg, Settings settings) {
        return WorkArea.size(order.scene(), leg.scale(), settings.whole(leg.stage() == Stage.PASS_1 ? "margin1" : "margin2"));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", Math.max(1, Math.round(bytes / 1e6)));
    }
}
