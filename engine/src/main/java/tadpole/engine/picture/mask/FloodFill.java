package tadpole.engine.picture.mask;

import java.util.Arrays;
import tadpole.engine.picture.Picture;

/** Selects all that hangs together and has nearly one color. */
public final class FloodFill {

    private final float[] colors;
    private final int channels;
    private final int height;
    private final int width;
    private final int seed;
    private final double most;
    private final float[] values;
    private int[] open = new int[1024];
    private int count;

    private FloodFill(Picture picture, int seed, double tolerance) {
        colors = picture.values().data();
        channels = picture.channels();
        height = picture.height();
        width = picture.width();
        this.seed = seed;
        most = tolerance * tolerance;
        values = new float[height * width];
    }

    /**
     * The pixels joined to the one at (x, y) by their sides, whose color lies no farther from its color than the tolerance.
     *
     * @param tolerance Euclidean distance of colors; with RGB of 0..255 from 0 to 442
     * @throws IllegalArgumentException where (x, y) is no pixel of the picture
     */
    public static Mask of(Picture picture, int x, int y, double tolerance) {
        if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
            throw new IllegalArgumentException("A picture of %d×%d has no pixel (%d, %d).".formatted(picture.width(), picture.height(), x, y));
        }
        return new FloodFill(picture, y * picture.width() + x, tolerance).filled();
    }

    private Mask filled() {
        reach(seed);
        while (count > 0) {
            int at = open[--count];
            int x = at % width;
            if (x > 0) {
                reach(at - 1);
            }
            if (x < width - 1) {
                reach(at + 1);
            }
            if (at >= width) {
                reach(at - width);
            }
            if (at < width * (height - 1)) {
                reach(at + width);
            }
        }
        return new Mask(height, width, values);
    }

    private void reach(int at) {
        if (values[at] != 0 || !isNear(at)) {
            return;
        }
        values[at] = 1;
        if (count == open.length) {
            open = Arrays.copyOf(open, 2 * count);
        }
        open[count++] = at;
    }

    private boolean isNear(int at) {
        double square = 0;
        for (int c = 0; c < channels; c++) {
            double apart = colors[c * height * width + at] - colors[c * height * width + seed];
            square += apart * apart;
        }
        return square <= most;
    }
}
