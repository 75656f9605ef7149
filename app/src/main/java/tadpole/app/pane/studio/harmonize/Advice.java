package tadpole.app.pane.studio.harmonize;

import tadpole.engine.recipe.Settings;

/** What to try after a run. */
final class Advice {

    private static final double STRONG = 7;
    private static final double WEAK = 3;

    private Advice() {}

    static String after(Settings settings) {
        double tau = settings.decimal("tau");
        if (tau < WEAK) {
            return "Too little of the painting in it? Try τ 5. See inside shows which patch each pixel took.";
        }
        return tau > STRONG ? "Too little of the object left? Try τ 5. See inside shows which patch each pixel took."
                : "Try τ 10 for bolder strokes, or a larger size for finer ones. See inside shows which patch each pixel took.";
    }
}
