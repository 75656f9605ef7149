package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/** What stands around and above the curves: titles, legend, the axis' name, flags, and signs where the axis cuts. */
final class Lettering {

    private static final BasicStroke DOTTED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 2}, 0);
    private static final double FLAG_HEIGHT = 19;
    static final double FAINT = 0.5;

    private final ChartColors colors;
    private final ChartFonts fonts;

    Lettering(ChartColors colors, ChartFonts fonts) {
        this.colors = colors;
        this.fonts = fonts;
    }

    void lossTitle(Graphics2D g, Curves curves, Plot plot) {
        Rectangle2D loss = plot.area();
        double after = text(g, fonts.title(), colors.text(), "Loss", loss.getX(), loss.getY() - 4) + 7;
        double legend = legend(g, curves.frame(), after, loss.getMaxX() - 8, loss.getY() - 4);
        double highest = Arrays.stream(curves.batchLoss().y()).max().orElse(0);
        String hidden = hidden(curves, plot);
        String most = highest > plot.up().to() ? " · ▲ up to " + Digits.shortest(highest) : "";
        for (String subtitle : new String[] {curves.frame().loss() + hidden + most, curves.frame().loss() + hidden, curves.frame().loss()}) {
            if (after + width(g, fonts.small(), subtitle) < legend - 12) {
                text(g, fonts.small(), colors.muted(), subtitle, after, loss.getY() - 4);
                break;
            }
        }
    }

    /** How many losses a logarithmic axis cannot show. */
    private static String hidden(Curves curves, Plot plot) {
        long all = Stream.of(curves.batchLoss(), curves.averageLoss(), curves.heldOutLoss())
                .flatMapToDouble(points -> Arrays.stream(points.y())).filter(y -> !plot.up().takes(y)).count();
        return all == 0 ? "" : plot.up().log() ? " · %d of 0 or less not on the log axis".formatted(all) : " · %d not finite".formatted(all);
    }

    /** The name of a run behind, over the end of its line. */
    void behind(Graphics2D g, String name, Color color, Points line, Plot plot) {
        for (int i = line.size() - 1; i >= 0; i--) {
            double x = plot.x(line.x()[i]);
            double y = plot.y(line.y()[i]);
            if (plot.area().contains(x, y)) {
                rightText(g, fonts.small(), color, name, Math.max(x, plot.area().getX() + width(g, fonts.small(), name)), Math.max(y - 5, plot.area().getY() + 11));
                return;
            }
        }
    }

    /** Names the axis below a plot that ends there. */
    void epochs(Graphics2D g, Curves curves, double right, double bottom) {
        String name = "epochs (%d step%s each%s)".formatted(
                curves.frame().stepsAnEpoch(), curves.frame().stepsAnEpoch() == 1 ? "" : "s", curves.sameBatchSize() ? "" : " at first");
        rightText(g, fonts.small(), colors.muted(), name, right - 8, bottom + 32);
    }

    void accuracyTitle(Graphics2D g, Curves curves, Plot plot) {
        Rectangle2D area = plot.area();
        double baseline = area.getY() - 5;
        double after = text(g, fonts.title(), colors.text(), "Accuracy", area.getX(), baseline) + 7;
        double legend = accuracyLegend(g, after, area.getMaxX() - 8, baseline);
        double lowest = Arrays.stream(curves.averageAccuracy().y()).min().orElse(1);
        String cut = "batches ▼ down to %s %%".formatted(Digits.shortest(Math.round(1000 * lowest) / 10.0));
        if (lowest < plot.up().from() && after + width(g, fonts.small(), cut) < legend - 12) {
            text(g, fonts.small(), colors.muted(), cut, after, baseline);
        }
    }

    /** Small signs at the upper edge where batches' losses lie above it. */
    void cuts(Graphics2D g, Curves curves, Plot plot) {
        g.setColor(colors.training());
        signs(g, curves.batchLoss(), plot, loss -> loss > plot.up().to(), plot.area().getY(), 5);
    }

    /** The same at the lower edge of the accuracies. */
    void lowerCuts(Graphics2D g, Curves curves, Plot plot) {
        g.setColor(ChartColors.faint(colors.training(), FAINT));
        signs(g, curves.averageAccuracy(), plot, accuracy -> accuracy < plot.up().from(), plot.area().getMaxY(), -5);
    }

    private static void signs(
            Graphics2D g, Points points, Plot plot, DoublePredicate cut, double edge, double depth) {
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            double x = Math.rint(plot.x(points.x()[i]));
            if (cut.test(points.y()[i]) && x - last >= 6 && x >= plot.area().getX() && x <= plot.area().getMaxX()) {
                Path2D sign = new Path2D.Double();
                sign.moveTo(x - 3, edge + depth);
                sign.lineTo(x, edge);
                sign.lineTo(x + 3, edge + depth);
                sign.closePath();
                g.fill(sign);
                last = x;
            }
        }
    }

    /** A dotted line at each change; its words where they find room. */
    void flags(Graphics2D g, Curves curves, Plot plot) {
        Rectangle2D area = plot.area();
        double[] rowEnds = {0, 0, 0};
        for (Flag flag : curves.flags()) {
            double x = Math.rint(plot.x(flag.epoch())) + 0.5;
            if (!(x >= area.getX() && x <= area.getMaxX() + 1)) {
                continue;
            }
            g.setColor(colors.text());
            g.setStroke(DOTTED);
            g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
            double wide = width(g, fonts.small(), flag.text()) + 16;
            double left = Math.min(x, area.getMaxX() - wide);
            for (int row = 0; row < rowEnds.length; row++) {
                if (left > rowEnds[row]) {
                    flag(g, flag.text(), left, area.getY() - 0.5 + row * (FLAG_HEIGHT + 2), wide);
                    rowEnds[row] = left + wide + 2;
                    break;
                }
            }
        }
    }

    private void flag(Graphics2D g, String text, double x, double y, double width) {
        RoundRectangle2D box = new RoundRectangle2D.Double(x, y, width, FLAG_HEIGHT, 4, 4);
        g.setColor(colors.raised());
        g.fill(box);
        g.setColor(colors.border());
        g.setStroke(new BasicStroke(1));
        g.draw(box);
        text(g, fonts.small(), colors.text(), text, x + 8, y + 13.5);
    }

    /** Ends at x, and leaves the dots out where they would not begin after the title; gives where it begins. */
    private double legend(Graphics2D g, RunFrame frame, double after, double end, double baseline) {
        double middle = baseline - 4;
        double x = frame.heldOut().isEmpty() ? end + 22 : heldOutLegend(g, frame.heldOut() + ", each epoch", end, baseline);
        x = rightText(g, fonts.small(), colors.muted(), "average, β 0.98", x - 22, baseline) - 7;
        g.setColor(colors.training());
        g.setStroke(LossChart.LINE);
        g.draw(new Line2D.Double(x - 20, middle, x, middle));
        if (x - 20 - 14 - width(g, fonts.small(), "batch") - 10 < after) {
            return x - 20;
        }
        x = rightText(g, fonts.small(), colors.muted(), "batch", x - 20 - 14, baseline) - 6;
        g.setColor(ChartColors.faint(colors.training(), 0.55));
        g.fill(new Ellipse2D.Double(x - 4, middle - 2, 4, 4));
        return x - 4;
    }

    private double heldOutLegend(Graphics2D g, String words, double end, double baseline) {
        double x = rightText(g, fonts.small(), colors.muted(), words, end, baseline) - 10;
        g.setColor(colors.validation());
        g.setStroke(LossChart.DASHED);
        g.draw(new Line2D.Double(x - 18, baseline - 4, x, baseline - 4));
        return x - 18;
    }

    /** Ends at x, in fewer words where it would not begin after the title; gives where it begins. */
    private double accuracyLegend(Graphics2D g, double after, double end, double baseline) {
        double middle = baseline - 4;
        double signs = 7 + 20 + 14 + 7 + 20;
        boolean roomy = end - after > signs + width(g, fonts.small(), "batches of an epoch" + "batches, average");
        double x = rightText(g, fonts.small(), colors.muted(), roomy ? "batches of an epoch" : "epoch", end, baseline) - 7;
        g.setColor(colors.training());
        g.setStroke(LossChart.LINE);
        g.draw(new Line2D.Double(x - 20, middle, x, middle));
        g.fill(new Ellipse2D.Double(x - 14, middle - 4, 8, 8));
        x = rightText(g, fonts.small(), colors.muted(), roomy ? "batches, average" : "average", x - 20 - 14, baseline) - 7;
        g.setColor(ChartColors.faint(colors.training(), FAINT));
        g.setStroke(LossChart.THIN);
        g.draw(new Line2D.Double(x - 20, middle, x, middle));
        return x - 20;
    }

    /** Gives where it ends. */
    private static double text(Graphics2D g, Font font, Color color, String text, double x, double baseline) {
        g.setFont(font);
        g.setColor(color);
        g.drawString(text, (float) x, (float) baseline);
        return x + width(g, font, text);
    }

    /** Gives where it begins. */
    private static double rightText(Graphics2D g, Font font, Color color, String text, double end, double baseline) {
        double x = end - width(g, font, text);
        text(g, font, color, text, x, baseline);
        return x;
    }

    private static double width(Graphics2D g, Font font, String text) {
        return font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }
}
