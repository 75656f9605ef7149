package tadpole.app.pane.studio.canvas;

import tadpole.app.image.Viewport;
import tadpole.engine.picture.Box;

/**
 * Where the painting's pixels lie on the screen, in the screen's pixels: as large as it has room, enlarged by whole numbers, or as small as one likes.
 *
 * @param rows   of the painting
 * @param cell   side of one of its pixels
 * @param fit    the side with which all of it has room
 * @param left   edge of its first column
 * @param top    edge of its first row
 * @param width  of the canvas
 */
record CanvasGeometry(int rows, int columns, double cell, double fit, int left, int top, int width, int height) {

    static final int LARGEST = 64;
    private static final double SMALLEST = 0.05;
    private static final double STEP = 1.25;
    private static final double ROUNDING = 1e-6;
    private static final double SHARP = 0.95;
    /** Air around a picture that fits. */
    private static final int AIR = 20;

    static CanvasGeometry of(int rows, int columns, Viewport viewport, int width, int height) {
        double fit = fit(Math.min((double) Math.max(1, width - 2 * AIR) / columns, (double) Math.max(1, height - 2 * AIR) / rows));
        double zoom = viewport.zoomProperty().get();
        double cell = zoom == 1 ? fit : whole(Math.clamp(fit * zoom, Math.min(SMALLEST, fit), Math.max(LARGEST, fit)));
        return new CanvasGeometry(rows, columns, cell, fit, origin(columns * cell, width, viewport.centerXProperty().get()),
                origin(rows * cell, height, viewport.centerYProperty().get()), width, height);
    }

    /** All the room there is; where that is hardly larger than a whole number, that number: its pixels stay squares. */
    private static double fit(double room) {
        double whole = whole(room);
        return whole > SHARP * room ? whole : room;
    }

    private static double whole(double cell) {
        return cell >= 1 - ROUNDING ? Math.max(1, Math.floor(cell + ROUNDING)) : cell;
    }

    /** A picture that is smaller than the canvas stands in its middle; a larger one may be moved as far as its edge to the canvas's middle. */
    private static int origin(double size, int room, double center) {
        return (int) Math.round(size <= room - AIR ? (room - size) / 2 : room / 2.0 - Math.clamp(center, 0.0, 1.0) * size);
    }

    boolean isShrunk() {
        return cell < 1;
    }

    /** Whether each of the painting's pixels is a square of the screen's pixels, all of one size. */
    boolean isWhole() {
        return cell >= 1 && cell == Math.rint(cell);
    }

    double x(double column) {
        return left + column * cell;
    }

    double y(double row) {
        return top + row * cell;
    }

    double column(double x) {
        return (x - left) / cell;
    }

    double row(double y) {
        return (y - top) / cell;
    }

    /** What is seen of the painting, in pixels of the canvas. */
    Box seen() {
        return Box.between(Math.max(0, left), Math.max(0, top), Math.min(width, (int) Math.round(x(columns))), Math.min(height, (int) Math.round(y(rows))));
    }

    /** Where pixels of the painting are seen, and what their colors reach around them, in pixels of the canvas. */
    Box seen(Box part) {
        int more = isWhole() ? 1 : 1 + (int) Math.ceil(cell);
        return Box.between((int) Math.floor(x(part.x())) - more, (int) Math.floor(y(part.y())) - more, (int) Math.ceil(x(part.right())) + more,
                (int) Math.ceil(y(part.bottom())) + more).within(seen());
    }

    /** One step larger or smaller; what is at (x, y) stays there. */
    void zoom(Viewport viewport, boolean in, double x, double y) {
        show(viewport, in ? larger() : smaller(), x, y);
    }

    /** One pixel of the painting for one of the screen. */
    void full(Viewport viewport) {
        show(viewport, 1, width / 2.0, height / 2.0);
    }

    private void show(Viewport viewport, double next, double x, double y) {
        double wanted = Math.clamp(next, Math.min(SMALLEST, fit), LARGEST);
        viewport.zoomProperty().set(wanted / fit);
        viewport.center(column(x) / columns - (x - width / 2.0) / (wanted * columns), row(y) / rows - (y - height / 2.0) / (wanted * rows));
    }

    /** Stops at the whole picture and at 100 %. */
    private double larger() {
        double next = cell < 1 ? Math.min(1, cell * STEP) : Math.max(Math.floor(cell) + 1, Math.rint(cell * STEP));
        return cell < fit - ROUNDING && next > fit ? fit : next;
    }

    private double smaller() {
        double next = cell <= 1 ? cell / STEP : Math.max(1, Math.min(Math.ceil(cell) - 1, Math.rint(cell / STEP)));
        return cell > fit + ROUNDING && next < fit ? fit : next;
    }

    /** Moves the picture by so many pixels of the screen. */
    void move(Viewport viewport, double right, double down) {
        viewport.center(Math.clamp((width / 2.0 - left - right) / (columns * cell), 0.0, 1.0), Math.clamp((height / 2.0 - top - down) / (rows * cell), 0.0, 1.0));
    }

    /** Such as "100 %", or "175 %, smooth" where pixels are no longer squares of one size. */
    String percent() {
        return "%d %%%s".formatted(Math.round(100 * cell), cell > 1 && !isWhole() ? ", smooth" : "");
    }
}
