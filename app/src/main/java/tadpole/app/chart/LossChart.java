package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** Loss above and, where samples have classes, accuracy below, over the same epochs; drawn the same into a window, a picture or an SVG. */
final class LossChart {

    private static final double RIGHT = 18;
    private static final double BEYOND = 8;
    private static final double TOP = 26;
    private static final double GAP = 30;
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
    private final Plots plots;
    private final Lettering lettering;

    LossChart(ChartColors colors, ChartFonts fonts) {
        this.colors = colors;
        this.plots = new Plots(colors, fonts);
        this.lettering = new Lettering(colors, fonts);
    }

    /** Draws from (0, 0) on, on a background that is there already. */
    void draw(Graphics2D g, Curves curves, double width, double height) {
        Plots.smooth(g);
        boolean both = curves.frame().hasAccuracy();
        double rooms = height - TOP - (both ? GAP : 0) - Plots.BOTTOM;
        double plotWidth = width - Plots.LEFT - RIGHT;
        if (rooms < 40 || plotWidth < 80) {
            return;
        }
        double lossHeight = Math.round((both ? LOSS_SHARE : 1) * rooms);
        Rectangle2D loss = new Rectangle2D.Double(Plots.LEFT, TOP, plotWidth, lossHeight);
        Scale epochs = Scale.ofEpochs(curves.horizon(), plotWidth / 60, BEYOND / plotWidth);
        Scale losses = Scale.ofLoss(curves, ticks(lossHeight));
        double size = Math.clamp(plotWidth / curves.horizon() / CROWDED, 0.4, 1);

        plots.frame(g, loss);
        Plots.paint(g, lossPlot(curves, epochs, losses, !both, size), loss);
        lettering.lossTitle(g, curves, loss, losses);
        lettering.cuts(g, curves, loss, epochs, losses);
        if (both) {
            drawAccuracy(g, curves, epochs, new Rectangle2D.Double(Plots.LEFT, TOP + lossHeight + GAP, plotWidth, rooms - lossHeight), size);
        }
        lettering.epochs(g, curves, plotWidth + Plots.LEFT, height - Plots.BOTTOM);
        lettering.flags(g, curves, loss, epochs);
    }

    private void drawAccuracy(Graphics2D g, Curves curves, Scale epochs, Rectangle2D area, double size) {
        Scale accuracies = Scale.ofAccuracy(curves, ticks(area.getHeight()));
        plots.frame(g, area);
        Plots.paint(g, accuracyPlot(curves, epochs, accuracies, size), area);
        lettering.accuracyTitle(g, curves, area, accuracies);
        lettering.lowerCuts(g, curves, area, epochs, accuracies);
    }

    private static double ticks(double height) {
        return Math.min(MOST_TICKS, height / TICK_PIXELS);
    }

    private XYPlot lossPlot(Curves curves, Scale epochs, Scale losses, boolean lowest, double size) {
        XYPlot plot = plots.plot(epochs, lowest, losses, Plots.number(losses.tick()));
        Plots.add(plot, 0, curves.averageLoss(), Plots.line(colors.training(), LINE));
        Plots.add(plot, 1, curves.heldOutLoss(), Plots.marked(colors.validation(), DASHED, Plots.diamond(size * DIAMOND)));
        plot.getRenderer(0).addAnnotation(
                new DotCloud(curves.batchLoss(), ChartColors.faint(colors.training(), 0.42)), Layer.BACKGROUND);
        return plot;
    }

    private XYPlot accuracyPlot(Curves curves, Scale epochs, Scale accuracies, double size) {
        XYPlot plot = plots.plot(epochs, true, accuracies, Plots.percent(accuracies.tick()));
        Plots.add(plot, 0, curves.averageAccuracy(), Plots.line(ChartColors.faint(colors.training(), Lettering.FAINT), THIN));
        Plots.add(plot, 1, curves.trainAccuracy(), Plots.marked(colors.training(), LINE, Plots.circle(size * CIRCLE)));
        Plots.add(plot, 2, curves.heldOutAccuracy(), Plots.marked(colors.validation(), DASHED, Plots.diamond(size * DIAMOND)));
        return plot;
    }
}
