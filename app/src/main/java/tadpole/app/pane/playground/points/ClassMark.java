package tadpole.app.pane.playground.points;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The shape of a class: one tells classes apart without their colors. */
enum ClassMark {
    CIRCLE(),
    SQUARE(-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85),
    TRIANGLE(0, -1.1, 1, 0.75, -1, 0.75),
    DIAMOND(0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0),
    DOWNWARD(0, 1.1, 1, -0.75, -1, -0.75),
    CROSS(-0.4, -1.1, 0.4, -1.1, 0.4, -0.4, 1.1, -0.4, 1.1, 0.4, 0.4, 0.4, 0.4, 1.1, -0.4, 1.1, -0.4, 0.4, -1.1, 0.4, -1.1, -0.4, -0.4, -0.4);

    private final double[] corners;

    ClassMark(double... corners) {
        this.corners = corners;
    }

    static ClassMark of(int label) {
        return values()[label % values().length];
    }

    /** The name of a class: A, B, ... */
    static String letter(int label) {
        return Character.toString('A' + label);
    }

    /** @param filled of the training set; else hollow */
    void draw(GraphicsContext g, double x, double y, double size, boolean filled, Color color, Color edge) {
        g.setFill(filled ? color : edge.deriveColor(0, 1, 1, 0.35));
        g.setStroke(filled ? edge : color);
        g.setLineWidth(filled ? 1 : 1.6);
        if (corners.length == 0) {
            g.fillOval(x - size, y - size, 2 * size, 2 * size);
            g.strokeOval(x - size, y - size, 2 * size, 2 * size);
            return;
        }
        int count = corners.length / 2;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = x + size * corners[2 * i];
            ys[i] = y + size * corners[2 * i + 1];
        }
        g.fillPolygon(xs, ys, count);
        g.strokePolygon(xs, ys, count);
    }
}
