package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;

/**
 * A figure over batch sizes, summed and averaged over the batch; both axes logarithmic.
 *
 * @param title what it is, and its unit
 * @param sizes rising
 */
public record SumMeanPicture(String title, int[] sizes, double[] sums, double[] means) implements Drawing {

    private static final double LEFT = 62;
    private static final double RIGHT = 20;
    private static final double HEAD = 30;
    private static final double FOOT = 42;
    /** Above and below the curves, for their names. */
    private static final double ROOM = 1.4;
    private static final BasicStroke SOLID = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 4}, 0);

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        Rectangle2D area = new Rectangle2D.Double(LEFT, HEAD, width - LEFT - RIGHT, height - HEAD - FOOT);
        if (area.getWidth() < 80 || area.getHeight() < 60 || sizes.length == 0) {
            return;
        }
        double[] all = DoubleStream.concat(DoubleStream.of(sums), DoubleStream.of(means)).filter(each -> each > 0).sorted().toArray();
        LogAxis up = all.length == 0 ? LogAxis.of(0.1, 1) : LogAxis.of(all[0] / ROOM, all[all.length - 1] * ROOM);
        ink.text(fonts.title(), colors.text(), title, LEFT, HEAD - 13);
        ink.frame(area);
        ink.rows(area, up);
        for (int i = 0; i < sizes.length; i++) {
            ink.centered(fonts.figures(), colors.muted(), Integer.toString(sizes[i]), x(area, i), area.getMaxY() + 17);
        }
        ink.right(fonts.small(), colors.muted(), "batch size", area.getMaxX(), area.getMaxY() + 34);
        curve(ink, area, up, sums, colors.training(), SOLID, 0);
        curve(ink, area, up, means, colors.validation(), DASHED, 1);
        int last = sizes.length - 1;
        boolean falls = means[last] < means[0];
        ink.note("summed " + Digits.shortest(sums[last]), x(area, last) - 12, y(area, up, sums[last]) + 2);
        ink.note("averaged " + Digits.shortest(means[last]), area.getMaxX() - 4, y(area, up, means[last]) + (falls ? 22 : -12));
    }

    private double x(Rectangle2D area, int i) {
        return area.getX() + area.getWidth() * (sizes.length == 1 ? 0.5 : 0.03 + 0.94 * i / (sizes.length - 1));
    }

    private static double y(Rectangle2D area, LogAxis up, double value) {
        return area.getMaxY() - area.getHeight() * Math.clamp(up.share(value), 0, 1);
    }

    private void curve(RacePicture.Ink ink, Rectangle2D area, LogAxis up, double[] values, Color color, BasicStroke stroke, int mark) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < values.length; i++) {
            if (i == 0) {
                path.moveTo(x(area, i), y(area, up, values[i]));
            } else {
                path.lineTo(x(area, i), y(area, up, values[i]));
            }
        }
        ink.g().setColor(color);
        ink.g().setStroke(stroke);
        ink.g().draw(path);
        for (int i = 0; i < values.length; i++) {
            ink.mark(mark, x(area, i), y(area, up, values[i]), 4);
        }
    }
}
