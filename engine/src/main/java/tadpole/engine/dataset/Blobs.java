package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** Normal clouds whose centers stand evenly on a circle of radius 0.7. */
final class Blobs {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("blobs", "Blobs",
            "Clouds around centers of their own: straight lines part them.",
            List.of(
                    new Setting.Whole("classes", "Classes", 3L, 2, 6, "", "How many clouds there are, each a class. Default 3."),
                    PointSettings.POINTS,
                    PointSettings.noise(0.15, "Deviation of each point from its center."),
                    PointSettings.TEST,
                    PointSettings.SEED),
            Blobs::make);

    private static final double RADIUS = 0.7;

    private Blobs() {}

    private static PointSet make(Settings settings) {
        int classes = settings.whole("classes");
        PointDraft draft = new PointDraft(settings, classes);
        return draft.fill("Blobs, %d classes".formatted(classes), (blob, _) -> {
            double angle = 2 * Math.PI * blob / classes;
            return new double[] {RADIUS * StrictMath.sin(angle) + draft.noise(), RADIUS * StrictMath.cos(angle) + draft.noise()};
        });
    }
}
