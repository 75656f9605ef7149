package tadpole.samples.digits;

import java.util.ArrayList;
import java.util.List;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Point;

/**
 * A writer's hand: what it does to every stroke of one digit.
 *
 * <p>It trembles (each knot a little off), hurries (corners cut, by averaging neighbors along the line), bends the paper
 * (two slow waves a direction) and leans, turns and narrows what it writes.
 */
final class Hand {

    /** How wide and how slanted a digit is written on the average, compared with its glyph, and how much writers differ. */
    record Habit(double widening, double slant, double slantDeviation) {
    }

    private final Dice dice;
    private final double tremble;
    private final int hurry;
    private final double narrow;
    private final double slant;
    private final double cosine;
    private final double sine;
    private final double[] waves = new double[12];

    Hand(Dice dice, Habit habit) {
        this.dice = dice;
        tremble = dice.between(0.01, 0.046);
        hurry = dice.below(12);
        narrow = StrictMath.exp(dice.around(habit.widening(), 0.2));
        slant = dice.around(habit.slant(), habit.slantDeviation());
        double turn = StrictMath.toRadians(dice.around(0, 7));
        cosine = StrictMath.cos(turn);
        sine = StrictMath.sin(turn);
        double bend = dice.between(0.015, 0.075);
        for (int i = 0; i < waves.length; i += 3) {
            waves[i] = dice.around(0, bend);
            waves[i + 1] = dice.between(2, 6.5);
            waves[i + 2] = dice.between(0, 2 * StrictMath.PI);
        }
    }

    List<Point> trace(Stroke stroke) {
        List<Point> line = even(stroke.shaken(dice, tremble).line(), 0.02);
        for (int i = 0; i < hurry; i++) {
            line = cutCorners(line);
        }
        return line.stream().map(this::place).toList();
    }

    /** The line in steps of one length, so that hurrying cuts all corners alike. */
    private static List<Point> even(List<Point> line, double step) {
        List<Point> even = new ArrayList<>();
        Point last = line.getFirst();
        even.add(last);
        for (Point next : line) {
            double away = last.distance(next);
            while (away >= step) {
                last = last.toward(next, step / away);
                even.add(last);
                away = last.distance(next);
            }
        }
        even.add(line.getLast());
        return even;
    }

    private static List<Point> cutCorners(List<Point> line) {
        List<Point> cut = new ArrayList<>(line);
        for (int i = 1; i + 1 < line.size(); i++) {
            Point middle = line.get(i - 1).toward(line.get(i + 1), 0.5);
            cut.set(i, line.get(i).toward(middle, 2 / 3.0));
        }
        return cut;
    }

    private Point place(Point at) {
        double x = at.x() - 0.3;
        double y = at.y() - 0.5;
        double bentX = x + wave(0, y) + wave(3, x + y);
        double bentY = y + wave(6, x) + wave(9, x - y);
        double leaning = narrow * bentX - slant * bentY;
        return new Point(cosine * leaning - sine * bentY, sine * leaning + cosine * bentY);
    }

    private double wave(int at, double along) {
        return waves[at] * StrictMath.sin(waves[at + 1] * along + waves[at + 2]);
    }
}
