package tadpole.app.image;

import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/**
 * How values become colors. What lies beyond an end is drawn as the end, see {@link Beyond}.
 *
 * @param low       the value at the lower end of the scale
 * @param high      the value at its upper end
 * @param stretched whether the ends were moved to the values that there are, and the scale has to say so
 */
public record Toning(Kind kind, float low, float high, boolean stretched) {

    public enum Kind {
        /** One channel from black to white. */
        GRAY,
        /** Three channels as red, green and blue. */
        COLOR,
        /** One channel of sizes, from nothing, dark, to the largest, bright. */
        MAGNITUDE,
        /** One channel on the theme's diverging map: "training" below zero, the surface at zero, "validation" above; low = -high. */
        SIGNED
    }

    public Toning(Kind kind, float low, float high) {
        this(kind, low, high, false);
    }

    /** As the picture itself says: color where it has three channels, else gray, from its black to its white. */
    public static Toning of(Picture picture) {
        return picture.isColored() ? color(picture.black(), picture.white()) : gray(picture.black(), picture.white());
    }

    public static Toning gray(float black, float white) {
        return new Toning(Kind.GRAY, black, white);
    }

    public static Toning color(float black, float white) {
        return new Toning(Kind.COLOR, black, white);
    }

    public static Toning magnitude(float most) {
        return new Toning(Kind.MAGNITUDE, 0, most);
    }

    public static Toning signed(float most) {
        return new Toning(Kind.SIGNED, -most, most);
    }

    /** The diverging map as far as the largest of all channels' values, whatever its sign. */
    public static Toning signed(Tensor values) {
        return signed(values.data(), 0, values.size());
    }

    /** The diverging map as far as the largest of one channel's values, whatever its sign. */
    public static Toning signed(Tensor values, int channel) {
        int area = values.shape().at(1) * values.shape().at(2);
        return signed(values.data(), channel * area, (channel + 1) * area);
    }

    private static Toning signed(float[] values, int from, int to) {
        float most = 0;
        for (int i = from; i < to; i++) {
            float size = Math.abs(values[i]);
            most = size > most && size <= Float.MAX_VALUE ? size : most;
        }
        return signed(most);
    }

    /** Gray with black at the least of one channel's values and white at the largest, and said so. */
    public static Toning stretchedGray(Tensor values, int channel) {
        int area = values.shape().at(1) * values.shape().at(2);
        return stretched(Kind.GRAY, values.data(), channel * area, (channel + 1) * area);
    }

    /** Color, all three channels between the least of their values and the largest, and said so. */
    public static Toning stretchedColor(Tensor values) {
        return stretched(Kind.COLOR, values.data(), 0, values.size());
    }

    private static Toning stretched(Kind kind, float[] values, int from, int to) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float value = values[i];
            boolean counts = Math.abs(value) <= Float.MAX_VALUE;
            least = counts && value < least ? value : least;
            most = counts && value > most ? value : most;
        }
        return least <= most ? new Toning(kind, least, most, true) : new Toning(kind, 0, 0, true);
    }

    /** From 0 at the lower end to 1 at the upper; in the middle where both ends are the same and the value too. */
    public float share(float value) {
        if (value == low && value == high) {
            return 0.5f;
        }
        return high > low ? Math.clamp((value - low) / (high - low), 0, 1) : value < low ? 0 : 1;
    }
}
