package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;

/** How a contestant looks everywhere: a color, a marker and a line of its own, by its place in the race. */
public final class RaceMark {

    private static final double[][] POLYGONS = {
        circle(),
        {0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0},
        {-0.95, -0.95, 0.95, -0.95, 0.95, 0.95, -0.95, 0.95},
        {0, -1.15, 1.15, 0.95, -1.15, 0.95},
        {-1.1, -0.7, -0.7, -1.1, 0, -0.4, 0.7, -1.1, 1.1, -0.7, 0.4, 0, 1.1, 0.7, 0.7, 1.1, 0, 0.4, -0.7, 1.1, -1.1, 0.7, -0.4, 0},
        {-0.35, -1.2, 0.35, -1.2, 0.35, -0.35, 1.2, -0.35, 1.2, 0.35, 0.35, 0.35, 0.35, 1.2, -0.35, 1.2, -0.35, 0.35, -1.2, 0.35,
            -1.2, -0.35, -0.35, -0.35},
        {0, 1.15, 1.15, -0.95, -1.15, -0.95}};
    private static final float[][] DASHES = {{}, {8, 3}, {3, 3}, {8, 3, 2, 3}};
    private static final List<String> TOKENS = List.of("training", "validation", "hue-1", "hue-3", "hue-2", "hue-4");

    private RaceMark() {}

    /** The color token of a contestant. */
    public static String token(int contestant) {
        return TOKENS.get(contestant % TOKENS.size());
    }

    static Color color(int contestant, ChartColors colors) {
        return switch (contestant % TOKENS.size()) {
            case 0 -> colors.training();
            case 1 -> colors.validation();
            case 2 -> colors.hues().get(0);
            case 3 -> colors.hues().get(2);
            case 4 -> colors.hues().get(1);
            default -> colors.hues().get(3);
        };
    }

    static BasicStroke stroke(int contestant) {
        float[] dash = DASHES[contestant % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    static Path2D shape(int contestant, double x, double y, double radius) {
        double[] points = points(contestant);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.length; i += 2) {
            double toX = x + radius * points[i];
            double toY = y + radius * points[i + 1];
            if (i == 0) {
                path.moveTo(toX, toY);
            } else {
                path.lineTo(toX, toY);
            }
        }
        path.closePath();
        return path;
    }

    /** The marker as the text of an SVG path around (0, 0). */
    public static String path(int contestant, double radius) {
        StringBuilder text = new StringBuilder();
        double[] points = points(contestant);
        for (int i = 0; i < points.length; i += 2) {
            text.append(String.format(Locale.ROOT, "%s%.2f %.2f ", i == 0 ? "M" : "L", radius * points[i], radius * points[i + 1]));
        }
        return text.append('Z').toString();
    }

    private static double[] points(int contestant) {
        return POLYGONS[contestant % POLYGONS.length];
    }

    private static double[] circle() {
        double[] points = new double[48];
        for (int i = 0; i < points.length; i += 2) {
            points[i] = Math.cos(Math.PI * i / 24);
            points[i + 1] = Math.sin(Math.PI * i / 24);
        }
        return points;
    }
}
