package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** How every chart here looks: axes without lines, a faint grid, room at the left and below for the figures. */
final class Plots {

    static final double LEFT = 54;
    static final double BOTTOM = 42;

    private final ChartColors colors;
    private final ChartFonts fonts;

    Plots(ChartColors colors, ChartFonts fonts) {
        this.colors = colors;
        this.fonts = fonts;
    }

    /** Smooth lines and type. */
    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    XYPlot plot(Scale across, boolean numbered, Scale up, NumberFormat format) {
        XYPlot plot = plot(across, number(across.tick()), up, format);
        plot.getDomainAxis().setTickLabelsVisible(numbered);
        return plot;
    }

    /** @param figures how the lower axis writes its numbers */
    XYPlot plot(Scale across, NumberFormat figures, Scale up, NumberFormat format) {
        NumberAxis domain = axis(across, figures);
        XYPlot plot = new XYPlot(null, domain, axis(up, format), null);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(colors.grid());
        plot.setRangeGridlinePaint(colors.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeZeroBaselineVisible(false);
        AxisSpace left = new AxisSpace();
        left.setLeft(LEFT);
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(BOTTOM);
        plot.setFixedRangeAxisSpace(left);
        plot.setFixedDomainAxisSpace(bottom);
        return plot;
    }

    private NumberAxis axis(Scale scale, NumberFormat format) {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(scale.from(), scale.to());
        axis.setTickUnit(new NumberTickUnit(scale.tick(), format));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(fonts.figures());
        axis.setTickLabelPaint(colors.muted());
        axis.setTickLabelInsets(new RectangleInsets(2, 4, 2, 6));
        return axis;
    }

    static void add(XYPlot plot, int index, Points points, XYLineAndShapeRenderer renderer) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries("", new double[][] {points.x(), points.y()});
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }

    static void paint(Graphics2D g, XYPlot plot, Rectangle2D data) {
        Rectangle2D whole = new Rectangle2D.Double(
                data.getX() - LEFT, data.getY(), data.getWidth() + LEFT, data.getHeight() + BOTTOM);
        plot.draw(g, whole, null, null, null);
    }

    /** The grid's own edges: the plot leaves out lines that lie on its border. */
    void frame(Graphics2D g, Rectangle2D data) {
        g.setColor(colors.grid());
        g.setStroke(new BasicStroke(1));
        double bottom = data.getMaxY() - 0.5;
        g.draw(new Line2D.Double(data.getX() + 0.5, data.getY(), data.getX() + 0.5, bottom));
        g.draw(new Line2D.Double(data.getX() + 0.5, bottom, data.getMaxX(), bottom));
    }

    static XYLineAndShapeRenderer line(Color color, BasicStroke stroke) {
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setDrawSeriesLineAsPath(true);
        line.setSeriesPaint(0, color);
        line.setSeriesStroke(0, stroke);
        return line;
    }

    static XYLineAndShapeRenderer marked(Color color, BasicStroke stroke, Shape shape) {
        XYLineAndShapeRenderer marked = line(color, stroke);
        marked.setSeriesShapesVisible(0, true);
        marked.setSeriesShape(0, shape);
        return marked;
    }

    static NumberFormat number(double tick) {
        return tick >= 1e4 ? format("0.#E0") : format("0" + decimals(tick));
    }

    static NumberFormat percent(double tick) {
        return format("0" + decimals(100 * tick) + " %");
    }

    private static String decimals(double tick) {
        int decimals = (int) Math.clamp(Math.ceil(-Math.log10(tick) - 1e-9), 0, 6);
        return decimals == 0 ? "" : "." + "0".repeat(decimals);
    }

    private static NumberFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setExponentSeparator("e");
        return new DecimalFormat(pattern, symbols) {
            private static final long serialVersionUID = 1L;

            /** No exponent for 0. */
            @Override
            public StringBuffer format(double number, StringBuffer result, FieldPosition position) {
                return number == 0 && pattern.contains("E") ? result.append('0') : super.format(number, result, position);
            }
        };
    }

    static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    static Shape diamond(double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -radius);
        path.lineTo(radius, 0);
        path.lineTo(0, radius);
        path.lineTo(-radius, 0);
        path.closePath();
        return path;
    }
}
