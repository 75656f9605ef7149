package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;

/** Class 1 where x1 and x2 have different signs; points between -1 and 1. */
final class Xor {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("xor", "XOR",
            "One class where x1 and x2 have the same sign, the other where they differ: no line parts them.",
            List.of(PointSettings.POINTS, PointSettings.noise(0, "Deviation of each point from where its class was decided."),
                    PointSettings.TEST, PointSettings.SEED),
            settings -> Checkerboard.make("XOR", settings, 2));

    private Xor() {}
}
