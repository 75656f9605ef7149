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
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** Loss over the learning rate on a logarithmic axis, with what the rules looked at as thin geometry. */
final class SweepChart {

    static final double LEFT = Plots.LEFT;
    static final double RIGHT = 24;
    static final double TOP = 40;
    static final double BOTTOM = 46;
    private static final double TICK_PIXELS = 60;
    private static final double EMPTY_TOP = 3;
    private static final BasicStroke THIN = new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int MARKERS = 9;

    private final ChartColors colors;
    private final ChartFonts fonts;
    private final Plots plots;

    SweepChart(ChartColors colors, ChartFonts fonts) {
        this.colors = colors;
        this.fonts = fonts;
        this.plots = new Plots(colors, fonts);
    }

    void draw(Graphics2D g, SweepPicture picture, double width, double height) {
        Plots.smooth(g);
        Rectangle2D area = new Rectangle2D.Double(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
        if (area.getWidth() < 80 || area.getHeight() < 40) {
            return;
        }
        Scale across = picture.rates().exponents();
        Scale up = losses(picture.curves(), area.getHeight() / TICK_PIXELS);
        plots.frame(g, area);
        Plots.paint(g, plot(picture, across, up), area);
        double after = text(g, fonts.title(), colors.text(), "Loss", area.getX(), 18) + 7;
        List<SweepCurve> curves = picture.curves();
        if (curves.size() > 1) {
            legend(g, curves, across, up, area, after);
        } else {
            text(g, fonts.small(), colors.muted(), picture.title(), after, 18);
        }
        text(g, fonts.small(), colors.muted(), picture.foot(),
                area.getMaxX() - width(g, picture.foot()), area.getMaxY() + 36);
        if (curves.size() == 1) {
            new RuleMarks(colors, fonts).draw(g, picture.suggestions(), curves.getFirst(), new Place(across, up, area));
        }
        picture.chosen().ifPresent(rate -> chosen(g, rate, new Place(across, up, area)));
    }

    /** From numbers to places. */
    record Place(Scale across, Scale up, Rectangle2D area) {

        double x(double rate) {
            return area.getX() + area.getWidth() * across.fraction(Math.log10(rate));
        }

        double y(double loss) {
            return area.getMaxY() - area.getHeight() * up.fraction(loss);
        }
    }

    /** Up to where the losses were before they reached their least: what explodes after it is cut. */
    private static Scale losses(List<SweepCurve> curves, double ticks) {
        double most = 0;
        double least = 0;
        for (SweepCurve curve : curves) {
            double[] y = curve.smoothed().y();
            int lowest = 0;
            for (int i = 0; i < y.length; i++) {
                lowest = y[i] < y[lowest] ? i : lowest;
            }
            for (int i = 0; i <= lowest && i < y.length; i++) {
                most = Math.max(most, y[i]);
                least = Math.min(least, y[i]);
            }
        }
        Scale whole = Scale.covering(least, most > 0 ? 1.25 * most : EMPTY_TOP, ticks);
        return new Scale(whole.from(), most > 0 ? Math.min(whole.to(), 1.35 * most) : whole.to(), whole.tick());
    }

    private XYPlot plot(SweepPicture picture, Scale across, Scale up) {
        XYPlot plot = plots.plot(across, new Powers(), up, Plots.number(up.tick()));
        List<SweepCurve> curves = picture.curves();
        for (int i = 0; i < curves.size(); i++) {
            Plots.add(plot, i, curves.get(i).smoothed(), Plots.line(color(i), LossChart.LINE));
        }
        if (curves.size() == 1) {
            plot.getRenderer(0).addAnnotation(
                    new DotCloud(curves.getFirst().raw(), ChartColors.faint(colors.training(), 0.42)), Layer.BACKGROUND);
        }
        return plot;
    }

    private Color color(int curve) {
        return curve == 0 ? colors.training() : colors.hues().get((curve - 1) % colors.hues().size());
    }

    /** Each curve's own sign on it, and beside its name above. */
    private void legend(Graphics2D g, List<SweepCurve> curves, Scale across, Scale up, Rectangle2D area, double after) {
        Place place = new Place(across, up, area);
        double x = after + 6;
        for (int i = 0; i < curves.size(); i++) {
            g.setColor(color(i));
            Shape sign = sign(i);
            Points line = curves.get(i).smoothed();
            for (int k = 1; k <= MARKERS && line.size() > 0; k++) {
                double exponent = across.from() + (across.to() - across.from()) * (k - 0.5 + 0.15 * i) / MARKERS;
                int at = nearest(line, exponent);
                double y = place.y(line.y()[at]);
                if (Math.abs(line.x()[at] - exponent) < 0.3 && y >= area.getY() && y <= area.getMaxY()) {
                    g.fill(AffineTransform.getTranslateInstance(place.x(Math.pow(10, line.x()[at])), y).createTransformedShape(sign));
                }
            }
            g.setStroke(LossChart.LINE);
            g.draw(new Line2D.Double(x, 14, x + 20, 14));
            g.fill(AffineTransform.getTranslateInstance(x + 10, 14).createTransformedShape(sign));
            x = text(g, fonts.small(), colors.text(), curves.get(i).name(), x + 26, 18) + 16;
        }
    }

    private static int nearest(Points line, double exponent) {
        int at = 0;
        for (int i = 1; i < line.size(); i++) {
            at = Math.abs(line.x()[i] - exponent) < Math.abs(line.x()[at] - exponent) ? i : at;
        }
        return at;
    }

    private static Shape sign(int curve) {
        return switch (curve % 5) {
            case 0 -> Plots.circle(4.2);
            case 1 -> Plots.diamond(5.6);
            case 2 -> new Rectangle2D.Double(-4, -4, 8, 8);
            case 3 -> triangle(5);
            default -> triangle(-5);
        };
    }

    private static Shape triangle(double size) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -size);
        path.lineTo(size, 0.8 * size);
        path.lineTo(-size, 0.8 * size);
        path.closePath();
        return path;
    }

    private void chosen(Graphics2D g, double rate, Place place) {
        double x = place.x(rate);
        g.setColor(colors.accent());
        g.setStroke(new BasicStroke(2));
        g.draw(new Line2D.Double(x, place.area().getY() - 8, x, place.area().getMaxY()));
        g.fill(AffineTransform.getTranslateInstance(x, place.area().getY() - 10).createTransformedShape(triangle(-6)));
        text(g, fonts.title(), colors.accent(), Digits.shortest(rate), x + 10, place.area().getY() - 6);
    }

    static void circle(Graphics2D g, double x, double y, double radius, boolean filled) {
        Shape circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setStroke(THIN);
        if (filled) {
            g.fill(circle);
        } else {
            g.draw(circle);
        }
    }

    private double width(Graphics2D g, String text) {
        return fonts.small().getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    private static double text(Graphics2D g, java.awt.Font font, Color color, String text, double x, double baseline) {
        g.setFont(font);
        g.setColor(color);
        g.drawString(text, (float) x, (float) baseline);
        return x + font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    /** Exponents as the powers they stand for: 1e-3, 1e-2, 1e-1, 1, 10. */
    private static final class Powers extends NumberFormat {

        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(double exponent, StringBuffer into, FieldPosition at) {
            long power = Math.round(exponent);
            return into.append(power == 0 ? "1" : power > 0 && power < 4 ? "1" + "0".repeat((int) power) : "1e" + power);
        }

        @Override
        public StringBuffer format(long exponent, StringBuffer into, FieldPosition at) {
            return format((double) exponent, into, at);
        }

        @Override
        public Number parse(String text, ParsePosition at) {
            throw new UnsupportedOperationException("Axes are written, not read.");
        }
    }
}
