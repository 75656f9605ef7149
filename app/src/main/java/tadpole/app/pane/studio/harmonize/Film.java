package tadpole.app.pane.studio.harmonize;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The moments of a run that are kept: its beginning, the ends of its stages, the newest, and between them as many as there is room for, evenly. */
record Film(List<Frame> frames) {

    static final Film EMPTY = new Film(List.of());

    /** Of 700×558 pixels they take 47 MB. */
    static final int MOST = 40;

    Film {
        frames = List.copyOf(frames);
    }

    /** With one more; where they become too many, every second one goes. */
    Film with(Frame next) {
        List<Frame> kept = new ArrayList<>(frames);
        if (!kept.isEmpty() && kept.getLast().stage().equals(next.stage()) && kept.getLast().iteration() == next.iteration()) {
            kept.removeLast();
        }
        kept.add(next);
        if (kept.size() > MOST) {
            thin(kept);
        }
        return new Film(kept);
    }

    private static void thin(List<Frame> kept) {
        for (int i = kept.size() - 2; i > 0; i -= 2) {
            if (!kept.get(i).last()) {
                kept.remove(i);
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
