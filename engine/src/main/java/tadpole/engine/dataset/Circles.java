package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;

/** A ring of radius 0.5 inside a ring of radius 1. */
final class Circles {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("circles", "Circles",
            "A ring inside a ring: x1² + x2² alone parts them.",
            List.of(PointSettings.POINTS, PointSettings.noise(0.1, "Deviation of each point, across and up."), PointSettings.TEST, PointSettings.SEED),
            Circles::make);

    private Circles() {}

    private static PointSet make(Settings settings) {
        PointDraft draft = new PointDraft(settings, 2);
        int points = settings.whole("points");
        return draft.fill("Circles", (ring, i) -> {
            double angle = 2 * Math.PI * i / points;
            double radius = ring == 0 ? 0.5 : 1;
            return new double[] {radius * StrictMath.sin(angle) + draft.noise(), radius * StrictMath.cos(angle) + draft.noise()};
        });
    }
}
