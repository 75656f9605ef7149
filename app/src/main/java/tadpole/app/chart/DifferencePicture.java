package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The error of numeric gradients against the step h, both logarithmic: a V in theory.
 *
 * @param lines  at least one point each
 * @param chosen the step that is used now, for files; the window draws it itself and gives NaN
 */
public record DifferencePicture(List<Line> lines, double chosen) implements Drawing {

    /**
     * One way to take the difference.
     *
     * @param name   at its left end; empty where theory has none
     * @param hue    0 training's, 1 validation's, 2 none: thin and muted, as theory is
     * @param dashed for float
     * @param thin   for one-sided differences and theory
     */
    public record Line(String name, double[] h, double[] error, int hue, boolean dashed, boolean thin) {}

    /** As small as a step may be, {@code CheckPlan.H}. */
    public static final double FROM = 1e-14;
    public static final double TO = 1;
    private static final double LEFT = 46;
    private static final double RIGHT = 12;
    private static final double TOP = 46;
    private static final double BOTTOM = 36;
    private static final double LEAST = 1e-12;
    private static final double MOST = 10;

    public DifferencePicture {
        lines = List.copyOf(lines);
    }

    /** Where a step stands in a chart so wide. */
    public static double x(double h, double width) {
        return LEFT + (width - LEFT - RIGHT) * Math.log(Math.clamp(h, FROM, TO) / FROM) / Math.log(TO / FROM);
    }

    /** The step at a place. */
    public static double h(double x, double width) {
        double share = Math.clamp((x - LEFT) / Math.max(1, width - LEFT - RIGHT), 0, 1);
        return FROM * Math.pow(TO / FROM, share);
    }

    public static double top() {
        return TOP;
    }

    public static double bottom() {
        return BOTTOM;
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        Rectangle2D area = new Rectangle2D.Double(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
        if (area.getWidth() < 60 || area.getHeight() < 30) {
            return;
        }
        ink.text(fonts.title(), colors.text(), "Relative error against step h", 12, 18);
        grid(ink, area, width);
        Shape clip = g.getClip();
        g.clip(area);
        lines.forEach(each -> line(ink, each, area, width));
        g.setClip(clip);
        names(ink);
        if (Double.isFinite(chosen)) {
            ink.line(colors.accent(), x(chosen, width), TOP, x(chosen, width), area.getMaxY());
        }
    }

    private static double y(double error, Rectangle2D area) {
        double share = Math.log(Math.clamp(error, LEAST, 10 * MOST) / LEAST) / Math.log(MOST / LEAST);
        return area.getMaxY() - area.getHeight() * share;
    }

    private static void grid(RacePicture.Ink ink, Rectangle2D area, double width) {
        for (int power = -12; power <= 0; power += 4) {
            double y = y(Math.pow(10, power), area);
            ink.line(ink.colors().grid(), area.getX(), y, area.getMaxX(), y);
            ink.right(ink.fonts().figures(), ink.colors().muted(), power(power), area.getX() - 6, y + 4);
        }
        int every = area.getWidth() < 330 ? 4 : 2;
        for (int power = 0; power >= -14; power -= every) {
            double x = x(Math.pow(10, power), width);
            ink.line(ink.colors().grid(), x, area.getY(), x, area.getMaxY());
            ink.centered(ink.fonts().figures(), ink.colors().muted(), power(power), Math.min(x, area.getMaxX() - 4), area.getMaxY() + 15);
        }
        ink.right(ink.fonts().small(), ink.colors().muted(), "step h", area.getMaxX(), area.getMaxY() + 29);
    }

    private static String power(int power) {
        return power == 0 ? "1" : "1e" + power;
    }

    private void line(RacePicture.Ink ink, Line line, Rectangle2D area, double width) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.h().length; i++) {
            double x = x(line.h()[i], width);
            double y = y(line.error()[i], area);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        ink.g().setColor(color(line, ink.colors()));
        ink.g().setStroke(stroke(line));
        ink.g().draw(path);
    }

    private static BasicStroke stroke(Line line) {
        float wide = line.hue() > 1 ? 1 : line.thin() ? 1.2f : 2.2f;
        return line.dashed()
                ? new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0)
                : new BasicStroke(wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Color color(Line line, ChartColors colors) {
        Color full = line.hue() == 0 ? colors.training() : line.hue() == 1 ? colors.validation() : colors.muted();
        return line.thin() && line.hue() < 2 ? ChartColors.faint(full, 0.75) : line.hue() > 1 ? ChartColors.faint(full, 0.7) : full;
    }

    /** Under the title: which stroke is which. */
    private void names(RacePicture.Ink ink) {
        double x = 12;
        for (Line line : lines) {
            if (!line.name().isEmpty() && !line.thin()) {
                ink.g().setColor(color(line, ink.colors()));
                ink.g().setStroke(stroke(line));
                ink.g().draw(new Line2D.Double(x, 32, x + 20, 32));
                x = ink.text(ink.fonts().small(), ink.colors().muted(), line.name(), x + 25, 36) + 10;
            }
        }
        if (lines.size() > 1) {
            ink.text(ink.fonts().small(), ink.colors().muted(), "thin: one-sided, theory", x, 36);
        }
    }
}
