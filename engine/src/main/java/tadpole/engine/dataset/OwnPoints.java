package tadpole.engine.dataset;

import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Points that somebody set: x1, x2 and class of one after the other. */
final class OwnPoints {

    static final int MOST = 10_000;

    static final int MOST_CLASSES = 10;

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("points", "Own points",
            "Points that you set yourself or read from a CSV file.",
            List.of(
                    new Setting.Decimals("points", "x1, x2, class", List.of(-0.5, 0.0, 0.0, 0.5, 0.0, 1.0), -1e6, 1e6, "",
                            "Three numbers a point: x1, x2 and its class, counted from 0."),
                    PointSettings.TEST,
                    PointSettings.SEED),
            OwnPoints::make);

    private OwnPoints() {}

    private static PointSet make(Settings settings) throws SettingException {
        double[] given = settings.decimals("points");
        int count = rows("points", given, 3, "x1, x2 and class");
        float[] values = new float[2 * count];
        int[] labels = new int[count];
        int classes = 2;
        for (int i = 0; i < count; i++) {
            values[2 * i] = (float) given[3 * i];
            values[2 * i + 1] = (float) given[3 * i + 1];
            labels[i] = label(given[3 * i + 2], i);
            classes = Math.max(classes, labels[i] + 1);
        }
        return new PointSet("Own points, %d classes, %d points".formatted(classes, count),
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(), new Points(2, values, labels),
                settings.decimal("test"), PointDraft.seed(settings));
    }

    /** How many points those numbers are. */
    static int rows(String key, double[] given, int width, String what) throws SettingException {
        if (given.length % width != 0) {
            throw new SettingException("\"%s\" must hold %s of one point after the other, but holds %d numbers, and %d / %d leaves %d over."
                    .formatted(key, what, given.length, given.length, width, given.length % width));
        }
        if (given.length > width * MOST) {
            throw new SettingException("\"%s\" must hold at most %d points, but holds %d.".formatted(key, MOST, given.length / width));
        }
        return given.length / width;
    }

    private static int label(double given, int point) throws SettingException {
        if (given != Math.rint(given) || given < 0 || given >= MOST_CLASSES) {
            throw new SettingException("The class of point %d in \"points\" must be a whole number from 0 to %d, but is %s."
                    .formatted(point + 1, MOST_CLASSES - 1, given));
        }
        return (int) given;
    }
}
