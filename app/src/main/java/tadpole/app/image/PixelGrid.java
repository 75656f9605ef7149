package tadpole.app.image;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.tensor.Shape;

/** The numbers of one image: as its file has them, and as a network gets them. */
public final class PixelGrid {

    private final Shape shape;
    private final float[] raw;
    private final float[] prepared;
    /** Where each raw number stands in what is prepared; -1 where it is cut away. */
    private final int[] places;

    private PixelGrid(Shape shape, float[] raw, float[] prepared, int[] places) {
        this.shape = shape;
        this.raw = raw;
        this.prepared = prepared;
        this.places = places;
    }

    /** @param preparations that leave pixels where they are, or cut some away */
    public static PixelGrid of(Split split, int image, List<Preparation> preparations) {
        float[] raw = new float[split.shape().size()];
        split.read(image, raw, 0);
        float[] prepared = raw.clone();
        Preparations.apply(preparations, prepared, split.shape());
        int[] places = places(split.shape(), preparations);
        return new PixelGrid(split.shape(), raw, inPlace(prepared, places), places);
    }

    /** Where each raw number went: where a preparation cuts pixels away, the others move together. */
    private static int[] places(Shape raw, List<Preparation> preparations) {
        Shape shape = raw;
        float[] from = new float[raw.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        for (Preparation preparation : preparations) {
            Shape next = preparation.output(shape);
            if (!next.equals(shape)) {
                preparation.apply(from, 0, shape.size());
            }
            shape = next;
        }
        int[] places = new int[raw.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < shape.size(); i++) {
            places[(int) from[i]] = i;
        }
        return places;
    }

    /** Puts the prepared numbers back to where they are in the picture. */
    private static float[] inPlace(float[] prepared, int[] places) {
        float[] put = new float[places.length];
        for (int i = 0; i < put.length; i++) {
            put[i] = places[i] < 0 ? Float.NaN : prepared[places[i]];
        }
        return put;
    }

    public int channels() {
        return shape.at(0);
    }

    public int height() {
        return shape.at(1);
    }

    public int width() {
        return shape.at(2);
    }

    public boolean isColored() {
        return channels() == 3;
    }

    /** 0..255. */
    public float raw(int channel, int y, int x) {
        return raw[rawPlace(channel, y, x)];
    }

    /** No number (NaN) where the preparation cuts the pixel away. */
    public float prepared(int channel, int y, int x) {
        return prepared[rawPlace(channel, y, x)];
    }

    /** Where a number stands among the raw ones. */
    public int rawPlace(int channel, int y, int x) {
        return (channel * height() + y) * width() + x;
    }

    /** Where a number stands among the prepared ones; empty where the preparation cuts the pixel away. */
    public OptionalInt preparedPlace(int channel, int y, int x) {
        int place = places[rawPlace(channel, y, x)];
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** A pixel's own color, opaque. */
    public int argb(int y, int x) {
        return 0xFF000000 | level(0, y, x) << 16 | level(isColored() ? 1 : 0, y, x) << 8 | level(isColored() ? 2 : 0, y, x);
    }

    private int level(int channel, int y, int x) {
        return Math.clamp(Math.round(raw(channel, y, x)), 0, 255);
    }
}
