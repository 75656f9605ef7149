package tadpole.engine.picture.studio;

import tadpole.engine.picture.Box;
import tadpole.engine.picture.mask.Mask;

/**
 * An object in the painting's own pixels, as far as it lies in it.
 *
 * @param box    of the painting
 * @param colors 3 · height · width of the box
 * @param cover  height · width of the box: how much of each pixel the object covers, 0 to 1
 */
public record PlacedObject(Box box, float[] colors, float[] cover) {

    /** How much of a pixel of the painting it covers. */
    public float coverAt(int y, int x) {
        int row = y - box.y();
        int column = x - box.x();
        return row < 0 || column < 0 || row >= box.height() || column >= box.width() ? 0 : cover[row * box.width() + column];
    }

    /** @param channel 0 for red; the pixel lies in the box */
    public float colorAt(int channel, int y, int x) {
        return colors[(channel * box.height() + y - box.y()) * box.width() + x - box.x()];
    }

    /** What of a mask of the painting lies on the object. */
    public Mask under(Mask mask) {
        float[] values = new float[mask.values().length];
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                values[y * mask.width() + x] = mask.at(y, x) * coverAt(y, x);
            }
        }
        return new Mask(mask.height(), mask.width(), values);
    }
}
