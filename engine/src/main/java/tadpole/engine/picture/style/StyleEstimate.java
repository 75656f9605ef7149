package tadpole.engine.picture.style;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * What a style transfer will take.
 *
 * @param bytes   of memory at its last size, about
 * @param seconds on this machine, about, as far as a small trial tells
 */
public record StyleEstimate(long bytes, double seconds) {

    /** Of the longer side of the square that is tried. */
    private static final int TRIAL = 96;

    private static final int LEAST = 32;

    /** What kernels put beside the maps, as measured with a VGG of quarter width: padded copies and transformed tiles. */
    private static final double BESIDE = 1.5;

    /** Takes some tenths of a second: not on the JavaFX thread. */
    public static StyleEstimate of(StyleOrder order, Device device) {
        double perPixel = trial(order, device) / (TRIAL * TRIAL);
        StyleSizes sizes = new StyleSizes(order, device);
        double seconds = 0;
        for (int level = 0; level < sizes.longSides().size(); level++) {
            int[] size = size(order, sizes.longSides().get(level));
            // Style and content are looked at once before the first iteration.
            seconds += perPixel * size[0] * size[1] * (sizes.iterations(level) + 1.0 + order.styles().size());
        }
        return new StyleEstimate(bytes(order, order.settings().whole("size")), seconds * scales(order.settings()));
    }

    /**
     * Why it cannot be done in so much memory, with the largest size that can; empty where it can.
     *
     * @param free bytes that may be taken
     */
    public static Optional<String> refusal(StyleOrder order, long free) {
        int size = order.settings().whole("size");
        long needed;
        try {
            bytes(order, new StyleSizes(order, Device.plain()).longSides().getFirst());
            needed = bytes(order, size);
        } catch (IllegalArgumentException small) {
            return Optional.of("%s, %d×%d pixels: %s".formatted(order.content().name(), order.content().width(), order.content().height(), small.getMessage()));
        }
        if (needed <= free) {
            return Optional.empty();
        }
        int fits = size;
        while (fits >= LEAST && bytes(order, fits) > free) {
            fits -= 8;
        }
        String why = "%d pixels need about %s, but %s are free.".formatted(size, megabytes(needed), megabytes(free));
        return Optional.of(fits < LEAST ? why + " Close other work, or take a smaller network." : why + " Set the size to %d or less, or a shorter history.".formatted(fits));
    }

    /** Bytes that this program may still take. */
    public static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    static long bytes(StyleOrder order, int longSide) {
        Settings settings = order.settings();
        int[] size = size(order, longSide);
        long pixels = (long) size[0] * size[1];
        double maps = 0;
        for (Shape shape : shapes(order, size[0], size[1])) {
            maps += 4.0 * shape.size();
        }
        double optimizer = 4.0 * 3 * pixels * (settings.choice("optimizer").equals("adam") ? 3 : 2.0 * settings.whole("history") + 4);
        double colors = settings.decimal("color") > 0 ? pixels * (4 * 32.0 + 4 * 13) : 0;
        // Maps on the way forward, gradients beside them, buffers of the losses; the style pictures are looked at one after the other.
        double style = Math.max(1, settings.decimal("styleScale") * settings.decimal("styleScale"));
        return (long) (maps * scales(settings) * (2 * BESIDE + style) + optimizer + colors);
    }

    private static List<Shape> shapes(StyleOrder order, int height, int width) {
        FeatureNetwork features = order.features();
        Set<String> wanted = wanted(order);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> layers = features.layers();
        List<String> passed = layers.subList(0, layers.indexOf(features.deepest(List.copyOf(wanted))) + 1);
        return List.copyOf(features.shapes(height, width, passed).values());
    }

    private static Set<String> wanted(StyleOrder order) {
        StyleLayers layers = StyleLayers.of(order.settings(), order.features());
        Set<String> wanted = new TreeSet<>(layers.style().keySet());
        wanted.addAll(layers.content().keySet());
        return wanted;
    }

    private static double scales(Settings settings) {
        double scales = 0;
        for (int scale = 0; scale < settings.whole("scales"); scale++) {
            scales += Math.pow(0.25, scale);
        }
        return scales;
    }

    private static int[] size(StyleOrder order, int longSide) {
        return Resize.sizeAt(order.content().height(), order.content().width(), longSide);
    }

    /** Seconds of one way forward and back. */
    private static double trial(StyleOrder order, Device device) {
        List<String> layers = List.copyOf(wanted(order));
        if (layers.isEmpty()) {
            return 0;
        }
        FeatureRun run = new FeatureRun(order.features(), layers, device);
        Tensor pixels = Tensor.zeros(Shape.of(3, TRIAL, TRIAL));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            run.backward(run.forward(pixels));
            least = Math.min(least, (System.nanoTime() - begun) / 1e9);
        }
        return least;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", Math.max(1, Math.round(bytes / 1e6)));
    }
}
