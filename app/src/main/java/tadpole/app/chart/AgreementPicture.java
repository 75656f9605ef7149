package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Analytic gradients over numeric ones, each number a dot: a right gradient lies on the diagonal, a wrong sign on the other one, a
 * forgotten 1/N on a steeper line, a mixed-up order is a cloud.
 *
 * @param numeric  as many as analytic
 * @param errors   relative; they color the dots
 */
public record AgreementPicture(double[] numeric, double[] analytic, double[] errors) implements Drawing {

    private static final double LEFT = 46;
    private static final double RIGHT = 12;
    private static final double TOP = 30;
    private static final double BOTTOM = 24;

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        Rectangle2D area = new Rectangle2D.Double(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
        if (area.getWidth() < 60 || area.getHeight() < 30) {
            return;
        }
        double most = DoubleStream.concat(Arrays.stream(numeric), Arrays.stream(analytic)).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        double reach = most > 0 ? 1.08 * most : 1;
        double after = ink.text(fonts.title(), colors.text(), "Analytic over numeric", 12, 18) + 8;
        ink.text(fonts.small(), colors.muted(), ink.fitting("each parameter a dot", width - after - 4), after, 18);
        ink.g().setColor(colors.grid());
        ink.g().draw(area);
        ink.line(colors.grid(), area.getCenterX(), area.getY(), area.getCenterX(), area.getMaxY());
        ink.line(colors.grid(), area.getX(), area.getCenterY(), area.getMaxX(), area.getCenterY());
        g.setColor(ChartColors.faint(colors.muted(), 0.8));
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0));
        g.draw(new Line2D.Double(area.getX(), area.getMaxY(), area.getMaxX(), area.getY()));
        ink.right(fonts.figures(), colors.muted(), Digits.two(reach), area.getX() - 6, area.getY() + 8);
        ink.right(fonts.figures(), colors.muted(), Digits.two(-reach), area.getX() - 6, area.getMaxY());
        ink.text(fonts.figures(), colors.muted(), Digits.two(-reach), area.getX(), area.getMaxY() + 15);
        ink.right(fonts.figures(), colors.muted(), Digits.two(reach), area.getMaxX(), area.getMaxY() + 15);
        ink.centered(fonts.small(), colors.muted(), "numeric", area.getCenterX(), area.getMaxY() + 15);
        Shape clip = g.getClip();
        g.clip(area);
        dots(ink, area, reach);
        g.setClip(clip);
    }

    private void dots(RacePicture.Ink ink, Rectangle2D area, double reach) {
        ErrorScale scale = new ErrorScale(ink.colors());
        for (int i = 0; i < numeric.length; i++) {
            double x = area.getCenterX() + area.getWidth() / 2 * numeric[i] / reach;
            double y = area.getCenterY() - area.getHeight() / 2 * analytic[i] / reach;
            if (Double.isFinite(x) && Double.isFinite(y)) {
                Color color = errors[i] < 1e-4 ? ink.colors().right() : scale.of(errors[i]);
                ink.g().setColor(ChartColors.faint(color, 0.6));
                ink.g().fill(new Ellipse2D.Double(x - 2, y - 2, 4, 4));
            }
        }
    }
}
