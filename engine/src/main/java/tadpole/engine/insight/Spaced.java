package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.List;

/** Things noted along a run, never more than a bound: when it is full, every second is dropped and from then on they are twice as far apart. */
final class Spaced<T> {

    private record At<T>(long step, T thing) {}

    private final int most;
    private final List<At<T>> all = new ArrayList<>();
    private long spacing = 1;
    private long next = 1;

    Spaced(int most) {
        this.most = most;
    }

    boolean isDue(long step) {
        // A run that goes on from an earlier moment begins anew there.
        return step >= next || !all.isEmpty() && step <= all.getLast().step();
    }

    synchronized void add(long step, T thing) {
        all.removeIf(each -> each.step() >= step);
        if (all.size() == most) {
            List<At<T>> kept = new ArrayList<>();
            for (int i = 0; i < all.size(); i += 2) {
                kept.add(all.get(i));
            }
            all.clear();
            all.addAll(kept);
            spacing *= 2;
        }
        all.add(new At<>(step, thing));
    }

    /** No sooner than that is the next one due. */
    void waitUntil(long step) {
        next = Math.max(step, all.getLast().step() + spacing);
    }

    synchronized List<T> all() {
        return all.stream().map(At::thing).toList();
    }
}
