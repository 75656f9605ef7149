package tadpole.engine.picture;

import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Makes pictures larger and smaller. Pixels have half-pixel centers: the middle of pixel i lies at i + 1/2, as with
 * PyTorch's align_corners=False. To the same bits on any number of threads.
 */
public final class Resize {

    /** How the pixels between are found. */
    public enum Way {
        /** Each new pixel is the mean of what it covers; for smaller pictures. */
        AREA,
        /** Catmull-Rom's cubic (a = -1/2) over four pixels; for larger pictures. It may overshoot. */
        BICUBIC,
        /** Straight between the two nearest, without smoothing before, as PyTorch's "bilinear". */
        BILINEAR,
        /** The nearest, as PyTorch's "nearest-exact". */
        NEAREST
    }

    private static final int ROWS = 16;

    private Resize() {}

    /** Smaller by area, larger by cubic; one of the two for each side by itself. Values stay between black and white. */
    public static Picture of(Picture picture, int height, int width, Device device) {
        if (height == picture.height() && width == picture.width()) {
            return picture;
        }
        Tensor values = values(picture.values(), axis(picture.height(), height), axis(picture.width(), width), device);
        float least = Math.min(picture.black(), picture.white());
        float most = Math.max(picture.black(), picture.white());
        float[] data = values.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = Math.clamp(data[i], least, most);
        }
        return new Picture(picture.name(), values, picture.black(), picture.white());
    }

    /** With its longer side at so many pixels, in its own proportions. */
    public static Picture toLongSide(Picture picture, int pixels, Device device) {
        int[] size = sizeAt(picture.height(), picture.width(), pixels);
        return of(picture, size[0], size[1], device);
    }

    /** Height and width with the longer side at so many pixels, at least 1. */
    public static int[] sizeAt(int height, int width, int longSide) {
        double scale = (double) longSide / Math.max(height, width);
        return new int[] {(int) Math.max(1, Math.round(height * scale)), (int) Math.max(1, Math.round(width * scale))};
    }

    /** @param values [channels,height,width]; not changed @return [channels,height,width] of the new size, a copy */
    public static Tensor of(Tensor values, int height, int width, Way way, Device device) {
        return values(values, Samples.of(way, values.shape().at(1), height), Samples.of(way, values.shape().at(2), width), device);
    }

    /** One plane on the calling thread. */
    public static float[] of(float[] plane, int fromHeight, int fromWidth, int height, int width, Way way) {
        Samples down = Samples.of(way, fromHeight, height);
        Samples along = Samples.of(way, fromWidth, width);
        float[] to = new float[height * width];
        float[] row = new float[fromWidth];
        for (int y = 0; y < height; y++) {
            row(plane, 0, down, along, y, row, to, y * width);
        }
        return to;
    }

    private static Samples axis(int from, int to) {
        return Samples.of(to < from ? Way.AREA : Way.BICUBIC, from, to);
    }

    private static Tensor values(Tensor values, Samples down, Samples along, Device device) {
        int channels = values.shape().at(0);
        int area = down.from() * along.from();
        int height = down.to();
        int width = along.to();
        Tensor made = Tensor.zeros(Shape.of(channels, height, width));
        int strips = Math.ceilDiv(height, ROWS);
        device.run(channels * strips, n -> {
            int channel = n / strips;
            float[] row = new float[along.from()];
            for (int y = n % strips * ROWS; y < Math.min(height, (n % strips + 1) * ROWS); y++) {
                row(values.data(), channel * area, down, along, y, row, made.data(), (channel * height + y) * width);
            }
        });
        return made;
    }

    private static void row(float[] from, int plane, Samples down, Samples along, int y, float[] row, float[] to, int start) {
        int width = along.from();
        for (int k = 0; k < down.count(); k++) {
            int source = plane + down.place(y, k) * width;
            float weight = down.weight(y, k);
            for (int x = 0; x < width; x++) {
                row[x] = (k == 0 ? 0 : row[x]) + weight * from[source + x];
            }
        }
        for (int x = 0; x < along.to(); x++) {
            float sum = 0;
            for (int k = 0; k < along.count(); k++) {
                sum += along.weight(x, k) * row[along.place(x, k)];
            }
            to[start + x] = sum;
        }
    }
}
