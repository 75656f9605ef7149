package tadpole.engine.picture.studio;

/**
 * Where an object lies in a painting. The object is mirrored, scaled, turned about its own center, and its center put at (x, y).
 *
 * @param x       of the object's center, in the painting's pixels; 0 is the left edge
 * @param y       of the object's center, 0 is the top edge
 * @param scale   the painting's pixels per pixel of the object, above 0
 * @param degrees clockwise
 * @param flipped mirrored left to right before it is turned
 */
public record Placement(double x, double y, double scale, double degrees, boolean flipped) {

    public Placement {
        if (!(scale > 0) || !Double.isFinite(x + y + scale + degrees)) {
            throw new IllegalArgumentException("A placement needs a scale above 0 and finite numbers, but here is x %s, y %s, scale %s, %s degrees."
                    .formatted(x, y, scale, degrees));
        }
    }
}
