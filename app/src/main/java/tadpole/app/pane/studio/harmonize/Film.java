package tadpole.app.pane.studio.harmonize;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The moments of a run that are kept: its beginning, the ends of its stages, the newest, and between them every n-th, so that they are at most {@link #MOST}.
 *
 * @param numbers of each frame among all that were ever shown, from 0
 * @param every   n
 */
record Film(List<Frame> frames, List<Integer> numbers, int every) {

    static final Film EMPTY = new Film(List.of(), List.of(), 1);

    /** Of 700×558 pixels they take 47 MB. */
    static final int MOST = 40;

    Film {
        frames = List.copyOf(frames);
        numbers = List.copyOf(numbers);
    }

    /** With one more; where they become too many, every second one goes. */
    Film with(Frame next) {
        List<Frame> kept = new ArrayList<>(frames);
        List<Integer> of = new ArrayList<>(numbers);
        int number = numbers.isEmpty() ? 0 : numbers.getLast() + 1;
        if (!kept.isEmpty() && kept.getLast().stage().equals(next.stage()) && kept.getLast().iteration() == next.iteration()) {
            number = of.removeLast();
            kept.removeLast();
        }
        kept.add(next);
        of.add(number);
        int stride = every;
        thin(kept, of, stride, kept.size() - 2);
        while (kept.size() > MOST && stride <= number) {
            stride *= 2;
            thin(kept, of, stride, 1);
        }
        return new Film(kept, of, stride);
    }

    /** @param from the first that may go; the very first and the newest never do */
    private static void thin(List<Frame> kept, List<Integer> of, int stride, int from) {
        for (int i = kept.size() - 2; i >= Math.max(1, from); i--) {
            if (!kept.get(i).last() && of.get(i) % stride != 0) {
                kept.remove(i);
                of.remove(i);
            }
        }
    }

    /** So many of them at most, in order: first the newest and the beginning, then ends of stages, then those between, evenly. */
    List<Frame> strip(int most) {
        TreeSet<Integer> shown = new TreeSet<>();
        if (!frames.isEmpty() && most > 0) {
            shown.add(frames.size() - 1);
        }
        if (!frames.isEmpty() && most > 1) {
            shown.add(0);
        }
        for (int i = frames.size() - 1; i >= 0 && shown.size() < most; i--) {
            if (frames.get(i).last()) {
                shown.add(i);
            }
        }
        while (shown.size() < Math.min(most, frames.size())) {
            shown.add(middleOfTheWidestGap(shown));
        }
        return shown.stream().map(frames::get).toList();
    }

    private static int middleOfTheWidestGap(TreeSet<Integer> shown) {
        int before = shown.first();
        int from = before;
        int widest = 0;
        for (int at : shown) {
            if (at - before > widest) {
                widest = at - before;
                from = before;
            }
            before = at;
        }
        return from + widest / 2;
    }
}
