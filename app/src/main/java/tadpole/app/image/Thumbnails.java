package tadpole.app.image;

import tadpole.engine.dataset.Images;
import tadpole.engine.dataset.Split;

/** Draws the images of one part into a field of ARGB colors, each pixel as zoom×zoom equal ones. */
final class Thumbnails {

    private final Split split;
    private final int channels;
    private final int height;
    private final int width;
    private final float[] numbers;
    private byte[] pixels;
    private int start;

    Thumbnails(Split split) {
        this.split = split;
        this.channels = split.shape().at(0);
        this.height = split.shape().at(1);
        this.width = split.shape().at(2);
        this.pixels = split instanceof Images images ? images.pixels() : new byte[split.shape().size()];
        this.numbers = split instanceof Images ? new float[0] : new float[split.shape().size()];
    }

    Split split() {
        return split;
    }

    /**
     * Draws one image; what lies above or below the field is left out.
     *
     * @param colors fieldWidth·fieldHeight colors, row by row; only the image's place is changed
     * @param left   the image's left edge in the field; the whole width must lie inside
     */
    void paint(int image, int zoom, int left, int top, int[] colors, int fieldWidth, int fieldHeight) {
        load(image);
        for (int y = 0; y < height; y++) {
            int from = Math.max(0, top + y * zoom);
            int to = Math.min(fieldHeight, top + (y + 1) * zoom);
            if (from >= to) {
                continue;
            }
            int first = from * fieldWidth + left;
            paintRow(y, zoom, colors, first);
            for (int row = from + 1; row < to; row++) {
                System.arraycopy(colors, first, colors, row * fieldWidth + left, width * zoom);
            }
        }
    }

    private void paintRow(int y, int zoom, int[] colors, int at) {
        int area = height * width;
        int red = start + y * width;
        int green = channels == 3 ? red + area : red;
        int blue = channels == 3 ? red + 2 * area : red;
        int place = at;
        for (int x = 0; x < width; x++) {
            int color = 0xFF000000
                    | (pixels[red + x] & 0xFF) << 16 | (pixels[green + x] & 0xFF) << 8 | pixels[blue + x] & 0xFF;
            for (int i = 0; i < zoom; i++) {
                colors[place++] = color;
            }
        }
    }

    private void load(int image) {
        if (split instanceof Images) {
            start = image * split.shape().size();
            return;
        }
        split.read(image, numbers, 0);
        for (int i = 0; i < numbers.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(numbers[i]), 0, 255);
        }
    }
}
