package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Points of a curve that somebody set: x and y of one after the other; y is to come out. */
final class OwnPairs {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("pairs", "Own curve",
            "Points x, y of a curve that you set yourself or read from a CSV file; y is to come out.",
            List.of(
                    new Setting.Decimals("pairs", "x, y", List.of(0.0, 0.0, 1.0, 1.0), -1e6, 1e6, "", "Two numbers a point: x and y."),
                    PointSettings.TEST,
                    PointSettings.SEED),
            OwnPairs::make);

    private OwnPairs() {}

    private static PointSet make(Settings settings) throws SettingException {
        double[] given = settings.decimals("pairs");
        int count = OwnPoints.rows("pairs", given, 2, "x and y");
        float[] x = new float[count];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (float) given[2 * i];
            y[i] = (float) given[2 * i + 1];
        }
        return new PointSet("Own curve, %d points".formatted(count), List.of(), new RealPoints(1, x, 1, y),
                settings.decimal("test"), PointDraft.seed(settings));
    }
}
