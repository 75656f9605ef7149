package tadpole.samples.drawing;

import java.util.List;

/** A 32x32 picture painted four times finer each way, so that every edge comes out smooth. */
public final class Canvas {

    public static final int SIDE = 32;

    private static final int SCALE = 4;
    private static final int FINE = SIDE * SCALE;

    private final double[] red = new double[FINE * FINE];
    private final double[] green = new double[FINE * FINE];
    private final double[] blue = new double[FINE * FINE];

    /** Paints the inside of a closed outline in pixels (nonzero winding), letting 1 - cover of what lies below shine through. */
    public void fill(List<Point> outline, Paint paint, double cover) {
        double top = outline.stream().mapToDouble(Point::y).min().orElse(0) * SCALE;
        double bottom = outline.stream().mapToDouble(Point::y).max().orElse(0) * SCALE;
        int last = (int) Math.min(FINE - 1, Math.floor(bottom - 0.5));
        for (int row = (int) Math.max(0, Math.ceil(top - 0.5)); row <= last; row++) {
            fillRow(row, outline, paint, cover);
        }
    }

    private void fillRow(int row, List<Point> outline, Paint paint, double cover) {
        double y = (row + 0.5) / SCALE;
        double[] crossings = new double[outline.size()];
        int[] turns = new int[outline.size()];
        int found = 0;
        Point from = outline.getLast();
        for (Point to : outline) {
            if ((from.y() <= y) != (to.y() <= y)) {
                double x = from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
                int at = found++;
                for (; at > 0 && crossings[at - 1] > x; at--) {
                    crossings[at] = crossings[at - 1];
                    turns[at] = turns[at - 1];
                }
                crossings[at] = x;
                turns[at] = from.y() <= y ? 1 : -1;
            }
            from = to;
        }
        int winding = 0;
        for (int i = 0; i + 1 < found; i++) {
            winding += turns[i];
            if (winding != 0) {
                span(row, crossings[i], crossings[i + 1], paint, cover);
            }
        }
    }

    private void span(int row, double left, double right, Paint paint, double cover) {
        int last = (int) Math.min(FINE - 1, Math.ceil(right * SCALE - 0.5) - 1);
        for (int column = (int) Math.max(0, Math.ceil(left * SCALE - 0.5)); column <= last; column++) {
            Color color = paint.at((column + 0.5) / SCALE, (row + 0.5) / SCALE);
            int at = row * FINE + column;
            red[at] += cover * (color.red() - red[at]);
            green[at] += cover * (color.green() - green[at]);
            blue[at] += cover * (color.blue() - blue[at]);
        }
    }

    /** The finished picture as CIFAR-10 stores it: 1024 red bytes, 1024 green, 1024 blue, row by row, through this tint. */
    public byte[] pixels(Tint tint) {
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            Color color = tint.of(new Color(mean(red, i), mean(green, i), mean(blue, i)));
            pixels[i] = level(color.red());
            pixels[SIDE * SIDE + i] = level(color.green());
            pixels[2 * SIDE * SIDE + i] = level(color.blue());
        }
        return pixels;
    }

    private static double mean(double[] channel, int pixel) {
        int corner = pixel / SIDE * SCALE * FINE + pixel % SIDE * SCALE;
        double sum = 0;
        for (int y = 0; y < SCALE; y++) {
            for (int x = 0; x < SCALE; x++) {
                sum += channel[corner + y * FINE + x];
            }
        }
        return sum / (SCALE * SCALE);
    }

    /** 64 levels, evenly from 0 to 255: nothing that an eye sees is lost, and the files shrink by a third. */
    private static byte level(double value) {
        return (byte) (Math.round(63 * Math.clamp(value, 0, 1)) * 255 / 63);
    }
}
