package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.mask.Mask;

/** Where a painting was matched: each place counts once, however often it was taken. */
public final class PaintingMask {

    private PaintingMask() {}

    /** 1 at every matched place and its 3x3 neighbors, of the painting's size in the matches. */
    public static Mask of(Matches matches) {
        int height = matches.paintingHeight();
        int width = matches.paintingWidth();
        float[] mask = new float[height * width];
        for (int place : matches.places()) {
            if (place == Matches.NONE) {
                continue;
            }
            for (int v = Math.max(0, place / width - 1); v <= Math.min(height - 1, place / width + 1); v++) {
                for (int u = Math.max(0, place % width - 1); u <= Math.min(width - 1, place % width + 1); u++) {
                    mask[v * width + u] = 1;
                }
            }
        }
        return new Mask(height, width, mask);
    }

    /** The mask at another layer's size: each place has the value of the place that it lies in. */
    public static Mask nearest(Mask mask, int height, int width) {
        float[] values = new float[height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = mask.at(y * mask.height() / height, x * mask.width() / width);
            }
        }
        return new Mask(height, width, values);
    }
}
