package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * How one weight went from step to step: itself above, its change below.
 *
 * @param first  the number of the first step that is shown
 * @param weight after each step
 * @param change in each step
 */
public record WeightPicture(long first, double[] weight, double[] change) implements Drawing {

    private static final double LEFT = 74;
    private static final double RIGHT = 12;
    private static final double FOOT = 34;
    private static final double HEAD = 26;

    public WeightPicture {
        weight = weight.clone();
        change = change.clone();
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        double each = (height - FOOT - 2 * HEAD) / 2;
        if (width < LEFT + RIGHT + 40 || each < 24 || weight.length == 0) {
            return;
        }
        Rectangle2D above = new Rectangle2D.Double(LEFT, HEAD, width - LEFT - RIGHT, each);
        Rectangle2D below = new Rectangle2D.Double(LEFT, 2 * HEAD + each, width - LEFT - RIGHT, each);
        ink.text(fonts.title(), colors.text(), "Weight", LEFT, HEAD - 9);
        ink.text(fonts.title(), colors.text(), "Its change in a step", LEFT, 2 * HEAD + each - 9);
        curve(ink, above, weight, 0);
        curve(ink, below, change, 1);
        steps(ink, below);
    }

    private void curve(RacePicture.Ink ink, Rectangle2D area, double[] values, int mark) {
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
        double room = most > least ? 0.08 * (most - least) : Math.max(1e-12, 0.1 * Math.abs(most));
        Scale up = Scale.covering(least - room, most + room, Math.max(2, area.getHeight() / 40));
        for (double tick = up.from(); tick <= up.to() + up.tick() / 2; tick += up.tick()) {
            double y = area.getMaxY() - area.getHeight() * up.fraction(tick);
            ink.line(ink.colors().grid(), area.getX(), y, area.getMaxX(), y);
            ink.right(ink.fonts().figures(), ink.colors().muted(), Digits.shortest(Math.rint(tick / up.tick()) * up.tick()), area.getX() - 8, y + 4);
        }
        ink.frame(area);
        Path2D line = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                continue;
            }
            double y = area.getMaxY() - area.getHeight() * up.fraction(values[i]);
            if (begun) {
                line.lineTo(x(area, i), y);
            } else {
                line.moveTo(x(area, i), y);
            }
            begun = true;
        }
        ink.g().setColor(RaceMark.color(mark, ink.colors()));
        ink.g().setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        ink.g().draw(line);
        if (begun) {
            ink.mark(mark, x(area, values.length - 1), area.getMaxY() - area.getHeight() * up.fraction(values[values.length - 1]), 4);
        }
    }

    private double x(Rectangle2D area, int i) {
        return area.getX() + area.getWidth() * (weight.length == 1 ? 0.5 : (double) i / (weight.length - 1));
    }

    private void steps(RacePicture.Ink ink, Rectangle2D area) {
        int count = weight.length;
        Scale across = Scale.covering(first, first + Math.max(1, count - 1), area.getWidth() / 90);
        double step = Math.max(1, across.tick());
        for (double tick = Math.ceil(first / step) * step; tick <= first + count - 1; tick += step) {
            ink.centered(ink.fonts().figures(), ink.colors().muted(), Digits.shortest(tick), x(area, (int) (tick - first)), area.getMaxY() + 15);
        }
        ink.right(ink.fonts().small(), ink.colors().muted(), "step", area.getMaxX(), area.getMaxY() + 29);
    }
}
