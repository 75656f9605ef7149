package tadpole.engine.picture.style;

import tadpole.engine.picture.Picture;

/**
 * A picture whose style is taken.
 *
 * @param picture of three channels, or one that is then gray, 0..255
 * @param weight  its share beside the other styles', above 0
 */
public record StylePicture(Picture picture, double weight) {

    public StylePicture {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("A style's weight must be above 0, but that of %s is %s.".formatted(picture.name(), weight));
        }
    }
}
