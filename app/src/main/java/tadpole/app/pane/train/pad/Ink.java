package tadpole.app.pane.train.pad;

import java.util.ArrayDeque;
import java.util.Deque;

/** A drawing: ink from 0 to 1 in every pixel, with smooth edges, and the drawings before it. */
final class Ink {

    static final int SIDE = 112;
    private static final float FAINTEST = 0.06f;

    /** As wide as a stroke of MNIST is once the drawing is scaled. */
    private static final double PEN = 4.6;
    private static final double ERASER = 9;
    private static final int UNDOS = 60;

    private final Deque<float[]> before = new ArrayDeque<>();
    private float[] pixels = new float[SIDE * SIDE];

    /** A stroke begins: what is there now can be had back. */
    void begin() {
        if (before.size() == UNDOS) {
            before.removeLast();
        }
        before.push(pixels.clone());
    }

    /** Draws from one point to another, in pixels. */
    void draw(double fromX, double fromY, double toX, double toY, boolean erases) {
        double radius = erases ? ERASER : PEN;
        int left = at(Math.min(fromX, toX) - radius - 1);
        int right = at(Math.max(fromX, toX) + radius + 1);
        int top = at(Math.min(fromY, toY) - radius - 1);
        int bottom = at(Math.max(fromY, toY) + radius + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double away = distance(x + 0.5, y + 0.5, fromX, fromY, toX, toY);
                float covered = (float) Math.clamp(radius + 0.5 - away, 0, 1);
                int i = y * SIDE + x;
                pixels[i] = erases ? left(Math.min(pixels[i], 1 - covered)) : Math.max(pixels[i], covered);
            }
        }
    }

    /** What nobody sees any more must not widen the box around the ink. */
    private static float left(float ink) {
        return ink < FAINTEST ? 0 : ink;
    }

    private static int at(double place) {
        return Math.clamp((int) Math.floor(place), 0, SIDE - 1);
    }

    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double length = alongX * alongX + alongY * alongY;
        double share = length == 0 ? 0 : Math.clamp(((x - fromX) * alongX + (y - fromY) * alongY) / length, 0, 1);
        return Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY);
    }

    boolean isEmpty() {
        for (float pixel : pixels) {
            if (pixel > 0) {
                return false;
            }
        }
        return true;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            pixels = before.pop();
        }
    }

    void clear() {
        if (!isEmpty()) {
            begin();
            pixels = new float[SIDE * SIDE];
        }
    }

    /** [SIDE, SIDE], copied. */
    float[] copy() {
        return pixels.clone();
    }

    /** Mean ink of one of so many cells a side. */
    double of(int cells, int column, int row) {
        int size = SIDE / cells;
        double sum = 0;
        for (int y = row * size; y < (row + 1) * size; y++) {
            for (int x = column * size; x < (column + 1) * size; x++) {
                sum += pixels[y * SIDE + x];
            }
        }
        return sum / (size * size);
    }
}
