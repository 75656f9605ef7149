package tadpole.engine.dataset;

import java.util.Optional;

/**
 * A drawing prepared as the digits of MNIST were (LeCun et al. 1998, section III.A, and the page of the data set): the box around the ink
 * is scaled, with its proportions and with anti-aliasing, so that its longer side is 20 pixels, and laid into a field of 28×28 so that the
 * ink's center of mass is nearest to the field's. Fields of another size take the same share, 20 of 28. The box never leaves the field.
 *
 * @param box    around the ink, in pixels of the drawing
 * @param scaled its ink, [box of scaled], 0 to 255
 * @param placed where the scaled box lies in the field
 * @param field  [side, side], ink as 255 on 0
 * @param centerX of mass in the field, where 14 is the middle of its pixel 14
 */
public record DrawnDigit(Box box, float[] scaled, Box placed, float[] field, int side, double centerX, double centerY) {

    /** MNIST's own. */
    public static final int SIDE = 28;

    private static final double INK = 20.0 / 28;
    private static final float FULL = 255;

    /** A rectangle of whole pixels. */
    public record Box(int left, int top, int width, int height) {}

    /**
     * Of a drawing.
     *
     * @param ink  [height, width], 0 where there is none to 1
     * @param side of the field
     * @return empty where there is no ink
     */
    public static Optional<DrawnDigit> of(float[] ink, int width, int height, int side) {
        Optional<Box> box = boxAround(ink, width, height);
        if (box.isEmpty()) {
            return Optional.empty();
        }
        int most = Math.max(1, (int) Math.round(side * INK));
        double factor = (double) most / Math.max(box.get().width(), box.get().height());
        int across = Math.max(1, (int) Math.round(box.get().width() * factor));
        int down = Math.max(1, (int) Math.round(box.get().height() * factor));
        float[] scaled = scaled(ink, width, box.get(), across, down);
        double[] center = centerOfMass(scaled, across, down);
        Box placed = new Box(Math.clamp(Math.round(side / 2 - center[0]), 0, side - across), Math.clamp(Math.round(side / 2 - center[1]), 0, side - down),
                across, down);
        float[] field = new float[side * side];
        for (int y = 0; y < down; y++) {
            System.arraycopy(scaled, y * across, field, (placed.top() + y) * side + placed.left(), across);
        }
        return Optional.of(new DrawnDigit(box.get(), scaled, placed, field, side, placed.left() + center[0], placed.top() + center[1]));
    }

    private static Optional<Box> boxAround(float[] ink, int width, int height) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (ink[y * width + x] > 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? Optional.empty() : Optional.of(new Box(left, top, right - left + 1, bottom - top + 1));
    }

    /** Every pixel is the mean of what lies under it, parts of pixels by their area. */
    private static float[] scaled(float[] ink, int width, Box box, int across, int down) {
        float[] scaled = new float[across * down];
        double stepX = (double) box.width() / across;
        double stepY = (double) box.height() / down;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                double sum = 0;
                for (int v = (int) (y * stepY); v < Math.min(box.height(), (y + 1) * stepY); v++) {
                    double high = Math.min(v + 1, (y + 1) * stepY) - Math.max(v, y * stepY);
                    for (int u = (int) (x * stepX); u < Math.min(box.width(), (x + 1) * stepX); u++) {
                        double wide = Math.min(u + 1, (x + 1) * stepX) - Math.max(u, x * stepX);
                        sum += high * wide * ink[(box.top() + v) * width + box.left() + u];
                    }
                }
                scaled[y * across + x] = (float) (FULL * sum / (stepX * stepY));
            }
        }
        return scaled;
    }

    /** Column and row, in pixels counted from 0. */
    private static double[] centerOfMass(float[] ink, int width, int height) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < width * height; i++) {
            mass += ink[i];
            x += ink[i] * (i % width);
            y += ink[i] * (i / width);
        }
        return mass == 0 ? new double[] {width / 2.0, height / 2.0} : new double[] {x / mass, y / mass};
    }
}
