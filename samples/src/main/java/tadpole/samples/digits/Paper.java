package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Point;

/** Ink on a fine grid, SCALE cells to a pixel a side, later looked at through 28x28 coarse eyes. */
final class Paper {

    static final int SCALE = 6;
    static final int SIDE = 28 * SCALE;

    private final boolean[] ink = new boolean[SIDE * SIDE];

    /** Draws a line of round dots that change their width; all in pixels. */
    void draw(List<Point> line, Pen pen) {
        double length = length(line);
        double done = 0;
        for (int i = 0; i < line.size(); i++) {
            done += i == 0 ? 0 : line.get(i - 1).distance(line.get(i));
            double radius = pen.radiusAt(length == 0 ? 0 : done / length, length);
            dot(line.get(i), radius);
            if (i > 0) {
                dot(line.get(i - 1).toward(line.get(i), 0.5), radius);
            }
        }
    }

    private static double length(List<Point> line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += line.get(i - 1).distance(line.get(i));
        }
        return length;
    }

    private void dot(Point at, double radius) {
        double r = radius * SCALE;
        double centerX = at.x() * SCALE - 0.5;
        double centerY = at.y() * SCALE - 0.5;
        int top = Math.max(0, (int) Math.ceil(centerY - r));
        int bottom = Math.min(SIDE - 1, (int) Math.floor(centerY + r));
        for (int y = top; y <= bottom; y++) {
            double half = Math.sqrt(r * r - (y - centerY) * (y - centerY));
            int left = Math.max(0, (int) Math.ceil(centerX - half));
            int right = Math.min(SIDE - 1, (int) Math.floor(centerX + half));
            for (int x = left; x <= right; x++) {
                ink[y * SIDE + x] = true;
            }
        }
    }

    /** The share of ink in each pixel, row by row, all shifted so that the center of mass falls into pixel 14, 14. */
    double[] pixels() {
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int i = 0; i < ink.length; i++) {
            if (ink[i]) {
                mass++;
                massX += i % SIDE + 0.5;
                massY += i / SIDE + 0.5;
            }
        }
        int shiftX = (int) Math.floor(15 - massX / mass / SCALE);
        int shiftY = (int) Math.floor(15 - massY / mass / SCALE);
        double[] pixels = new double[28 * 28];
        for (int i = 0; i < ink.length; i++) {
            int x = i % SIDE / SCALE + shiftX;
            int y = i / SIDE / SCALE + shiftY;
            if (ink[i] && x >= 0 && x < 28 && y >= 0 && y < 28) {
                pixels[y * 28 + x] += 1.0 / (SCALE * SCALE);
            }
        }
        return pixels;
    }
}
