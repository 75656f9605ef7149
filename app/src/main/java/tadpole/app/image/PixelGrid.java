package tadpole.app.image;

import java.util.List;
import tadpole.engine.dataset.Preparation;
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

    public static PixelGrid of(Split split, int image, List<Preparation> preparations) {
        float[] raw = new float[split.shape().size()];
        split.read(image, raw, 0);
        float[] prepared = raw.clone();
        for (Preparation preparation : preparations) {
            preparation.apply(prepared, 0, prepared.length);
        }
        return new PixelGrid(split.shape(), raw, prepared);
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
