package tadpole.app.pane.studio.harmonize;

import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A colored picture of 0 to 255 kept in a quarter of the room, rounded to whole numbers. */
final class PackedPicture {

    private static final int CHANNELS = 3;

    private final String name;
    private final int height;
    private final int width;
    private final byte[] bytes;

    PackedPicture(Picture picture) {
        this.name = picture.name();
        this.height = picture.height();
        this.width = picture.width();
        this.bytes = new byte[CHANNELS * height * width];
        float[] values = picture.values().data();
        int area = height * width;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(values[picture.isColored() ? i : i % area]), 0, 255);
        }
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    Picture picture() {
        Tensor values = Tensor.zeros(Shape.of(CHANNELS, height, width));
        for (int i = 0; i < bytes.length; i++) {
            values.data()[i] = bytes[i] & 0xFF;
        }
        return Picture.ofBytes(name, values);
    }

    /** A part of it, averaged to another size: opaque 0xAARRGGBB, row by row. */
    int[] part(Part part, int toWidth, int toHeight) {
        int[] colors = new int[toWidth * toHeight];
        for (int y = 0; y < toHeight; y++) {
            int top = part.top() + y * part.height() / toHeight;
            int bottom = Math.max(top + 1, part.top() + (y + 1) * part.height() / toHeight);
            for (int x = 0; x < toWidth; x++) {
                int left = part.left() + x * part.width() / toWidth;
                int right = Math.max(left + 1, part.left() + (x + 1) * part.width() / toWidth);
                colors[y * toWidth + x] = 0xFF000000 | mean(0, top, bottom, left, right) << 16 | mean(1, top, bottom, left, right) << 8
                        | mean(2, top, bottom, left, right);
            }
        }
        return colors;
    }

    private int mean(int channel, int top, int bottom, int left, int right) {
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += bytes[(channel * height + y) * width + x] & 0xFF;
            }
        }
        return sum / ((bottom - top) * (right - left));
    }
}
