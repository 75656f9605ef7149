package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * Things noted along a run, the steps between them wide enough that they cost little, and never more than a bound: when it is full, every
 * second is dropped and from then on they are twice as far apart.
 */
final class Spaced<T> {

    private record At<T>(long step, T thing) {}

    private final int most;
    private final double share;
    private final List<At<T>> all = new ArrayList<>();
    private long spacing = 1;
    private long next = 1;
    private double usual;

    /** @param share of the training time that noting may take */
    Spaced(int most, double share) {
        this.most = most;
        this.share = share;
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

    /** Says when the next is due. @param cost of the last one, and {@code ofAStep} without any, in the same unit */
    void costs(long step, double cost, double ofAStep) {
        // Now and then the machine does something else in the midst of it: that is no cost of noting.
        usual = usual == 0 ? cost : Math.min(cost, 2 * usual);
        long cheap = ofAStep > 0 ? (long) Math.min(1e9, Math.ceil(usual / (share * ofAStep))) : 1;
        next = step + Math.max(spacing, cheap);
    }

    synchronized List<T> all() {
        return all.stream().map(At::thing).toList();
    }
}
