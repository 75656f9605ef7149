package tadpole.app.pane.train;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.Set;
import tadpole.engine.training.Experiment;

/** Which color, dashes and marker each run has, by a number as {@link tadpole.app.chart.RaceMark} takes it; the same for runs that differ in their seed and in nothing else. */
public final class Looks {

    private final List<Run> runs;
    private final Map<Run, Integer> given = new WeakHashMap<>();

    Looks(List<Run> runs) {
        this.runs = runs;
    }

    /** Kept for as long as the run is. */
    public int of(Run run) {
        Integer known = given.get(run);
        if (known != null) {
            return known;
        }
        int look = runs.stream().filter(each -> given.containsKey(each) && differOnlyInSeed(each, run)).map(given::get).distinct()
                .filter(each -> !has(each, run.start().seed())).findFirst().orElseGet(this::free);
        given.put(run, look);
        return look;
    }

    private boolean has(int look, long seed) {
        return runs.stream().anyMatch(each -> each.start().seed() == seed && given.getOrDefault(each, -1) == look);
    }

    private int free() {
        Set<Integer> taken = runs.stream().filter(given::containsKey).map(given::get).collect(Collectors.toSet());
        return IntStream.iterate(0, i -> i + 1).filter(i -> !taken.contains(i)).findFirst().orElseThrow();
    }

    /** Whether they are one experiment with other seeds, or the same once more. */
    public static boolean differOnlyInSeed(Run one, Run other) {
        return one.dataset() == other.dataset() && seedless(one.start()).equals(seedless(other.start()))
                && one.origin().map(Origin::step).equals(other.origin().map(Origin::step))
                && one.origin().map(Origin::parent).equals(other.origin().map(Origin::parent));
    }

    private static Experiment seedless(Experiment experiment) {
        return new Experiment("", "", experiment.data(), experiment.layers(), experiment.loss(), experiment.optimizer(), experiment.schedule(),
                experiment.training(), 0, experiment.start());
    }
}
