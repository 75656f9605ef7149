package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Loss above and, where samples have classes, accuracy below, over the same epochs; drawn the same into a window, a picture or an SVG. */
final class LossChart {

    private static final double CIRCLE = 4;
    private static final double DIAMOND = 4.6;
    private static final double CROWDED = 24;
    private static final double BEHIND = 0.45;
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
        Plots.smooth(g);
        List<Plot> plots = LossLayout.plots(curves, width, height);
        if (plots.isEmpty()) {
            return;
        }
        PlotPainter painter = new PlotPainter(g, colors, fonts);
        Plot loss = plots.getFirst();
        double size = Math.clamp(loss.area().getWidth() / curves.horizon() / CROWDED, 0.4, 1);
        loss(painter, curves, loss, plots.size() == 1, size);
        if (plots.size() > 1) {
            accuracy(painter, curves, plots.getLast(), size);
        }
        Rectangle2D lowest = plots.getLast().area();
        lettering.epochs(g, curves, lowest.getMaxX(), lowest.getMaxY());
        lettering.flags(g, curves, loss);
    }

    private void loss(PlotPainter painter, Curves curves, Plot plot, boolean lowest, double size) {
        painter.grid(plot, lowest);
        painter.within(plot, () -> {
            painter.dots(plot, curves.batchLoss(), ChartColors.faint(colors.training(), 0.42));
            curves.behind().forEach(each -> each.loss().ifPresent(line -> painter.line(plot, line, behind(each), THIN)));
            painter.line(plot, curves.averageLoss(), colors.training(), LINE);
            marked(painter, plot, curves.heldOutLoss(), 1, size * DIAMOND, colors.validation(), DASHED);
        });
        lettering.lossTitle(painter.g(), curves, plot);
        lettering.cuts(painter.g(), curves, plot);
        curves.behind().forEach(each -> each.loss().ifPresent(line -> lettering.behind(painter.g(), each.name(), behind(each), line, plot)));
    }

    private void accuracy(PlotPainter painter, Curves curves, Plot plot, double size) {
        painter.grid(plot, true);
        painter.within(plot, () -> {
            for (Behind each : curves.behind()) {
                painter.line(plot, each.heldOutAccuracy(), behind(each), THIN);
                painter.marks(plot, each.heldOutAccuracy(), each.look(), size * 2.5, behind(each));
            }
            painter.line(plot, curves.averageAccuracy(), ChartColors.faint(colors.training(), Lettering.FAINT), THIN);
            marked(painter, plot, curves.trainAccuracy(), 0, size * CIRCLE, colors.training(), LINE);
            marked(painter, plot, curves.heldOutAccuracy(), 1, size * DIAMOND, colors.validation(), DASHED);
        });
        lettering.accuracyTitle(painter.g(), curves, plot);
        lettering.lowerCuts(painter.g(), curves, plot);
        curves.behind().forEach(each -> lettering.behind(painter.g(), each.name(), behind(each), each.heldOutAccuracy(), plot));
    }

    private static void marked(PlotPainter painter, Plot plot, Points points, int look, double radius, Color color, BasicStroke stroke) {
        painter.line(plot, points, color, stroke);
        painter.marks(plot, points, look, radius, color);
    }

    private Color behind(Behind each) {
        return ChartColors.faint(RaceMark.color(each.look(), colors), BEHIND);
    }
}
