package tadpole.app.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Many small dots as one shape: a scatter series would draw, and write into an SVG, each by itself. */
final class DotCloud extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;
    private static final double SMALL = 2.1;
    private static final double LARGE = 3;
    /** So many hide neither each other nor the curve when they are larger. */
    private static final int FEW = 400;

    private final transient Points points;
    private final transient Color color;

    DotCloud(Points points, Color color) {
        this.points = points;
        this.color = color;
    }

    @Override
    public void draw(
            Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range, int index, PlotRenderingInfo info) {
        double size = points.size() < FEW ? LARGE : SMALL;
        Path2D dots = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < points.size(); i++) {
            double x = domain.valueToJava2D(points.x()[i], area, RectangleEdge.BOTTOM);
            double y = range.valueToJava2D(points.y()[i], area, RectangleEdge.LEFT);
            if (area.contains(x, y)) {
                dots.append(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size), false);
            }
        }
        g.setColor(color);
        g.fill(dots);
    }
}
