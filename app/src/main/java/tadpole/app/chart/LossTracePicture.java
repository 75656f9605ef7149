package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * The losses of both sets over the steps, with the line of who guesses at random.
 *
 * @param chance ln of the number of classes
 * @param held   what the other set is called
 */
record LossTracePicture(Points train, Points test, double highest, double chance, String held) implements Drawing {

    private static final double RIGHT = 20;
    private static final double TOP = 8;
    private static final double BOTTOM = 24;
    private static final double LEFT = 52;
    private static final double TICK = 34;
    private static final double ACROSS = 110;
    private static final int FEW = 50;
    /** A loss that flew up is cut here, so that the rest can be read. */
    private static final double MOST_CHANCES = 3;
    private static final BasicStroke DOTS = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {2, 3}, 0);

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        double bottom = height - BOTTOM;
        double right = width - RIGHT;
        if (bottom - TOP < 24 || right - LEFT < 80) {
            return;
        }
        double most = Math.max(1.08 * chance, Math.min(highest * 1.05, MOST_CHANCES * chance));
        Scale losses = Scale.covering(0, most, (bottom - TOP) / TICK);
        double top = Math.min(losses.to(), most);
        long steps = Math.max(FEW, train.size() == 0 ? 0 : (long) train.x()[train.size() - 1]);
        Scale across = Scale.covering(0, steps, (right - LEFT) / ACROSS);
        g.setFont(fonts.figures());
        g.setStroke(new BasicStroke(1));
        for (double loss = 0; loss <= top + 1e-9; loss += losses.tick()) {
            double y = y(loss, top, bottom);
            g.setColor(colors.grid());
            g.draw(new Line2D.Double(LEFT, y, right, y));
            g.setColor(colors.muted());
            String figure = Plots.number(losses.tick()).format(loss);
            g.drawString(figure, (float) (LEFT - 8 - g.getFontMetrics().stringWidth(figure)), (float) (y + 4));
        }
        for (double step = 0; step <= steps; step += Math.max(1, across.tick())) {
            String figure = step == 0 ? "step 0" : Digits.count((long) step);
            double x = x(step, steps, right);
            double half = g.getFontMetrics().stringWidth(figure) / 2.0;
            if (x + half < width - 2) {
                g.drawString(figure, (float) Math.max(2, x - half), (float) (bottom + 17));
            }
        }
        chance(g, colors, fonts, right, top, bottom);
        g.setClip(new Rectangle2D.Double(LEFT - 2, TOP - 4, right - LEFT + 4, bottom - TOP + 8));
        g.setColor(colors.training());
        g.setStroke(LossChart.LINE);
        g.draw(path(train, steps, right, top, bottom));
        g.setColor(colors.validation());
        g.setStroke(LossChart.DASHED);
        g.draw(path(test, steps, right, top, bottom));
        g.setClip(null);
    }

    private void chance(Graphics2D g, ChartColors colors, ChartFonts fonts, double right, double top, double bottom) {
        double y = y(chance, top, bottom);
        g.setColor(colors.muted());
        g.setStroke(DOTS);
        g.draw(new Line2D.Double(LEFT, y, right, y));
        String words = String.format(Locale.ROOT, "chance, ln %d", Math.round(Math.exp(chance)));
        g.setFont(fonts.small());
        double x = right - 8 - g.getFontMetrics().stringWidth(words);
        g.drawString(words, (float) x, (float) (y + (y < TOP + 14 ? 14 : -5)));
    }

    private static Path2D path(Points points, long steps, double right, double top, double bottom) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            double x = x(points.x()[i], steps, right);
            double y = y(Math.min(points.y()[i], 2 * top), top, bottom);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private static double x(double step, long steps, double right) {
        return LEFT + step / steps * (right - LEFT);
    }

    private static double y(double loss, double top, double bottom) {
        return bottom - loss / top * (bottom - TOP);
    }
}
