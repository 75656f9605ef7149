package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Point;

/**
 * Draws one handwritten digit, prepared as MNIST's are: fitted into 20x20 pixels keeping its proportions, gray at the
 * edges, and put into 28x28 with its center of mass in the middle.
 */
public final class Digits {

    public static final int SIDE = 28;

    private static final List<Glyph> GLYPHS = List.of(new Zero(), new One(), new Two(), new Three(), new Four(),
            new Five(), new Six(), new Seven(), new Eight(), new Nine());
    private static final List<Hand.Habit> HABITS = List.of(
            new Hand.Habit(0.2, 0.28, 0.22), new Hand.Habit(0, 0.27, 0.26), new Hand.Habit(0.2, 0.14, 0.22),
            new Hand.Habit(0.1, 0.04, 0.22), new Hand.Habit(0.2, 0.3, 0.2), new Hand.Habit(0.2, 0.06, 0.22),
            new Hand.Habit(0.1, 0.1, 0.18), new Hand.Habit(0.18, 0.14, 0.2), new Hand.Habit(0.18, 0.15, 0.2),
            new Hand.Habit(0.1, 0.26, 0.2));
    private static final List<Double> RADII = List.of(1.3, 1.32, 1.16, 1.2, 1.12, 1.2, 1.2, 1.24, 1.12, 1.08);
    private static final double BOX = 20;

    private Digits() {
    }

    /** 28x28 pixels, row by row, 0 paper to 255 ink. */
    public static byte[] draw(int digit, Dice dice) {
        Hand hand = new Hand(dice, HABITS.get(digit));
        Pen pen = Pen.drawn(dice, RADII.get(digit));
        List<List<Point>> lines = GLYPHS.get(digit).write(dice).stream().map(hand::trace).toList();
        Paper paper = new Paper();
        for (List<Point> line : fitted(lines, pen.radius())) {
            paper.draw(line, pen);
        }
        return gray(paper.pixels(), dice.between(0, 0.11), dice.between(1, 1.25));
    }

    private static List<List<Point>> fitted(List<List<Point>> lines, double radius) {
        double left = lines.stream().flatMap(List::stream).mapToDouble(Point::x).min().orElseThrow();
        double right = lines.stream().flatMap(List::stream).mapToDouble(Point::x).max().orElseThrow();
        double top = lines.stream().flatMap(List::stream).mapToDouble(Point::y).min().orElseThrow();
        double bottom = lines.stream().flatMap(List::stream).mapToDouble(Point::y).max().orElseThrow();
        double scale = (BOX - 2 * radius) / Math.max(right - left, bottom - top);
        return lines.stream().map(line -> line.stream().map(at -> new Point(
                14 + scale * (at.x() - (left + right) / 2),
                14 + scale * (at.y() - (top + bottom) / 2))).toList()).toList();
    }

    /** Blurs by handing this part of each pixel to each of its four neighbors, then deepens the ink. */
    private static byte[] gray(double[] pixels, double blur, double ink) {
        byte[] gray = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            double around = at(pixels, x - 1, y) + at(pixels, x + 1, y) + at(pixels, x, y - 1) + at(pixels, x, y + 1);
            double value = ink * (pixels[i] + blur * (around - 4 * pixels[i]));
            gray[i] = (byte) Math.round(255 * Math.clamp(value, 0, 1));
        }
        return gray;
    }

    private static double at(double[] pixels, int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : pixels[y * SIDE + x];
    }
}
