package tadpole.app.pane.studio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullValue;

/** How strongly each loss of each layer pulled, from the first iteration of a run to its newest, and which ones are to be left out. */
public final class PullHistory {

    private static final int MOST = 600;

    /**
     * One iteration.
     *
     * @param number counted from 1 over all stages
     * @param stage  in words, "Pass 2"
     * @param shares of the pull on the pixels, 0 to 1, in the order in which the run tells its losses; of one that was not measured now the last one known
     * @param losses each in parts of what it was when its stage began
     */
    public record Moment(int number, String stage, Map<PullName, Double> shares, Map<PullName, Double> losses) {

        /** All of a kind together; kinds that did not act are missing. */
        public Map<PullName.Kind, Double> sharesByKind() {
            Map<PullName.Kind, Double> sums = new EnumMap<>(PullName.Kind.class);
            shares.forEach((name, share) -> sums.merge(name.kind(), share, Double::sum));
            return sums;
        }

        /** The mean of a kind's losses. */
        public Map<PullName.Kind, Double> lossesByKind() {
            Map<PullName.Kind, Double> means = new EnumMap<>(PullName.Kind.class);
            losses.forEach((name, _) -> means.computeIfAbsent(name.kind(), kind -> losses.entrySet().stream()
                    .filter(each -> each.getKey().kind() == kind).mapToDouble(Map.Entry::getValue).average().orElse(Double.NaN)));
            return means;
        }
    }

    private final List<Moment> kept = new ArrayList<>();
    private final Map<PullName, Double> last = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<Moment>> moments = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<PullName>> muted = new ReadOnlyObjectWrapper<>(Set.of());
    private final Map<PullName, Double> atStart = new HashMap<>();
    private String stage = "";
    private int number;
    private int every = 1;

    /** Every n-th of all iterations, so that they are at most 600, and the newest. */
    public ReadOnlyObjectProperty<List<Moment>> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    /** Losses that are to be left out, by themselves; the run is to see to it. */
    public ReadOnlyObjectProperty<Set<PullName>> mutedProperty() {
        return muted.getReadOnlyProperty();
    }

    public void mute(PullName pull, boolean on) {
        Set<PullName> next = new LinkedHashSet<>(muted.get());
        if (on ? next.add(pull) : next.remove(pull)) {
            muted.set(Set.copyOf(next));
        }
    }

    /** Another run begins. */
    public void clear() {
        kept.clear();
        last.clear();
        atStart.clear();
        number = 0;
        every = 1;
        moments.set(List.of());
        muted.set(Set.of());
    }

    /** Some iterations, in their order. */
    public void add(List<HarmonizeEvent.Iterated> iterations) {
        if (!iterations.isEmpty()) {
            iterations.forEach(each -> keep(each.stage().label(), each.pulls()));
            moments.set(List.copyOf(kept));
        }
    }

    /** One iteration. @param now the stage in words */
    public void add(String now, List<PullValue> pulls) {
        keep(now, pulls);
        moments.set(List.copyOf(kept));
    }

    private void keep(String now, List<PullValue> pulls) {
        if (!now.equals(stage)) {
            stage = now;
            last.clear();
            atStart.clear();
        }
        Map<PullName, Double> losses = new HashMap<>();
        Map<PullName, Double> shares = new LinkedHashMap<>();
        double sum = 0;
        for (PullValue pull : pulls) {
            if (pull.muted()) {
                last.put(pull.name(), 0.0);
            } else if (!Double.isNaN(pull.share())) {
                last.put(pull.name(), pull.share());
            }
            double share = last.getOrDefault(pull.name(), 0.0);
            shares.put(pull.name(), share);
            if (Double.isFinite(pull.loss())) {
                double start = atStart.computeIfAbsent(pull.name(), _ -> pull.loss());
                losses.put(pull.name(), start > 0 ? pull.loss() / start : 1);
            }
            sum += share;
        }
        double all = sum;
        if (all > 0) {
            shares.replaceAll((_, share) -> share / all);
        }
        keep(new Moment(++number, stage, shares, losses));
    }

    private void keep(Moment moment) {
        if (!kept.isEmpty() && (kept.getLast().number() - 1) % every != 0) {
            kept.removeLast();
        }
        kept.add(moment);
        if (kept.size() > MOST) {
            every *= 2;
            kept.removeIf(each -> (each.number() - 1) % every != 0 && each != moment);
        }
    }
}
