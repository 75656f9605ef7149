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
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Loss above, accuracy below, over the same epochs; drawn the same into a window, a picture or an SVG. */
final class LossChart {

    private static final double LEFT = 54;
    private static final double RIGHT = 18;
    private static final double BEYOND = 8;
    private static final double TOP = 26;
    private static final double GAP = 30;
    private static final double BOTTOM = 42;
    private static final double LOSS_SHARE = 0.59;
    private static final double TICK_PIXELS = 27;
    private static final double MOST_TICKS = 8;
    private static final double CIRCLE = 4;
    private static final double DIAMOND = 5.7;
    private static final double CROWDED = 24;
    static final BasicStroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke THIN = new BasicStroke(1.2f);
    static final BasicStroke DASHED =
            new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 4}, 0);

    private final ChartColors colors;
    private final ChartFonts fonts;
    private final Lettering lettering;

    LossChart(ChartColors colors, ChartFonts fonts) {
        this.colors = colors;
        this.fonts = fonts;
        this.lettering = new Lettering(colors, fonts);
    }

    /** Draws from (0, 0) on, on a background that is there already. */
    void draw(Graphics2D g, Curves curves, double width, double height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double plots = height - TOP - GAP - BOTTOM;
        double plotWidth = width - LEFT - RIGHT;
        if (plots < 40 || plotWidth < 80) {
            return;
        }
        double lossHeight = Math.round(LOSS_SHARE * plots);
        Rectangle2D loss = new Rectangle2D.Double(LEFT, TOP, plotWidth, lossHeight);
        Rectangle2D accuracy = new Rectangle2D.Double(LEFT, TOP + lossHeight + GAP, plotWidth, plots - lossHeight);
        Scale epochs = Scale.ofEpochs(curves.horizon(), plotWidth / 60, BEYOND / plotWidth);
        Scale losses = Scale.ofLoss(curves, ticks(lossHeight));
        Scale accuracies = Scale.ofAccuracy(curves, ticks(accuracy.getHeight()));

        frame(g, loss);
        frame(g, accuracy);
        double size = Math.clamp(plotWidth / curves.horizon() / CROWDED, 0.4, 1);
        paint(g, lossPlot(curves, epochs, losses, size), loss);
        paint(g, accuracyPlot(curves, epochs, accuracies, size), accuracy);
        lettering.titles(g, curves, loss, accuracy, losses, accuracies);
        lettering.cuts(g, curves, loss, epochs, losses);
        lettering.lowerCuts(g, curves, accuracy, epochs, accuracies);
        lettering.flags(g, curves, loss, epochs);
    }

    private static double ticks(double height) {
        return Math.min(MOST_TICKS, height / TICK_PIXELS);
    }

    private XYPlot lossPlot(Curves curves, Scale epochs, Scale losses, double size) {
        XYPlot plot = plot(epochs, false, losses, number(losses.tick()));
        add(plot, 0, curves.averageLoss(), line(colors.training(), LINE));
        add(plot, 1, curves.heldOutLoss(), marked(colors.validation(), DASHED, diamond(size * DIAMOND)));
        plot.getRenderer(0).addAnnotation(
                new DotCloud(curves.batchLoss(), ChartColors.faint(colors.training(), 0.42)), Layer.BACKGROUND);
        return plot;
    }

    private XYPlot accuracyPlot(Curves curves, Scale epochs, Scale accuracies, double size) {
        XYPlot plot = plot(epochs, true, accuracies, percent(accuracies.tick()));
        add(plot, 0, curves.averageAccuracy(), line(ChartColors.faint(colors.training(), Lettering.FAINT), THIN));
        add(plot, 1, curves.trainAccuracy(), marked(colors.training(), LINE, circle(size * CIRCLE)));
        add(plot, 2, curves.heldOutAccuracy(), marked(colors.validation(), DASHED, diamond(size * DIAMOND)));
        return plot;
    }

    private XYPlot plot(Scale across, boolean numbered, Scale up, NumberFormat format) {
        NumberAxis domain = axis(across, number(across.tick()));
        domain.setTickLabelsVisible(numbered);
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

    private static void add(XYPlot plot, int index, Points points, XYLineAndShapeRenderer renderer) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries("", new double[][] {points.x(), points.y()});
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }

    private static void paint(Graphics2D g, XYPlot plot, Rectangle2D data) {
        Rectangle2D whole = new Rectangle2D.Double(
                data.getX() - LEFT, data.getY(), data.getWidth() + LEFT, data.getHeight() + BOTTOM);
        plot.draw(g, whole, null, null, null);
    }

    /** The grid's own edges: the plot leaves out lines that lie on its border. */
    private void frame(Graphics2D g, Rectangle2D data) {
        g.setColor(colors.grid());
        g.setStroke(new BasicStroke(1));
        double bottom = data.getMaxY() - 0.5;
        g.draw(new Line2D.Double(data.getX() + 0.5, data.getY(), data.getX() + 0.5, bottom));
        g.draw(new Line2D.Double(data.getX() + 0.5, bottom, data.getMaxX(), bottom));
    }

    private static XYLineAndShapeRenderer line(Color color, BasicStroke stroke) {
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setDrawSeriesLineAsPath(true);
        line.setSeriesPaint(0, color);
        line.setSeriesStroke(0, stroke);
        return line;
    }

    private static XYLineAndShapeRenderer marked(Color color, BasicStroke stroke, Shape shape) {
        XYLineAndShapeRenderer marked = line(color, stroke);
        marked.setSeriesShapesVisible(0, true);
        marked.setSeriesShape(0, shape);
        return marked;
    }

    private static NumberFormat number(double tick) {
        return tick >= 1e4 ? format("0.#E0") : format("0" + decimals(tick));
    }

    private static NumberFormat percent(double tick) {
        return format("0" + decimals(100 * tick) + " %");
    }

    private static String decimals(double tick) {
        int decimals = (int) Math.clamp(Math.ceil(-Math.log10(tick) - 1e-9), 0, 6);
        return decimals == 0 ? "" : "." + "0".repeat(decimals);
    }

    private static NumberFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setExponentSeparator("e");
        return new DecimalFormat(pattern, symbols);
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape diamond(double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -radius);
        path.lineTo(radius, 0);
        path.lineTo(0, radius);
        path.lineTo(-radius, 0);
        path.closePath();
        return path;
    }
}
