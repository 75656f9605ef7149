package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws what is in a plot: its grid with numbers, lines, bands, dots and markers. What a logarithmic axis cannot show interrupts a line. */
record PlotPainter(Graphics2D g, ChartColors colors, ChartFonts fonts) {

    private static final double FAR = 1e5;
    private static final double ROW_APART = 27;
    private static final double COLUMN_APART = 60;
    private static final double SMALL = 2.1;
    private static final double LARGE = 3;
    /** So many dots hide neither each other nor the curve when they are larger. */
    private static final int FEW = 400;

    /** @param numbered whether numbers stand below it, too */
    void grid(Plot plot, boolean numbered) {
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        Rectangle2D area = plot.area();
        double[] rows = plot.up().ticks(area.getHeight(), ROW_APART);
        String[] figures = plot.up().texts(rows, plot.percent());
        for (int i = 0; i < rows.length; i++) {
            double y = plot.y(rows[i]);
            if (y < area.getMaxY() - 1) {
                ink.line(colors.grid(), area.getX(), y, area.getMaxX(), y);
            }
            ink.right(fonts.figures(), colors.muted(), figures[i], area.getX() - 6, y + 4);
        }
        double[] columns = plot.across().ticks(area.getWidth(), COLUMN_APART);
        String[] names = plot.across().texts(columns, false);
        for (int i = 0; i < columns.length; i++) {
            double x = plot.x(columns[i]);
            if (x > area.getX() + 1) {
                ink.line(colors.grid(), x, area.getY(), x, area.getMaxY());
            }
            if (numbered) {
                ink.centered(fonts.figures(), colors.muted(), names[i], x, area.getMaxY() + 15);
            }
        }
        ink.frame(area);
    }

    /** Everything drawn meanwhile stays within the plot, with room at its edges for half a line. */
    void within(Plot plot, Runnable drawn) {
        Shape clip = g.getClip();
        Rectangle2D area = plot.area();
        g.clip(new Rectangle2D.Double(area.getX() - 1, area.getY() - 2, area.getWidth() + 3, area.getHeight() + 4));
        drawn.run();
        g.setClip(clip);
    }

    void line(Plot plot, Points points, Color color, Stroke stroke) {
        Path2D path = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < points.size(); i++) {
            if (!plot.across().takes(points.x()[i]) || !plot.up().takes(points.y()[i])) {
                begun = false;
                continue;
            }
            double x = x(plot, points.x()[i]);
            double y = y(plot, points.y()[i]);
            if (begun) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
            }
            begun = true;
        }
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(path);
    }

    /** Between two lines over the same x. */
    void band(Plot plot, Points low, Points high, Color color) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < high.size(); i++) {
            double x = x(plot, plot.across().takes(high.x()[i]) ? high.x()[i] : plot.across().from());
            double y = y(plot, plot.up().takes(high.y()[i]) ? high.y()[i] : plot.up().from());
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        for (int i = low.size() - 1; i >= 0; i--) {
            path.lineTo(x(plot, plot.across().takes(low.x()[i]) ? low.x()[i] : plot.across().from()),
                    y(plot, plot.up().takes(low.y()[i]) ? low.y()[i] : plot.up().from()));
        }
        if (low.size() > 0) {
            path.closePath();
            g.setColor(color);
            g.fill(path);
        }
    }

    void dots(Plot plot, Points points, Color color) {
        double size = points.size() < FEW ? LARGE : SMALL;
        Path2D dots = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < points.size(); i++) {
            if (plot.across().takes(points.x()[i]) && plot.up().takes(points.y()[i])) {
                double x = x(plot, points.x()[i]);
                double y = y(plot, points.y()[i]);
                if (plot.area().contains(x, y)) {
                    dots.append(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size), false);
                }
            }
        }
        g.setColor(color);
        g.fill(dots);
    }

    void marks(Plot plot, Points points, int look, double radius, Color color) {
        g.setColor(color);
        for (int i = 0; i < points.size(); i++) {
            if (plot.across().takes(points.x()[i]) && plot.up().takes(points.y()[i])) {
                g.fill(RaceMark.shape(look, x(plot, points.x()[i]), y(plot, points.y()[i]), radius));
            }
        }
    }

    static Stroke solid(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static double x(Plot plot, double value) {
        return Math.clamp(plot.x(value), -FAR, FAR);
    }

    private static double y(Plot plot, double value) {
        return Math.clamp(plot.y(value), -FAR, FAR);
    }
}
