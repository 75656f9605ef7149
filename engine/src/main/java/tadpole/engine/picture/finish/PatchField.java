package tadpole.engine.picture.finish;

import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Which patch of a painting each patch of a picture found.
 *
 * @param reach   of the patches: half of their side, rounded down
 * @param height  of the picture
 * @param width   of the picture
 * @param matches for the patch around each pixel, the painting's pixel in the middle of the one it found, y · width + x; -1 where none was asked
 * @param squares sums of the squared differences of the colors
 */
record PatchField(int reach, int height, int width, int[] matches, float[] squares) {

    static final int NONE = -1;
    private static final int ROWS = 16;

    /**
     * Every pixel as the mean of what all the patches that hold it found for it; where none does, as it is.
     *
     * @param picture [3,height,width]; not changed
     */
    Tensor vote(Tensor picture, Pixels painting, Device device) {
        Tensor made = Tensor.zeros(Shape.of(3, height, width));
        device.run(Math.ceilDiv(height, ROWS), n -> {
            float[] color = new float[3];
            for (int y = n * ROWS; y < Math.min(height, (n + 1) * ROWS); y++) {
                for (int x = 0; x < width; x++) {
                    boolean found = vote(y, x, painting, color);
                    for (int c = 0; c < 3; c++) {
                        int at = (c * height + y) * width + x;
                        made.data()[at] = found ? color[c] : picture.data()[at];
                    }
                }
            }
        });
        return made;
    }

    private boolean vote(int y, int x, Pixels painting, float[] color) {
        float red = 0;
        float green = 0;
        float blue = 0;
        int count = 0;
        for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
                int match = matches[v * width + u];
                if (match != NONE) {
                    int at = 3 * (match + (y - v) * painting.width() + x - u);
                    red += painting.values()[at];
                    green += painting.values()[at + 1];
                    blue += painting.values()[at + 2];
                    count++;
                }
            }
        }
        color[0] = red / count;
        color[1] = green / count;
        color[2] = blue / count;
        return count > 0;
    }
}
