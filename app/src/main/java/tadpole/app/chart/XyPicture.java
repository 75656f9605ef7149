package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Curves, dots and tangents of y over x, as the lessons draw them.
 *
 * @param title above it; empty for none
 * @param note  muted, beside the title
 */
public record XyPicture(String title, String note, Axes axes, List<Item> items) implements Drawing {

    private static final double LEFT = 62;
    private static final double RIGHT = 14;
    private static final double TOP = 30;
    private static final double BOTTOM = 40;
    private static final double BARE = 5;
    private static final double STRIP = 8;
    private static final double FAR = 1e4;

    /**
     * @param log    whether y is on a logarithmic axis; bottom and top are then above 0
     * @param bare   without numbers, names and margins: for small pictures
     * @param across name of x
     */
    public record Axes(double left, double right, double bottom, double top, boolean log, boolean bare, String across) {

        public Axes {
            if (!(right > left) || !(top > bottom)) {
                throw new IllegalArgumentException("An axis must have a length, but goes from %s to %s and from %s to %s.".formatted(left, right, bottom, top));
            }
        }
    }

    /** What is drawn, one over the other. */
    public sealed interface Item {}

    /**
     * @param look its color, as {@link RaceMark} has them; -1 for the text's color
     * @param dash dashes and gaps; none where it is solid
     */
    public record Line(double[] x, double[] y, int look, double width, float... dash) implements Item {}

    /** @param chosen the one that is larger and has a ring; negative for none */
    public record Dots(double[] x, double[] y, int look, double radius, int chosen) implements Item {}

    /** A short straight line through a point, with a slope in units of the axes. */
    public record Tangent(double x, double y, double slope, int look) implements Item {}

    /** A dotted upright line and its name at the top. */
    public record Upright(double x, String name) implements Item {}

    /** Colors under the x axis, from place to place evenly; -1 leaves a gap. */
    public record Strip(int[] looks) implements Item {}

    /** Words at a place; kept inside. */
    public record Words(double x, double y, String text, int look) implements Item {}

    public XyPicture {
        items = List.copyOf(items);
    }

    /** The x under a point of a drawing so wide. */
    public static double x(Axes axes, double at, double width) {
        double left = axes.bare() ? BARE : LEFT;
        double right = axes.bare() ? BARE : RIGHT;
        return axes.left() + (axes.right() - axes.left()) * Math.clamp((at - left) / Math.max(1, width - left - right), 0, 1);
    }

    /** The y under a point of a drawing so high; of linear axes. */
    public static double y(Axes axes, double at, double height) {
        double top = axes.bare() ? BARE : TOP;
        double bottom = axes.bare() ? BARE : BOTTOM;
        return axes.top() - (axes.top() - axes.bottom()) * Math.clamp((at - top) / Math.max(1, height - top - bottom), 0, 1);
    }

