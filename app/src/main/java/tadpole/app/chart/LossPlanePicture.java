package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.surface.Surface.Window;
import tadpole.engine.training.LossGrid;
import tadpole.engine.training.LossMap;
import tadpole.engine.training.TrainingPath;
import tadpole.engine.training.TrainingPath.Moment;

/**
 * The loss on the plane of training's way: bands of equal steps of the logarithm, their scale, and the paths with a dot for each moment,
 * white at the start and black at the end.
 *
 * @param marks of each path: whose marker it ends with
 */
public record LossPlanePicture(LossMap map, List<Integer> marks) implements Drawing {

    private static final double LEFT = 62;
    private static final double TOP = 28;
    private static final double RIGHT = 78;
    private static final double BOTTOM = 46;
    private static final double BAR = 14;
    private static final int CELL = 2;
    private static final int BANDS = 14;
    private static final double WIDEST = 1e6;

    public LossPlanePicture {
        marks = List.copyOf(marks);
    }

    /** Where the plane lies in a drawing so large. */
    private static Rectangle2D area(double width, double height) {
        return new Rectangle2D.Double(LEFT, TOP, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - TOP - BOTTOM));
    }

    /** The place of the plane under a point of a drawing so large; outside of the window where it is beside it. */
    public static Place place(LossMap map, double x, double y, double width, double height) {
        Rectangle2D area = area(width, height);
        Window window = map.grid().window();
        return new Place(window.left() + window.width() * (x - area.getX()) / area.getWidth(),
                window.top() - window.height() * (y - area.getY()) / area.getHeight());
    }

    /** How far on the plane some pixels of a drawing so large are, along both directions. */
    public static Place reach(LossMap map, double pixels, double width, double height) {
        Rectangle2D area = area(width, height);
        return new Place(map.grid().window().width() * pixels / area.getWidth(), map.grid().window().height() * pixels / area.getHeight());
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        Rectangle2D area = area(width, height);
        if (area.getWidth() < 60 || area.getHeight() < 40) {
            return;
        }
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        LossGrid grid = map.grid();
        double end = ink.text(fonts.title(), colors.text(), "Loss", area.getX(), 18);
        ink.text(fonts.small(), colors.muted(), "log scale, mean over %d training images%s".formatted(map.images(), progress(grid)), end + 8, 18);
        if (grid.stride() > 0 && grid.least() >= 0) {
            double least = Math.max(grid.least(), grid.greatest() / WIDEST);
            LossScale scale = new LossScale(least, Math.max(grid.greatest(), least * 1.01));
            ground(ink, area, scale);
            bar(ink, area, scale);
        } else {
            ink.centered(fonts.small(), colors.muted(), "the first coarse points are being evaluated", area.getCenterX(), area.getCenterY());
        }
        axes(ink, area);
        Shape clip = g.getClip();
        g.clip(area);
        for (int i = 0; i < map.paths().size(); i++) {
            path(ink, area, map.paths().get(i), marks.get(i));
        }
        for (int i = map.paths().size() - 1; i >= 0; i--) {
            ends(ink, area, map.paths().get(i), marks.get(i), i == 0);
        }
        g.setClip(clip);
    }

    private static String progress(LossGrid grid) {
        return grid.known() == grid.size() ? "" : ", %d of %d points".formatted(grid.known(), grid.size());
    }

    /** From 0, the least loss, to 1. */
    private record LossScale(double least, double greatest) {
        double share(double loss) {
            return Math.clamp(Math.log(Math.max(loss, 1e-300) / least) / Math.log(greatest / least), 0, 1);
        }

        static Color color(double share) {
            return Viridis.at(Math.min(BANDS - 1, Math.floor(share * BANDS)) / (BANDS - 1));
        }
    }

    private void ground(RacePicture.Ink ink, Rectangle2D area, LossScale scale) {
        double[][] shares = shares(scale);
        int across = (int) Math.ceil(area.getWidth() / CELL);
        int down = (int) Math.ceil(area.getHeight() / CELL);
        double[][] fine = new double[down + 1][across + 1];
        BufferedImage tints = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row <= down; row++) {
            for (int column = 0; column <= across; column++) {
                double share = between(shares, row * (double) CELL / area.getHeight(), column * (double) CELL / area.getWidth());
                fine[row][column] = share * BANDS;
                if (row < down && column < across) {
                    tints.setRGB(column, row, (Double.isNaN(share) ? ink.colors().muted() : LossScale.color(share)).getRGB());
                }
            }
        }
        Graphics2D g = ink.g();
        Shape clip = g.getClip();
        AffineTransform before = g.getTransform();
        g.clip(area);
        g.translate(area.getX(), area.getY());
        g.drawImage(tints, 0, 0, across * CELL, down * CELL, null);
        g.setColor(new Color(255, 255, 255, 70));
        g.setStroke(new BasicStroke(0.8f));
        for (int level = 1; level < BANDS; level++) {
            Isolines.draw(g, fine, level, CELL);
        }
        g.setTransform(before);
        g.setClip(clip);
    }

    /** On the scale, the highest row first; NaN where the loss is no finite number. */
    private double[][] shares(LossScale scale) {
        int side = map.grid().side();
        double[][] shares = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double loss = map.grid().at(side - 1 - row, column);
                shares[row][column] = Double.isFinite(loss) ? scale.share(loss) : Double.NaN;
            }
        }
        return shares;
    }

    private static double between(double[][] values, double downward, double rightward) {
        int last = values.length - 1;
        double row = Math.clamp(downward, 0, 1) * last;
        double column = Math.clamp(rightward, 0, 1) * last;
        int top = Math.min((int) row, last - 1);
        int left = Math.min((int) column, last - 1);
        double v = row - top;
        double u = column - left;
        return (1 - v) * ((1 - u) * values[top][left] + u * values[top][left + 1])
                + v * ((1 - u) * values[top + 1][left] + u * values[top + 1][left + 1]);
    }

    private void bar(RacePicture.Ink ink, Rectangle2D area, LossScale scale) {
        double x = area.getMaxX() + 14;
        double step = area.getHeight() / BANDS;
        for (int band = 0; band < BANDS; band++) {
            ink.g().setColor(LossScale.color((band + 0.5) / BANDS));
            ink.g().fill(new Rectangle2D.Double(x, area.getMaxY() - (band + 1) * step, BAR, step + 0.5));
        }
        for (double tick : new LogAxis(scale.least(), scale.greatest()).ticks(area.getHeight(), 22)) {
            double y = area.getMaxY() - area.getHeight() * scale.share(tick);
            ink.line(ink.colors().muted(), x + BAR, y, x + BAR + 4, y);
            ink.text(ink.fonts().figures(), ink.colors().muted(), LogAxis.text(tick), x + BAR + 7, Math.clamp(y + 4, area.getY() + 8, area.getMaxY()));
        }
    }

    private void axes(RacePicture.Ink ink, Rectangle2D area) {
        Window window = map.grid().window();
        Scale across = Scale.covering(window.left(), window.right(), area.getWidth() / 90);
        for (double tick = across.from(); tick <= window.right(); tick += across.tick()) {
            if (tick >= window.left()) {
                double x = area.getX() + area.getWidth() * (tick - window.left()) / window.width();
                ink.line(ink.colors().muted(), x, area.getMaxY(), x, area.getMaxY() + 4);
                ink.centered(ink.fonts().figures(), ink.colors().muted(), figure(tick, across.tick()), x, area.getMaxY() + 17);
            }
        }
        Scale up = Scale.covering(window.bottom(), window.top(), area.getHeight() / 50);
        for (double tick = up.from(); tick <= window.top(); tick += up.tick()) {
            if (tick >= window.bottom()) {
                double y = area.getMaxY() - area.getHeight() * (tick - window.bottom()) / window.height();
                ink.line(ink.colors().muted(), area.getX() - 4, y, area.getX(), y);
                ink.right(ink.fonts().figures(), ink.colors().muted(), figure(tick, up.tick()), area.getX() - 7, y + 4);
            }
        }
        ink.right(ink.fonts().small(), ink.colors().muted(),
                String.format(Locale.ROOT, "distance along the 1st direction, which has %.1f %% of the variance", 100 * map.first()),
                area.getMaxX(), area.getMaxY() + 36);
        String name = map.noise() ? "along a random direction" : String.format(Locale.ROOT, "along the 2nd, %.1f %%", 100 * map.second());
        AffineTransform before = ink.g().getTransform();
        ink.g().rotate(-Math.PI / 2, 14, area.getCenterY());
        ink.centered(ink.fonts().small(), ink.colors().muted(), name, 14, area.getCenterY());
        ink.g().setTransform(before);
    }

    private static String figure(double tick, double step) {
        return Digits.shortest(Math.rint(tick / step) * step);
    }

    private double x(Rectangle2D area, Moment at) {
        return area.getX() + area.getWidth() * (at.x() - map.grid().window().left()) / map.grid().window().width();
    }

    private double y(Rectangle2D area, Moment at) {
        return area.getMaxY() - area.getHeight() * (at.y() - map.grid().window().bottom()) / map.grid().window().height();
    }

    private void path(RacePicture.Ink ink, Rectangle2D area, TrainingPath path, int mark) {
        Path2D line = new Path2D.Double();
        List<Moment> moments = path.moments();
        for (int i = 0; i < moments.size(); i++) {
            if (i == 0) {
                line.moveTo(x(area, moments.get(i)), y(area, moments.get(i)));
            } else {
                line.lineTo(x(area, moments.get(i)), y(area, moments.get(i)));
            }
        }
        Graphics2D g = ink.g();
        g.setColor(new Color(0, 0, 0, 150));
        g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        g.setColor(Color.WHITE);
        g.setStroke(RaceMark.stroke(mark));
        g.draw(line);
        for (int i = 0; i < moments.size(); i++) {
            int gray = (int) Math.round(255 * (1 - (double) i / Math.max(1, moments.size() - 1)));
            Shape dot = RaceMark.shape(mark, x(area, moments.get(i)), y(area, moments.get(i)), 3.6);
            g.setColor(new Color(gray, gray, gray));
            g.fill(dot);
            g.setColor(new Color(255 - gray, 255 - gray, 255 - gray));
            g.setStroke(new BasicStroke(1));
            g.draw(dot);
        }
    }

    private void ends(RacePicture.Ink ink, Rectangle2D area, TrainingPath path, int mark, boolean first) {
        Moment start = path.moments().getFirst();
        Graphics2D g = ink.g();
        if (first) {
            g.setColor(Color.WHITE);
            g.setStroke(new BasicStroke(2.4f));
            g.draw(new Ellipse2D.Double(x(area, start) - 8, y(area, start) - 8, 16, 16));
            label(ink, area, "start", x(area, start), y(area, start) - 16);
        }
        double x = x(area, path.end());
        double y = y(area, path.end());
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(2.4f));
        g.draw(new Line2D.Double(x - 8, y, x + 8, y));
        g.draw(new Line2D.Double(x, y - 8, x, y + 8));
        g.setColor(Color.BLACK);
        g.fill(RaceMark.shape(mark, x, y, 4.5));
        label(ink, area, map.paths().size() == 1 ? "end" : "end of " + path.label(), x, y + 26);
    }

    private static void label(RacePicture.Ink ink, Rectangle2D area, String text, double x, double y) {
        double width = ink.width(ink.fonts().small(), text) + 10;
        double left = Math.clamp(x - width / 2, area.getX() + 2, Math.max(area.getX() + 2, area.getMaxX() - width - 2));
        double baseline = Math.clamp(y, area.getY() + 14, area.getMaxY() - 6);
        ink.g().setColor(ChartColors.faint(ink.colors().surface(), 0.88));
        ink.g().fill(new java.awt.geom.RoundRectangle2D.Double(left, baseline - 12, width, 16, 6, 6));
        ink.text(ink.fonts().small(), ink.colors().text(), text, left + 5, baseline);
    }
}
