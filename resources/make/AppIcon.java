import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon, a tadpole whose tail falls like a loss curve: tadpole-16.png to tadpole-512.png and
 * tadpole.svg. Run in folder resources:
 * java make/AppIcon.java src/main/resources/tadpole/resources/icons
 */
public final class AppIcon {

    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final Color TOP = new Color(0x16938B);
    private static final Color BOTTOM = new Color(0x0A5E5A);
    private static final Color BODY = new Color(0xF1FBF9);
    private static final Color EYE = new Color(0x0B2F2D);

    private AppIcon() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        for (int size : SIZES) {
            ImageIO.write(picture(size), "png", folder.resolve("tadpole-" + size + ".png").toFile());
        }
        Files.writeString(folder.resolve("tadpole.svg"), svg());
    }

    /** Drawn four times as large and averaged, so that the small ones are clean too. */
    private static BufferedImage picture(int size) {
        int times = 4;
        BufferedImage large = new BufferedImage(size * times, size * times, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = large.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size * times / 512.0, size * times / 512.0);
        draw(g, size);
        g.dispose();
        BufferedImage small = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                small.setRGB(x, y, average(large, x * times, y * times, times));
            }
        }
        return small;
    }

    private static int average(BufferedImage image, int left, int top, int times) {
        long alpha = 0;
        long[] weighted = new long[3];
        for (int y = top; y < top + times; y++) {
            for (int x = left; x < left + times; x++) {
                int color = image.getRGB(x, y);
                int a = color >>> 24;
                alpha += a;
                for (int c = 0; c < 3; c++) {
                    weighted[c] += (long) a * (color >> (16 - 8 * c) & 255);
                }
            }
        }
        if (alpha == 0) {
            return 0;
        }
        int mixed = (int) (alpha / (times * times)) << 24;
        for (int c = 0; c < 3; c++) {
            mixed |= (int) ((weighted[c] + alpha / 2) / alpha) << (16 - 8 * c);
        }
        return mixed;
    }

    private static void draw(Graphics2D g, int size) {
        boolean tiny = size <= 24;
        g.setPaint(new GradientPaint(0, 0, TOP, 0, 512, BOTTOM));
        g.fill(new RoundRectangle2D.Double(16, 16, 480, 480, 224, 224));
        g.setPaint(BODY);
        g.fill(tail(tiny ? 34 : 16));
        g.fill(body());
        double eye = tiny ? 34 : 24;
        g.setPaint(EYE);
        g.fill(new Ellipse2D.Double(378 - eye, 312 - eye, 2 * eye, 2 * eye));
        if (!tiny) {
            g.setPaint(Color.WHITE);
            g.fill(new Ellipse2D.Double(377, 294, 18, 18));
            g.setPaint(EYE);
            g.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(new Arc2D.Double(374, 318, 64, 52, 215, 95, Arc2D.OPEN));
        }
    }

    private static Ellipse2D body() {
        return new Ellipse2D.Double(236, 226, 220, 212);
    }

    /** A cubic curve that falls steeply, rises a little and falls on; it widens from the tip to the body. */
    private static Area tail(double tip) {
        double[] x = {92, 84, 196, 330};
        double[] y = {104, 372, 236, 346};
        int steps = 48;
        Path2D path = new Path2D.Double();
        for (int side = 1; side >= -1; side -= 2) {
            for (int i = 0; i <= steps; i++) {
                double t = side > 0 ? (double) i / steps : 1 - (double) i / steps;
                double width = tip + (104 - tip) * Math.pow(t, 1.2);
                double dx = slope(x, t);
                double dy = slope(y, t);
                double length = Math.hypot(dx, dy);
                double px = point(x, t) - side * width / 2 * dy / length;
                double py = point(y, t) + side * width / 2 * dx / length;
                if (side > 0 && i == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
        }
        path.closePath();
        Area tail = new Area(path);
        tail.add(new Area(new Ellipse2D.Double(x[0] - tip / 2, y[0] - tip / 2, tip, tip)));
        return tail;
    }

    private static double point(double[] p, double t) {
        double s = 1 - t;
        return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
    }

    private static double slope(double[] p, double t) {
        double s = 1 - t;
        return 3 * s * s * (p[1] - p[0]) + 6 * s * t * (p[2] - p[1]) + 3 * t * t * (p[3] - p[2]);
    }

    private static String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
                  <defs><linearGradient id="water" x2="0" y2="1"><stop stop-color="#16938B"/><stop offset="1" stop-color="#0A5E5A"/></linearGradient></defs>
                  <rect x="16" y="16" width="480" height="480" rx="112" fill="url(#water)"/>
                  <path fill="#F1FBF9" d="%s"/>
                  <ellipse cx="346" cy="332" rx="110" ry="106" fill="#F1FBF9"/>
                  <circle cx="378" cy="312" r="24" fill="#0B2F2D"/>
                  <circle cx="386" cy="303" r="9" fill="#FFFFFF"/>
                  <path d="M379.8 358.9A32 26 0 0 0 426.6 364" fill="none" stroke="#0B2F2D" stroke-width="9" stroke-linecap="round"/>
                </svg>
                """.formatted(commands(tail(16)));
    }

    private static String commands(Area shape) {
        StringBuilder text = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator each = shape.getPathIterator(null, 0.5); !each.isDone(); each.next()) {
            switch (each.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> text.append(String.format(Locale.ROOT, "M%.1f %.1f", at[0], at[1]));
                case PathIterator.SEG_LINETO -> text.append(String.format(Locale.ROOT, "L%.1f %.1f", at[0], at[1]));
                default -> text.append('Z');
            }
        }
        return text.toString();
    }
}
