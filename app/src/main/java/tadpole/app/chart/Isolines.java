package tadpole.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Lines of equal height. */
final class Isolines {

    private Isolines() {}

    /**
     * Marching squares: in each cell the straight piece between the edges that the level crosses; none where a corner is no number.
     *
     * @param values at the corners of square cells, row by row downward
     * @param cell   how wide a cell is drawn
     */
    static void draw(Graphics2D g, double[][] values, double level, double cell) {
        Path2D line = new Path2D.Double();
        for (int row = 0; row + 1 < values.length; row++) {
            for (int column = 0; column + 1 < values[row].length; column++) {
                double[] corner = {values[row][column], values[row][column + 1], values[row + 1][column + 1], values[row + 1][column]};
                double[] x = {column, column + 1.0, column + 1.0, column};
                double[] y = {row, row, row + 1.0, row + 1.0};
                boolean begun = false;
                for (int i = 0; i < 4; i++) {
                    int j = (i + 1) % 4;
                    if (corner[i] < level != corner[j] < level) {
                        double share = (level - corner[i]) / (corner[j] - corner[i]);
                        double px = cell * (x[i] + share * (x[j] - x[i]));
                        double py = cell * (y[i] + share * (y[j] - y[i]));
                        if (begun) {
                            line.lineTo(px, py);
                        } else {
                            line.moveTo(px, py);
                        }
                        begun = !begun;
                    }
                }
            }
        }
        g.draw(line);
    }
}
