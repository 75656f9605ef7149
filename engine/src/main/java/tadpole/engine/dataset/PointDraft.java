package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** Points of two numbers while they are made, one class after the other. */
final class PointDraft {

    private final Settings settings;
    private final int classes;
    private final int each;
    private final RandomGenerator random;
    private final double noise;
    private final float[] values;
    private final int[] labels;

    PointDraft(Settings settings, int classes) {
        this.settings = settings;
        this.classes = classes;
        this.each = settings.whole("points");
        this.random = seed(settings).derive("points").generator();
        this.noise = settings.decimal("noise");
        this.values = new float[2 * classes * each];
        this.labels = new int[classes * each];
    }

    static Seed seed(Settings settings) {
        return new Seed((Long) settings.asMap().get("seed"));
    }

    /** One point: of which class, and which of it, counted from 0. */
    @FunctionalInterface
    interface Place {
        double[] of(int label, int i);
    }

    PointSet fill(String title, Place place) {
        for (int label = 0; label < classes; label++) {
            for (int i = 0; i < each; i++) {
                double[] point = place.of(label, i);
                int at = label * each + i;
                values[2 * at] = (float) point[0];
                values[2 * at + 1] = (float) point[1];
                labels[at] = label;
            }
        }
        List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new PointSet("%s, %d points".formatted(title, labels.length), names, new Points(2, values, labels),
                settings.decimal("test"), seed(settings));
    }

    /** How far point i of a class is along its way, from 0 to 1. */
    double along(int i) {
        return each == 1 ? 0.5 : (double) i / (each - 1);
    }

    /** Normal around 0 with the deviation of the noise. */
    double noise() {
        return noise * random.nextGaussian();
    }

    /** Between -1 and 1. */
    double anywhere() {
        return random.nextDouble(-1, 1);
    }

    int oneOf(int count) {
        return random.nextInt(count);
    }
}
