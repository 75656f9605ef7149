package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/**
 * Arms that wind out of the middle: radius r from 0 to 1, angle t = start + 4 r + noise, point (r sin t, r cos t). Three arms start
 * at 0, 4 and 8 as published (Stanford's CS231n, "Putting it together: minimal neural network case study"), others evenly around.
 */
final class Spiral {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("spiral", "Spiral",
            "Arms that wind around each other: no line parts them, a hidden layer does.",
            List.of(
                    new Setting.Whole("arms", "Arms", 3L, 2, 5, "", "How many arms there are, each a class. Default 3."),
                    PointSettings.POINTS,
                    PointSettings.noise(0.2, "Deviation of each point's angle, in radians."),
                    PointSettings.TEST,
                    PointSettings.SEED),
            Spiral::make);

    private static final double TURN = 4;
    private static final int PUBLISHED_ARMS = 3;

    private Spiral() {}

    private static PointSet make(Settings settings) {
        int arms = settings.whole("arms");
        double apart = arms == PUBLISHED_ARMS ? TURN : 2 * Math.PI / arms;
        PointDraft draft = new PointDraft(settings, arms);
        return draft.fill("Spiral, %d arms".formatted(arms), (arm, i) -> {
            double radius = draft.along(i);
            double angle = arm * apart + TURN * radius + draft.noise();
            return new double[] {radius * StrictMath.sin(angle), radius * StrictMath.cos(angle)};
        });
    }
}
