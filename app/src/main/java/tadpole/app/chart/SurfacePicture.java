package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tadpole.engine.surface.Surface;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.surface.Surface.Window;
import tadpole.engine.surface.Walk;

/**
 * A surface from above, deeper where it is darker, its isolines at equal steps of the logarithm, and paths over it with a mark for
 * each step.
 *
 * @param paths  each with its look
 * @param picked whose arrows are drawn; negative for none
 * @param step   where on that path
 */
public record SurfacePicture(Surface surface, List<Path> paths, int picked, int step) implements Drawing {

    private static final int LEVELS = 9;
    private static final int CELL = 3;
    private static final double DEEPEST = 0.32;
    private static final double ARROW = 46;
    /** In pictures: what lies farther is drawn there, as far as anyone sees. */
    private static final double FAR = 1e4;

    /** @param contestant whose marker it has */
    public record Path(int contestant, String label, Walk walk) {}

    public SurfacePicture {
        paths = List.copyOf(paths);
    }

    /** The place under a point of a drawing so large. */
    public static Place place(Surface surface, double x, double y, double width, double height) {
        Window window = surface.window();
        return new Place(window.left() + window.width() * x / width, window.top() - window.height() * y / height);
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        if (width < 40 || height < 40) {
            return;
        }
        ground(g, colors, width, height);
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        surface.minima().forEach(minimum -> plus(ink, x(minimum.x(), width), y(minimum.y(), height)));
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(0, 0, width, height));
        paths.forEach(each -> path(ink, each, width, height));
        FreeNames names = new FreeNames(height);
        start(ink, names, width, height);
        paths.stream().filter(each -> each.contestant() == picked).forEach(each -> arrows(ink, names, each, width, height));
        paths.forEach(each -> leaves(ink, names, each, width, height));
        g.setClip(clip);
    }

    private void ground(Graphics2D g, ChartColors colors, double width, double height) {
        int across = (int) (width / CELL) + 1;
        int down = (int) (height / CELL) + 1;
        double[][] values = new double[down + 1][across + 1];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row <= down; row++) {
            for (int column = 0; column <= across; column++) {
                Place at = place(surface, column * (double) CELL, row * (double) CELL, width, height);
                values[row][column] = surface.at(at.x(), at.y()).value();
                least = Math.min(least, values[row][column]);
                most = Math.max(most, values[row][column]);
            }
        }
        BufferedImage tints = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row <= down; row++) {
            for (int column = 0; column <= across; column++) {
                values[row][column] = LEVELS * Math.log1p(60 * (values[row][column] - least) / (most - least)) / Math.log1p(60);
                if (row < down && column < across) {
                    double depth = 1 - Math.floor(values[row][column]) / LEVELS;
                    tints.setRGB(column, row, ChartColors.faint(colors.training(), DEEPEST * Math.clamp(depth, 0, 1)).getRGB());
                }
            }
        }
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(0, 0, width, height));
        g.drawImage(tints, 0, 0, across * CELL, down * CELL, null);
        g.setColor(ChartColors.faint(colors.muted(), 0.35));
        g.setStroke(new BasicStroke(0.8f));
        for (int level = 1; level < LEVELS; level++) {
            Isolines.draw(g, values, level, CELL);
        }
        g.setClip(clip);
    }

    private double x(double at, double width) {
        double share = (at - surface.window().left()) / surface.window().width();
        return width * Math.clamp(share, -FAR, FAR);
    }

    private double y(double at, double height) {
        double share = (surface.window().top() - at) / surface.window().height();
        return height * Math.clamp(share, -FAR, FAR);
    }

    private void path(RacePicture.Ink ink, Path path, double width, double height) {
        Path2D line = new Path2D.Double();
        List<Walk.Mark> marks = path.walk().marks();
        for (int i = 0; i < marks.size(); i++) {
            Place at = marks.get(i).place();
            if (i == 0) {
                line.moveTo(x(at.x(), width), y(at.y(), height));
            } else {
                line.lineTo(x(at.x(), width), y(at.y(), height));
            }
        }
        ink.g().setColor(RaceMark.color(path.contestant(), ink.colors()));
        ink.g().setStroke(RaceMark.stroke(path.contestant()));
        ink.g().draw(line);
        for (int i = 1; i < marks.size(); i++) {
            Place at = marks.get(i).place();
            ink.mark(path.contestant(), x(at.x(), width), y(at.y(), height), 2.8);
        }
    }

    /** Where it first leaves the picture, at the edge, and when it comes back. */
    private void leaves(RacePicture.Ink ink, FreeNames names, Path path, double width, double height) {
        List<Walk.Mark> marks = path.walk().marks();
        OptionalInt out = IntStream.range(1, marks.size()).filter(i -> isIn(marks.get(i - 1)) && !isIn(marks.get(i))).findFirst();
        if (out.isEmpty()) {
            return;
        }
        OptionalInt back = IntStream.range(out.getAsInt() + 1, marks.size()).filter(i -> isIn(marks.get(i))).findFirst();
        String words = "%s leaves%s".formatted(path.label(), back.isPresent() ? ", back at step " + back.getAsInt() : "");
        Place from = marks.get(out.getAsInt() - 1).place();
        Place to = marks.get(out.getAsInt()).place();
        double x1 = x(from.x(), width);
        double y1 = y(from.y(), height);
        double dx = x(to.x(), width) - x1;
        double dy = y(to.y(), height) - y1;
        double share = Math.min(toEdge(x1, dx, width), toEdge(y1, dy, height));
        double wide = ink.width(ink.fonts().small(), words);
        double x = Math.clamp(x1 + share * dx + 8, 4, Math.max(4, width - wide - 4));
        names.put(ink, RaceMark.color(path.contestant(), ink.colors()), words, x, Math.min(y1 + share * dy - 6, height - 6));
    }

    private boolean isIn(Walk.Mark mark) {
        return surface.window().contains(mark.place().x(), mark.place().y());
    }

    /** The share of a way from inside that ends at 0 or at the length. */
    private static double toEdge(double from, double way, double length) {
        return way > 0 ? (length - from) / way : way < 0 ? -from / way : Double.POSITIVE_INFINITY;
    }

    /** From the picked step: where it goes on to, and against the gradient. */
    private void arrows(RacePicture.Ink ink, FreeNames names, Path path, double width, double height) {
        int at = Math.clamp(step, 0, path.walk().marks().size() - 1);
        Walk.Mark mark = path.walk().marks().get(at);
        double x = x(mark.place().x(), width);
        double y = y(mark.place().y(), height);
        ink.g().setColor(ink.colors().text());
        ink.g().setStroke(new BasicStroke(1.6f));
        ink.g().draw(new Ellipse2D.Double(x - 6, y - 6, 12, 12));
        Place velocity = path.walk().velocity(at);
        arrow(ink, names, x, y, velocity.x(), velocity.y(), ink.colors().text(), "velocity", width, height);
        arrow(ink, names, x, y, -mark.here().dx(), -mark.here().dy(), ink.colors().wrong(), "-gradient", width, height);
    }

    private void arrow(
            RacePicture.Ink ink, FreeNames names, double x, double y, double dx, double dy, Color color, String name, double width, double height) {
        double right = dx * width / surface.window().width();
        double down = -dy * height / surface.window().height();
        double length = Math.hypot(right, down);
        if (!(length > 1e-9)) {
            return;
        }
        double shown = ARROW * Math.clamp(length / ARROW, 0.5, 1.6);
        double toX = x + right / length * shown;
        double toY = y + down / length * shown;
        Graphics2D g = ink.g();
        g.setColor(color);
        g.setStroke(new BasicStroke(2));
        g.draw(new Line2D.Double(x, y, toX, toY));
        double angle = Math.atan2(down, right);
        Path2D head = new Path2D.Double();
        head.moveTo(toX + 5 * Math.cos(angle), toY + 5 * Math.sin(angle));
        head.lineTo(toX + 5 * Math.cos(angle + 2.4), toY + 5 * Math.sin(angle + 2.4));
        head.lineTo(toX + 5 * Math.cos(angle - 2.4), toY + 5 * Math.sin(angle - 2.4));
        head.closePath();
        g.fill(head);
        double wide = ink.width(ink.fonts().small(), name);
        double beside = right < -Math.abs(down) ? toX - 8 - wide : toX + 8;
        names.put(ink, color, name, Math.clamp(beside, 4, Math.max(4, width - wide - 4)), toY + 4);
    }

    private void start(RacePicture.Ink ink, FreeNames names, double width, double height) {
        if (paths.isEmpty()) {
            return;
        }
        Place at = paths.getFirst().walk().marks().getFirst().place();
        double x = x(at.x(), width);
        double y = y(at.y(), height);
        ink.g().setColor(ink.colors().surface());
        ink.g().fill(new Ellipse2D.Double(x - 7, y - 7, 14, 14));
        ink.g().setColor(ink.colors().text());
        ink.g().setStroke(new BasicStroke(2));
        ink.g().draw(new Ellipse2D.Double(x - 7, y - 7, 14, 14));
        names.put(ink, ink.colors().text(), "start: click to place it", Math.clamp(x + 13, 4, Math.max(4, width - 130)), y - 6);
    }

    private static void plus(RacePicture.Ink ink, double x, double y) {
        ink.g().setColor(ink.colors().text());
        ink.g().setStroke(new BasicStroke(1.6f));
        ink.g().draw(new Line2D.Double(x - 5, y, x + 5, y));
        ink.g().draw(new Line2D.Double(x, y - 5, x, y + 5));
    }
}