    /** Where a place stands in a drawing so large: x and y in its pixels. */
    public static double[] place(Axes axes, double x, double y, double width, double height) {
        Rectangle2D area = area(axes, width, height);
        return new double[] {across(axes, area, x), up(axes, area, y)};
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts standard, double width, double height) {
        ChartFonts fonts = standard.larger();
        Plots.smooth(g);
        Rectangle2D area = area(axes, width, height);
        if (area.getWidth() < 20 || area.getHeight() < 20) {
            return;
        }
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        if (!axes.bare()) {
            double after = ink.text(fonts.title(), colors.text(), title, area.getX(), TOP - 12);
            ink.text(fonts.small(), colors.muted(), ink.fitting(note, area.getMaxX() - after - 8), after + 8, TOP - 12);
            grid(ink, area);
        } else if (!axes.log() && axes.bottom() < 0 && axes.top() > 0) {
            ink.line(colors.grid(), area.getX(), up(axes, area, 0), area.getMaxX(), up(axes, area, 0));
        }
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(area.getX() - 1, area.getY() - 1, area.getWidth() + 2, area.getHeight() + STRIP + 3));
        FreeNames names = new FreeNames(height);
        items.forEach(item -> item(ink, area, names, item));
        g.setClip(clip);
    }

    private void grid(RacePicture.Ink ink, Rectangle2D area) {
        if (axes.log()) {
            LogAxis up = new LogAxis(axes.bottom(), axes.top());
            ink.rows(area, up, up.powers(area.getHeight(), 22));
        } else {
            for (double tick : Scale.ticks(axes.bottom(), axes.top(), area.getHeight() / 48)) {
                double y = up(axes, area, tick);
                ink.line(ink.colors().grid(), area.getX(), y, area.getMaxX(), y);
                ink.right(ink.fonts().figures(), ink.colors().muted(), Digits.shortest(tick), area.getX() - 8, y + 4);
            }
        }
        for (double tick : Scale.ticks(axes.left(), axes.right(), area.getWidth() / 80)) {
            double x = across(axes, area, tick);
            ink.line(ink.colors().grid(), x, area.getY(), x, area.getMaxY());
            ink.centered(ink.fonts().figures(), ink.colors().muted(), Digits.shortest(tick), x, area.getMaxY() + 22);
        }
        ink.right(ink.fonts().small(), ink.colors().muted(), axes.across(), area.getMaxX(), area.getMaxY() + 36);
        if (!axes.log() && axes.bottom() < 0 && axes.top() > 0) {
            ink.line(ink.colors().border(), area.getX(), up(axes, area, 0), area.getMaxX(), up(axes, area, 0));
        }
        ink.frame(area);
    }

    private void item(RacePicture.Ink ink, Rectangle2D area, FreeNames names, Item item) {
        switch (item) {
            case Line line -> line(ink, area, line);
            case Dots dots -> dots(ink, area, dots);
            case Tangent tangent -> tangent(ink, area, tangent);
            case Upright upright -> upright(ink, area, names, upright);
            case Strip strip -> strip(ink, area, strip);
            case Words words -> {
                double wide = ink.width(ink.fonts().small(), words.text());
                double x = Math.clamp(across(axes, area, words.x()) + 9, area.getX() + 3, Math.max(area.getX() + 3, area.getMaxX() - wide - 3));
                names.put(ink, color(ink, words.look()), words.text(), x, Math.clamp(up(axes, area, words.y()) - 7, area.getY() + 12, area.getMaxY() - 4));
            }
        }
    }

    private void line(RacePicture.Ink ink, Rectangle2D area, Line line) {
        Path2D path = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < line.x().length; i++) {
            if (!Double.isFinite(line.y()[i]) || !Double.isFinite(line.x()[i])) {
                begun = false;
                continue;
            }
            double x = across(axes, area, line.x()[i]);
            double y = up(axes, area, line.y()[i]);
            if (begun) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
            }
            begun = true;
        }
        ink.g().setColor(color(ink, line.look()));
        ink.g().setStroke(line.dash().length == 0 ? new BasicStroke((float) line.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, line.dash(), 0));
        ink.g().draw(path);
    }

    private void dots(RacePicture.Ink ink, Rectangle2D area, Dots dots) {
        for (int i = 0; i < dots.x().length; i++) {
            double x = across(axes, area, dots.x()[i]);
            double y = up(axes, area, dots.y()[i]);
            ink.g().setColor(color(ink, dots.look()));
            double radius = i == dots.chosen() ? dots.radius() + 2 : dots.radius();
            ink.g().fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            if (i == dots.chosen()) {
                ink.g().setColor(ink.colors().text());
                ink.g().setStroke(new BasicStroke(1.6f));
                ink.g().draw(new Ellipse2D.Double(x - radius - 3, y - radius - 3, 2 * radius + 6, 2 * radius + 6));
            }
        }
    }

    private void tangent(RacePicture.Ink ink, Rectangle2D area, Tangent tangent) {
        double x = across(axes, area, tangent.x());
        double y = up(axes, area, tangent.y());
        double right = area.getWidth() / (axes.right() - axes.left());
        double down = -tangent.slope() * area.getHeight() / (axes.top() - axes.bottom());
        double shown = 34 / Math.hypot(right, down);
        ink.g().setColor(ChartColors.faint(color(ink, tangent.look()), 0.75));
        ink.g().setStroke(new BasicStroke(1.5f));
        ink.g().draw(new Line2D.Double(x - right * shown, y - down * shown, x + right * shown, y + down * shown));
    }

    private void upright(RacePicture.Ink ink, Rectangle2D area, FreeNames names, Upright upright) {
        double x = across(axes, area, upright.x());
        ink.g().setColor(ink.colors().muted());
        ink.g().setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 3}, 0));
        ink.g().draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
        if (!upright.name().isEmpty() && !axes.bare()) {
            double wide = ink.width(ink.fonts().small(), upright.name());
            names.put(ink, ink.colors().muted(), upright.name(), Math.min(x + 5, area.getMaxX() - wide - 3), area.getY() + 12);
        }
    }

    private void strip(RacePicture.Ink ink, Rectangle2D area, Strip strip) {
        double each = area.getWidth() / strip.looks().length;
        for (int i = 0; i < strip.looks().length; i++) {
            if (strip.looks()[i] >= 0) {
                ink.g().setColor(RaceMark.color(strip.looks()[i], ink.colors()));
                ink.g().fill(new Rectangle2D.Double(area.getX() + i * each, area.getMaxY() + 2, each + 0.5, STRIP - 2));
            }
        }
    }

    private static Color color(RacePicture.Ink ink, int look) {
        return look < 0 ? ink.colors().text() : RaceMark.color(look, ink.colors());
    }

    private static Rectangle2D area(Axes axes, double width, double height) {
        return axes.bare() ? new Rectangle2D.Double(BARE, BARE, width - 2 * BARE, height - 2 * BARE)
                : new Rectangle2D.Double(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
    }

    private static double across(Axes axes, Rectangle2D area, double x) {
        return area.getX() + area.getWidth() * Math.clamp((x - axes.left()) / (axes.right() - axes.left()), -FAR, FAR);
    }

    private static double up(Axes axes, Rectangle2D area, double y) {
        double share = axes.log() ? new LogAxis(axes.bottom(), axes.top()).share(y) : (y - axes.bottom()) / (axes.top() - axes.bottom());
        return area.getMaxY() - area.getHeight() * Math.clamp(share, -FAR, FAR);
    }
}
