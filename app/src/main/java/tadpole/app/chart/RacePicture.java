package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.RaceRun;

/**
 * A race at one moment: smoothed losses on a logarithmic axis over the steps, with a band over the seeds.
 *
 * @param steps of the whole race
 * @param title beside "Loss"
 */
public record RacePicture(List<RaceCurve> curves, int steps, String title, String foot) implements Drawing {

    private static final double TOP = 30;
    private static final double NARROWEST_NAMES = 84;
    private static final double ROW = 16;

    public RacePicture {
        curves = curves.stream().filter(each -> each.steps().length > 0).toList();
    }

    /** Every contestant at its best rate. */
    public static RacePicture of(RaceResult result) {
        RacePlan plan = result.plan();
        List<RaceCurve> curves = IntStream.range(0, plan.contestants().size())
                .mapToObj(i -> RaceCurve.of(i, plan.contestants().get(i).label(), result.racing(i).stream().map(RaceRun::trace).toList()))
                .toList();
        return new RacePicture(curves, plan.steps(), title(plan), foot(plan));
    }

    public static String title(RacePlan plan) {
        return "log scale, average β %s%s".formatted(
                Digits.shortest(plan.smoothing()), plan.seeds() == 1 ? ", one seed" : ", band over %d seeds".formatted(plan.seeds()));
    }

    public static String foot(RacePlan plan) {
        return "step (batches of %d)".formatted(plan.experiment().training().batch());
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        Ink ink = new Ink(g, colors, fonts);
        double names = curves.stream().mapToDouble(each -> ink.width(fonts.small(), each.label())).max().orElse(0);
        double right = 28 + Math.clamp(names, NARROWEST_NAMES - 28, Math.max(NARROWEST_NAMES, 0.28 * width));
        Rectangle2D area = new Rectangle2D.Double(Plots.LEFT, TOP, width - Plots.LEFT - right, height - TOP - Plots.BOTTOM);
        if (area.getWidth() < 60 || area.getHeight() < 40) {
            return;
        }
        ink.text(fonts.small(), colors.muted(), title, ink.text(fonts.title(), colors.text(), "Loss", area.getX(), TOP - 12) + 8, TOP - 12);
        LossRange range = LossRange.of(curves, steps);
        LogAxis losses = range.axis();
        ink.frame(area);
        ink.rows(area, losses);
        double step = Math.max(1, Scale.covering(0, steps, area.getWidth() / 90).tick());
        for (double at = 0; at <= steps; at += step) {
            ink.centered(fonts.figures(), colors.muted(), Digits.shortest(at), area.getX() + area.getWidth() * at / steps, area.getMaxY() + 17);
        }
        ink.right(fonts.small(), colors.muted(), foot, area.getMaxX(), area.getMaxY() + 34);
        Shape clip = g.getClip();
        g.clip(area);
        curves.forEach(curve -> band(g, curve, area, losses, colors));
        curves.forEach(curve -> line(g, curve, area, losses, colors));
        g.setClip(clip);
        if (!range.above().isEmpty()) {
            ink.note(ink.fitting(range.above(), area.getWidth() - 60), area.getMaxX() - 4, area.getY() + 12);
        }
        names(ink, area, losses, right);
    }

    private double x(double step, Rectangle2D area) {
        return area.getX() + area.getWidth() * step / steps;
    }

    private static double y(double loss, Rectangle2D area, LogAxis losses) {
        return area.getMaxY() - area.getHeight() * Math.clamp(losses.share(loss), -1, 5);
    }

    private void band(Graphics2D g, RaceCurve curve, Rectangle2D area, LogAxis losses, ChartColors colors) {
        Path2D band = path(curve, curve.high(), area, losses);
        for (int i = curve.steps().length - 1; i >= 0; i--) {
            band.lineTo(x(curve.steps()[i], area), y(curve.low()[i], area, losses));
        }
        band.closePath();
        g.setColor(ChartColors.faint(RaceMark.color(curve.contestant(), colors), 0.13));
        g.fill(band);
    }

    private void line(Graphics2D g, RaceCurve curve, Rectangle2D area, LogAxis losses, ChartColors colors) {
        g.setColor(RaceMark.color(curve.contestant(), colors));
        g.setStroke(RaceMark.stroke(curve.contestant()));
        g.draw(path(curve, curve.mean(), area, losses));
    }

    private Path2D path(RaceCurve curve, double[] values, Rectangle2D area, LogAxis losses) {
        Path2D path = new Path2D.Double();
        path.moveTo(x(curve.steps()[0], area), y(values[0], area, losses));
        for (int i = 1; i < values.length; i++) {
            path.lineTo(x(curve.steps()[i], area), y(values[i], area, losses));
        }
        return path;
    }

