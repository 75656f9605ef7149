package tadpole.engine.picture.mask;

import tadpole.engine.picture.Box;

/**
 * One stroke of a brush while the hand still moves: it changes one array, and says which rectangle. The stroke acts as if the brush had been
 * put down at every point of the line, so that it does not depend on how often the hand was asked. Places are in pixels from the upper left
 * corner; the middle of pixel 0 lies at 0.5. For one thread.
 */
public final class MaskPainter {

    private final int height;
    private final int width;
    private final float[] values;
    private final Brush brush;
    private final Combine way;
    private Box touched = Box.NOTHING;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    /** @param way {@link Combine#ADD} paints, {@link Combine#SUBTRACT} erases */
    public MaskPainter(Mask start, Brush brush, Combine way) {
        if (way == Combine.REPLACE) {
            throw new IllegalArgumentException("A brush adds or subtracts; it does not replace the mask.");
        }
        this.height = start.height();
        this.width = start.width();
        this.values = start.values().clone();
        this.brush = brush;
        this.way = way;
    }

    /** A whole stroke at once. */
    public static Mask stroke(Mask start, Brush brush, Combine way, double[] xs, double[] ys) {
        MaskPainter painter = new MaskPainter(start, brush, way);
        for (int i = 0; i < xs.length; i++) {
            painter.to(xs[i], ys[i]);
        }
        return painter.mask();
    }

    /** Draws on from the last place, or puts the brush down at the first. @return the pixels that may have changed */
    public Box to(double x, double y) {
        double fromX = Double.isNaN(lastX) ? x : lastX;
        double fromY = Double.isNaN(lastY) ? y : lastY;
        lastX = x;
        lastY = y;
        double reach = brush.reach();
        Box box = Box.between((int) Math.floor(Math.min(fromX, x) - reach), (int) Math.floor(Math.min(fromY, y) - reach),
                (int) Math.ceil(Math.max(fromX, x) + reach), (int) Math.ceil(Math.max(fromY, y) + reach)).within(Box.of(height, width));
        draw(box, fromX, fromY, x, y);
        touched = touched.and(box);
        return box;
    }

    private void draw(Box box, double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double square = dx * dx + dy * dy;
        double most = brush.reach() * brush.reach();
        for (int row = box.y(); row < box.bottom(); row++) {
            double py = row + 0.5 - fromY;
            for (int column = box.x(); column < box.right(); column++) {
                double px = column + 0.5 - fromX;
                double along = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0.0, 1.0);
                double offX = px - along * dx;
                double offY = py - along * dy;
                double apart = offX * offX + offY * offY;
                if (apart < most) {
                    int at = row * width + column;
                    values[at] = way.of(values[at], (float) brush.at(Math.sqrt(apart)));
                }
            }
        }
    }

    /** How it is now, row by row; changed by {@link #to}. */
    public float[] values() {
        return values;
    }

    /** All pixels that may have changed since the start. */
    public Box touched() {
        return touched;
    }

    /** A mask of how it is now. */
    public Mask mask() {
        return new Mask(height, width, values.clone());
    }
}
