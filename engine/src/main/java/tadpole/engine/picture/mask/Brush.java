package tadpole.engine.picture.mask;

/**
 * The tip of a brush.
 *
 * @param radius   in pixels, above 0
 * @param hardness 1 for a smooth but sharp edge, 0 for one that falls from the center on
 */
public record Brush(double radius, double hardness) {

    public Brush {
        if (!(radius > 0 && radius <= 4096 && hardness >= 0 && hardness <= 1)) {
            throw new IllegalArgumentException("A brush has a radius between 0 and 4096 pixels and a hardness of 0 to 1, but here are %s and %s.".formatted(
                    radius, hardness));
        }
    }

    /** How strongly it acts so far from its center, in pixels: 1 within, 0 beyond. */
    public double at(double distance) {
        double from = within();
        double t = Math.clamp((distance - from) / (reach() - from), 0.0, 1.0);
        return 1 - t * t * (3 - 2 * t);
    }

    /** Where its edge begins to fall; at least a pixel before {@link #reach}. */
    private double within() {
        return Math.min(hardness * radius, radius - 0.5);
    }

    /** Beyond which it does nothing. */
    double reach() {
        return Math.max(radius, within() + 1);
    }
}