    /** At the right of their ends, none over another. */
    private void names(Ink ink, Rectangle2D area, LogAxis losses, double right) {
        List<RaceCurve> sorted = curves.stream()
                .sorted(Comparator.comparingDouble(each -> y(each.mean()[each.mean().length - 1], area, losses))).toList();
        double[] rows = new double[sorted.size()];
        double lowest = area.getY() + 4;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Math.max(lowest, end(sorted.get(i), area, losses));
            lowest = rows[i] + ROW;
        }
        double bottom = area.getMaxY() - 2;
        for (int i = rows.length - 1; i >= 0 && rows[i] > bottom; i--) {
            rows[i] = bottom;
            bottom -= ROW;
        }
        for (int i = 0; i < rows.length; i++) {
            RaceCurve curve = sorted.get(i);
            Color color = RaceMark.color(curve.contestant(), ink.colors());
            double ends = x(curve.steps()[curve.steps().length - 1], area);
            ink.leader(ChartColors.faint(color, 0.5), ends + 2, end(curve, area, losses), area.getMaxX() + 9, rows[i]);
            ink.mark(curve.contestant(), area.getMaxX() + 15, rows[i], 4);
            ink.text(ink.fonts().small(), ink.colors().text(), ink.fitting(curve.label(), right - 28), area.getMaxX() + 24, rows[i] + 4);
        }
    }

    private static double end(RaceCurve curve, Rectangle2D area, LogAxis losses) {
        return Math.clamp(y(curve.mean()[curve.mean().length - 1], area, losses), area.getY(), area.getMaxY());
    }

    /** Pen and type for pictures of races. */
    record Ink(Graphics2D g, ChartColors colors, ChartFonts fonts) {

        double width(Font font, String text) {
            return font.getStringBounds(text, g.getFontRenderContext()).getWidth();
        }

        /** Gives where it ends. */
        double text(Font font, Color color, String text, double x, double baseline) {
            g.setFont(font);
            g.setColor(color);
            g.drawString(text, (float) x, (float) baseline);
            return x + width(font, text);
        }

        void centered(Font font, Color color, String text, double x, double baseline) {
            text(font, color, text, x - width(font, text) / 2, baseline);
        }

        void right(Font font, Color color, String text, double end, double baseline) {
            text(font, color, text, end - width(font, text), baseline);
        }

        /** With a ground of its own, so that lines under it do not run through the words. */
        void note(String text, double end, double baseline) {
            double wide = width(fonts.small(), text);
            g.setColor(ChartColors.faint(colors.surface(), 0.9));
            g.fill(new Rectangle2D.Double(end - wide - 4, baseline - 11, wide + 8, 15));
            right(fonts.small(), colors.muted(), text, end, baseline);
        }

        String fitting(String label, double most) {
            String shown = label;
            while (shown.length() > 2 && width(fonts.small(), shown) > most) {
                shown = shown.substring(0, shown.length() - 2) + "…";
            }
            return shown;
        }

        /** Shortened in its middle: names of branches begin alike. */
        String fittingName(String name, double most) {
            String shown = name;
            for (int kept = name.length() - 1; kept > 1 && width(fonts.small(), shown) > most; kept--) {
                shown = name.substring(0, (kept + 1) / 2).stripTrailing() + "…" + name.substring(name.length() - kept / 2).stripLeading();
            }
            return shown;
        }

        void line(Color color, double x1, double y1, double x2, double y2) {
            g.setColor(color);
            g.setStroke(new BasicStroke(1));
            g.draw(new Line2D.Double(x1, y1, x2, y2));
        }

        /** From an end to its name; dotted where it is long, for it is no part of the curve. */
        void leader(Color color, double x1, double y1, double x2, double y2) {
            if (x2 - x1 < 16) {
                line(color, x1, y1, x2, y2);
                return;
            }
            g.setColor(color);
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {1, 4}, 0));
            g.draw(new Line2D.Double(x1, y1, x2, y2));
        }

        void mark(int contestant, double x, double y, double radius) {
            g.setColor(RaceMark.color(contestant, colors));
            g.fill(RaceMark.shape(contestant, x, y, radius));
        }

        void frame(Rectangle2D area) {
            line(colors.grid(), area.getX(), area.getY(), area.getX(), area.getMaxY());
            line(colors.grid(), area.getX(), area.getMaxY(), area.getMaxX(), area.getMaxY());
        }

        /** Grid lines and numbers of an upright logarithmic axis. */
        void rows(Rectangle2D area, LogAxis axis) {
            rows(area, axis, axis.ticks(area.getHeight(), 22));
        }

        void rows(Rectangle2D area, LogAxis axis, double[] ticks) {
            for (double tick : ticks) {
                double y = area.getMaxY() - area.getHeight() * axis.share(tick);
                line(colors.grid(), area.getX(), y, area.getMaxX(), y);
                right(fonts.figures(), colors.muted(), LogAxis.text(tick), area.getX() - 8, y + 4);
            }
        }
    }
}
