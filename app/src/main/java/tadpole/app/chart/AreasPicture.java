package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;

/**
 * Shares of a whole over the steps of a run, one area above the other.
 *
 * @param steps from left to right
 * @param areas from the bottom to the top
 * @param flags where something began
 * @param lit   the area one points at, negative for none
 */
public record AreasPicture(double[] steps, List<Area> areas, List<Upright> flags, int lit) implements Drawing {

    private static final double LEFT = 54;
    private static final double RIGHT = 14;
    private static final double TOP = 22;
    private static final double BOTTOM = 40;
    private static final int FEW = 10;
    private static final double TICK = 90;
    private static final int QUARTERS = 4;
    private static final double LEAST_FOR_NAME = 1.5;
    private static final double HATCH = 7;

    /**
     * @param shares 0 to 1, one a step; where there is none, 0
     * @param look   its family's color, as {@link RaceMark} has them
     * @param shade  which of its family it is, 0 the strongest
     */
    public record Area(String name, double[] shares, int look, int shade, boolean hatched) {}

    /** A dotted line and its name. */
    public record Upright(double step, String name) {}

    public AreasPicture {
        areas = List.copyOf(areas);
        flags = List.copyOf(flags);
    }

    /** The color of a family's member. */
    public static Color color(int look, int shade, ChartColors colors) {
        return ChartColors.mix(RaceMark.color(look, colors), colors.surface(), Math.min(0.68, 0.17 * shade));
    }

    /** The area under a point of a drawing so large. */
    public OptionalInt at(double x, double y, double width, double height) {
        int step = stepAt(x, width);
        double share = 1 - (y - TOP) / Math.max(1, height - TOP - BOTTOM);
        if (step < 0 || share < 0 || share > 1) {
            return OptionalInt.empty();
        }
        double sum = 0;
        for (int i = 0; i < areas.size(); i++) {
            sum += areas.get(i).shares()[step];
            if (share <= sum) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The index of the step nearest to a point; -1 beside the drawing or where there is none. */
    public int stepAt(double x, double width) {
        if (steps.length == 0 || x < LEFT || x > width - RIGHT) {
            return -1;
        }
        double step = 1 + (last() - 1) * (x - LEFT) / (width - LEFT - RIGHT);
        int best = 0;
        for (int i = 1; i < steps.length; i++) {
            best = Math.abs(steps[i] - step) < Math.abs(steps[best] - step) ? i : best;
        }
        return steps[steps.length - 1] < step - last() * 0.02 ? -1 : best;
    }

    private double last() {
        return Math.max(FEW, steps.length == 0 ? 0 : steps[steps.length - 1]);
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts standard, double width, double height) {
        ChartFonts fonts = standard.larger();
        Plots.smooth(g);
        Rectangle2D area = new Rectangle2D.Double(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
        if (area.getWidth() < 40 || area.getHeight() < 40) {
            return;
        }
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        double[] below = new double[steps.length];
        for (int i = 0; i < areas.size(); i++) {
            area(ink, area, areas.get(i), below, i == lit);
        }
        grid(ink, area);
        for (Upright flag : flags) {
            double x = x(area, flag.step());
            g.setColor(colors.text());
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 3}, 0));
            g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
            ink.text(fonts.small(), colors.muted(), flag.name(), Math.min(x, area.getMaxX() - ink.width(fonts.small(), flag.name())), TOP - 7);
        }
        names(ink, area);
    }

    private void area(RacePicture.Ink ink, Rectangle2D box, Area one, double[] below, boolean isLit) {
        if (steps.length == 0) {
            return;
        }
        Path2D path = new Path2D.Double();
        for (int i = 0; i < steps.length; i++) {
            double y = y(box, below[i] + one.shares()[i]);
            if (i == 0) {
                path.moveTo(x(box, steps[i]), y);
            } else {
                path.lineTo(x(box, steps[i]), y);
            }
        }
        for (int i = steps.length - 1; i >= 0; i--) {
            path.lineTo(x(box, steps[i]), y(box, below[i]));
            below[i] += one.shares()[i];
        }
        path.closePath();
        Graphics2D g = ink.g();
        g.setColor(color(one.look(), one.shade(), ink.colors()));
        g.fill(path);
        if (one.hatched()) {
            hatch(ink, box, path);
        }
        g.setColor(isLit ? ink.colors().text() : ink.colors().surface());
        g.setStroke(new BasicStroke(isLit ? 2 : 0.8f));
        g.draw(path);
    }

    private static void hatch(RacePicture.Ink ink, Rectangle2D box, Path2D path) {
        Shape clip = ink.g().getClip();
        ink.g().clip(path);
        for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += HATCH) {
            ink.line(ink.colors().surface(), x, box.getMaxY(), x + box.getHeight(), box.getY());
        }
        ink.g().setClip(clip);
    }

    private void grid(RacePicture.Ink ink, Rectangle2D area) {
        for (int quarter = 0; quarter <= QUARTERS; quarter++) {
            double y = y(area, (double) quarter / QUARTERS);
            if (quarter == 0 || quarter == QUARTERS) {
                ink.line(ink.colors().grid(), area.getX(), y, area.getMaxX(), y);
            }
            ink.right(ink.fonts().figures(), ink.colors().muted(), 100 * quarter / QUARTERS + " %", area.getX() - 8, y + 4);
        }
        for (double tick : Scale.ticks(1, last(), area.getWidth() / TICK)) {
            if (tick == Math.rint(tick)) {
                ink.centered(ink.fonts().figures(), ink.colors().muted(), Digits.count((long) tick), x(area, tick), area.getMaxY() + 18);
            }
        }
        ink.right(ink.fonts().small(), ink.colors().muted(), "iteration", area.getMaxX(), area.getMaxY() + 34);
    }

    /** Inside of the areas, at the newest step, where they are high enough. */
    private void names(RacePicture.Ink ink, Rectangle2D area) {
        if (steps.length == 0) {
            return;
        }
        int last = steps.length - 1;
        double sum = 0;
        for (Area one : areas) {
            double share = one.shares()[last];
            double wide = ink.width(ink.fonts().small(), one.name());
            double end = x(area, steps[last]) - 6;
            if (share * area.getHeight() >= LEAST_FOR_NAME * ink.fonts().small().getSize2D() && end - wide > area.getX() + 4) {
                Color ground = color(one.look(), one.shade(), ink.colors());
                ink.right(ink.fonts().small(), readable(ground, ink.colors()), one.name(), end, y(area, sum + share / 2) + 4);
            }
            sum += share;
        }
    }

    private static Color readable(Color ground, ChartColors colors) {
        return Math.abs(luma(ground) - luma(colors.text())) >= Math.abs(luma(ground) - luma(colors.surface())) ? colors.text() : colors.surface();
    }

    private static double luma(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    }

    private double x(Rectangle2D area, double step) {
        return area.getX() + area.getWidth() * (step - 1) / Math.max(1, last() - 1);
    }

    private static double y(Rectangle2D area, double share) {
        return area.getMaxY() - area.getHeight() * Math.clamp(share, 0, 1);
    }
}
