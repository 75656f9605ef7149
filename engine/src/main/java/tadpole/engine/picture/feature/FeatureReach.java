package tadpole.engine.picture.feature;

/**
 * What one place of a layer's maps sees of the picture, along each axis: place i has its center at pixel first + step · i, counted from 0,
 * and depends on the pixels up to radius away from it. A picture cut so far around the places that losses look at, at multiples of the step,
 * has the same maps and gradients there as the whole.
 *
 * @param step   pixels from place to place: 1, 2, 4, 8 or 16
 * @param first  center of place 0 in pixels; halves where a center lies between two pixels
 * @param radius in pixels
 */
public record FeatureReach(int step, double first, double radius) {

    static final FeatureReach PIXEL = new FeatureReach(1, 0, 0);

    /** The pixel, or the line between two pixels, that a place has its center on. */
    public double center(int place) {
        return first + (double) step * place;
    }

    /** The place whose center is nearest to a pixel; not clamped to the maps. */
    public int place(double pixel) {
        return (int) Math.floor((pixel - first) / step + 0.5);
    }

    FeatureReach after(StageWindow window) {
        double half = (window.size() - 1) / 2.0;
        return new FeatureReach(step * window.stride(), first + step * (half - window.padding()), radius + step * half);
    }
}
