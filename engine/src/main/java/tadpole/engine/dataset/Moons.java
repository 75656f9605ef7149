package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;

/** Two half circles of radius 2/3 that reach into each other, between -1 and 1. */
final class Moons {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("moons", "Moons",
            "Two half circles that reach into each other: a line parts most of them, a curve all.",
            List.of(PointSettings.POINTS, PointSettings.noise(0.1, "Deviation of each point, across and up."), PointSettings.TEST, PointSettings.SEED),
            Moons::make);

    private static final double RADIUS = 2.0 / 3;

    private Moons() {}

    private static PointSet make(Settings settings) {
        PointDraft draft = new PointDraft(settings, 2);
        return draft.fill("Moons", (moon, i) -> {
            double angle = Math.PI * draft.along(i);
            double side = moon == 0 ? 1 : -1;
            double x = side * (RADIUS * StrictMath.cos(angle) - RADIUS / 2);
            double y = side * (RADIUS * StrictMath.sin(angle) - RADIUS / 4);
            return new double[] {x + draft.noise(), y + draft.noise()};
        });
    }
}
