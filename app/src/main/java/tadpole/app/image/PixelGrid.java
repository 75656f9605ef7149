package tadpole.app.image;

import java.util.Arrays;
import java.util.List;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.tensor.Shape;

/** The numbers of one image: as its file has them, and as a network gets them. */
public final class PixelGrid {

    private final Shape shape;
    private final float[] raw;
    private final float[] prepared;

    private PixelGrid(Shape shape, float[] raw, float[] prepared) {
        this.shape = shape;
        this.raw = raw;
        this.prepared = prepared;
    }

    /** @param preparations that leave pixels where they are, or cut some away */
    public static PixelGrid of(Split split, int image, List<Preparation> preparations) {
        float[] raw = new float[split.shape().size()];
        split.read(image, raw, 0);
        float[] prepared = raw.clone();
        Preparations.apply(preparations, prepared, split.shape());
        return new PixelGrid(split.shape(), raw, inPlace(prepared, split.shape(), preparations));
    }

    /** Where a preparation cuts pixels away, puts the numbers of the others back to where these are in the picture. */
    private static float[] inPlace(float[] prepared, Shape raw, List<Preparation> preparations) {
        Shape shape = raw;
        float[] places = new float[raw.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        for (Preparation preparation : preparations) {
            Shape next = preparation.output(shape);
            if (!next.equals(shape)) {
                preparation.apply(places, 0, shape.size());
            }
            shape = next;
        }
        if (shape.equals(raw)) {
            return prepared;
        }
        float[] put = new float[prepared.length];
        Arrays.fill(put, Float.NaN);
        for (int i = 0; i < shape.size(); i++) {
            put[(int) places[i]] = prepared[i];
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
        return raw[(channel * height() + y) * width() + x];
    }

    /** No number (NaN) where the preparation cuts the pixel away. */
    public float prepared(int channel, int y, int x) {
        return prepared[(channel * height() + y) * width() + x];
    }

    /** A pixel's own color, opaque. */
    public int argb(int y, int x) {
        return 0xFF000000 | level(0, y, x) << 16 | level(isColored() ? 1 : 0, y, x) << 8 | level(isColored() ? 2 : 0, y, x);
    }

    private int level(int channel, int y, int x) {
        return Math.clamp(Math.round(raw(channel, y, x)), 0, 255);
    }
}
