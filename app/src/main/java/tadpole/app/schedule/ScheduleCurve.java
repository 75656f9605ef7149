package tadpole.app.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.schedule.Course;
import tadpole.engine.schedule.Move;
import tadpole.engine.schedule.Schedule;

/**
 * Rate and momentum over a whole run, as the schedule itself gives them, thinned: what lies on a straight line between its
 * neighbors, on the linear axis and on the logarithmic one, is left out, so that corners stay where they are. Of more than
 * 65 536 steps every n-th is looked at.
 *
 * @param points from the first step to the last
 */
public record ScheduleCurve(List<SchedulePoint> points) {

    private static final int MOST_ASKED = 1 << 16;
    private static final int MOST_KEPT = 2000;
    private static final int BUCKETS = 500;
    /** Of the axis' height. */
    private static final double TOLERANCE = 5e-4;
    /** Rates below this share of the highest are at the foot of a logarithmic axis. */
    static final double FOOT = 1e-6;

    public ScheduleCurve {
        points = List.copyOf(points);
    }

    /** @param first where the run begins: its rate, the optimizer's momentum, its length */
    static ScheduleCurve of(Schedule schedule, Course first) {
        List<SchedulePoint> all = ask(schedule, first);
        BitSet kept = corners(all);
        return new ScheduleCurve((kept.cardinality() > MOST_KEPT ? envelope(all) : kept).stream().mapToObj(all::get).toList());
    }

    static SchedulePoint at(Schedule schedule, Course first, long step) {
        Move move = schedule.at(new Course(first.rate(), first.momentum(), step, first.steps(), first.stepsAnEpoch()));
        return new SchedulePoint(step, move.rate(), move.momentum());
    }

    /** The first step with the highest rate. */
    public SchedulePoint peak() {
        return points.stream().reduce((best, each) -> each.rate() > best.rate() ? each : best).orElseThrow();
    }

    public SchedulePoint start() {
        return points.getFirst();
    }

    public SchedulePoint end() {
        return points.getLast();
    }

    public double leastRate() {
        return points.stream().mapToDouble(SchedulePoint::rate).min().orElseThrow();
    }

    public boolean hasMomentum() {
        return start().momentum().isPresent();
    }

    private static List<SchedulePoint> ask(Schedule schedule, Course first) {
        int asked = (int) Math.min(MOST_ASKED, first.steps());
        List<SchedulePoint> all = new ArrayList<>(asked);
        for (int i = 0; i < asked; i++) {
            long step = asked == first.steps() ? i : Math.round((double) i * (first.steps() - 1) / (asked - 1));
            all.add(at(schedule, first, step));
        }
        return all;
    }

    /** Ramer, Douglas and Peucker's way, by the distance straight up or down; the peak stays even where it is round. */
    private static BitSet corners(List<SchedulePoint> all) {
        List<double[]> lines = lines(all);
        BitSet kept = new BitSet(all.size());
        int highest = IntStream.range(0, all.size()).reduce(0, (best, i) -> all.get(i).rate() > all.get(best).rate() ? i : best);
        kept.set(0);
        kept.set(highest);
        kept.set(all.size() - 1);
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {0, highest});
        open.push(new int[] {highest, all.size() - 1});
        while (!open.isEmpty()) {
            int[] span = open.pop();
            int corner = farthest(all, lines, span[0], span[1]);
            if (corner > 0) {
                kept.set(corner);
                open.push(new int[] {span[0], corner});
                open.push(new int[] {corner, span[1]});
            }
        }
        return kept;
    }

    /** Rate, logarithm of the rate, and momentum where it moves, each as a share of its own range. */
    private static List<double[]> lines(List<SchedulePoint> all) {
        double most = all.stream().mapToDouble(SchedulePoint::rate).max().orElseThrow();
        List<double[]> lines = new ArrayList<>();
        lines.add(all.stream().mapToDouble(SchedulePoint::rate).toArray());
        lines.add(all.stream().mapToDouble(each -> Math.log10(Math.max(each.rate(), FOOT * most))).toArray());
        lines.add(all.stream().mapToDouble(each -> each.momentum().orElse(0)).toArray());
        lines.removeIf(line -> !scale(line));
        return lines;
    }

    private static boolean scale(double[] line) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double each : line) {
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
        for (int i = 0; i < line.length; i++) {
            line[i] = (line[i] - least) / (most - least);
        }
        return most > least;
    }

    /** The place farthest from the straight line between two others; 0 where all lie on it. */
    private static int farthest(List<SchedulePoint> all, List<double[]> lines, int from, int to) {
        double most = TOLERANCE;
        int at = 0;
        double length = all.get(to).step() - all.get(from).step();
        for (double[] line : lines) {
            for (int i = from + 1; i < to; i++) {
                double share = (all.get(i).step() - all.get(from).step()) / length;
                double away = Math.abs(line[i] - (line[from] + (line[to] - line[from]) * share));
                if (away > most) {
                    most = away;
                    at = i;
                }
            }
        }
        return at;
    }

    /** Of what goes up and down more often than a screen can show: in every stretch the lowest and the highest. */
    private static BitSet envelope(List<SchedulePoint> all) {
        BitSet kept = new BitSet(all.size());
        kept.set(0);
        kept.set(all.size() - 1);
        Comparator<Integer> byRate = Comparator.comparingDouble(i -> all.get(i).rate());
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int least = bucket * all.size() / BUCKETS;
            int most = least;
            for (int i = least + 1; i < (bucket + 1) * all.size() / BUCKETS; i++) {
                least = byRate.compare(i, least) < 0 ? i : least;
                most = byRate.compare(i, most) > 0 ? i : most;
            }
            kept.set(least);
            kept.set(most);
        }
        return kept;
    }
}
