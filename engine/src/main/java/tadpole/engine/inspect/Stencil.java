package tadpole.engine.inspect;

import tadpole.engine.recipe.Settings;

/**
 * A numeric difference: centered, (L(w + h) - L(w - h)) / 2h, or one-sided, (L(w + h) - L(w)) / h.
 *
 * @param h greater than 0
 */
record Stencil(boolean centered, double h) {

    /** @param crossed whether a kink lies between the two places that were compared */
    record Slope(double value, boolean crossed) {}

    static Stencil of(Settings settings) {
        return new Stencil(settings.choice("difference").equals("centered"), settings.decimal("h"));
    }

    /** How far apart the two places are. */
    double span() {
        return centered ? 2 * h : h;
    }

    Slope slope(Chain chain, int tensor, int place) {
        double at = chain.value(tensor, place);
        double above = chain.loss(tensor, place, at + h);
        long over = chain.pattern();
        double below = chain.loss(tensor, place, centered ? at - h : at);
        double slope = (above - below) / span();
        return new Slope(Double.isNaN(slope) ? Double.POSITIVE_INFINITY : slope, over != chain.pattern());
    }
}
