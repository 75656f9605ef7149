package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.function.Function;

/**
 * A small line without axes: values side by side.
 *
 * @param least bottom of the range, which neighbors share
 * @param most  top of it
 * @param room  how many values the width is for
 */
public record SparkDrawing(double[] values, double least, double most, int room, Function<ChartColors, Color> color) implements Drawing {

    private static final double EDGE = 3;

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        Path2D line = new Path2D.Double();
        for (int i = 0; i < values.length && Double.isFinite(values[i]); i++) {
            double x = EDGE + (width - 2 * EDGE) * i / Math.max(1, room - 1);
            double share = Math.clamp((values[i] - least) / Math.max(1e-12, most - least), 0, 1);
            double y = height - EDGE - (height - 2 * EDGE) * share;
            if (i == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        if (values.length > 1) {
            g.setColor(color.apply(colors));
            g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(line);
        }
    }
}
