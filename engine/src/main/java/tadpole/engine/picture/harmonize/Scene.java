package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;

/**
 * What is to be harmonized: an object pasted into a painting. All of one size, pictures in 0..255 with three channels.
 *
 * @param composite the painting with the object pasted in
 * @param painting  without the object
 * @param tight     where the object is
 * @param loose     the same made wider: where pixels may change
 */
public record Scene(Picture composite, Picture painting, Mask tight, Mask loose) {

    public Scene {
        for (int[] size : new int[][] {{painting.height(), painting.width()}, {tight.height(), tight.width()}, {loose.height(), loose.width()}}) {
            if (size[0] != composite.height() || size[1] != composite.width()) {
                throw new IllegalArgumentException("All of a scene has one size, but the composite is %d×%d and another part %d×%d.".formatted(
                        composite.width(), composite.height(), size[1], size[0]));
            }
        }
    }

    public int height() {
        return composite.height();
    }

    public int width() {
        return composite.width();
    }
}
