package tadpole.app.pane.train.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.app.pane.train.Looks;
import tadpole.app.pane.train.Run;

/**
 * Runs that differ in their seed and in nothing else, oldest first; mostly one alone. The same seed once more, and
 * one that was changed otherwise while it ran, is a group of its own.
 */
record RunGroup(List<Run> runs) {

    /** In the order of their oldest. */
    static List<RunGroup> of(List<Run> all) {
        List<List<Run>> groups = new ArrayList<>();
        for (Run run : all) {
            Optional<List<Run>> kin = groups.stream().filter(each -> Looks.differOnlyInSeed(each.getFirst(), run))
                    .filter(each -> each.getFirst().curves().flags().equals(run.curves().flags()))
                    .filter(each -> each.stream().noneMatch(other -> other.start().seed() == run.start().seed())).findFirst();
            kin.ifPresentOrElse(each -> each.add(run), () -> groups.add(new ArrayList<>(List.of(run))));
        }
        return groups.stream().map(each -> new RunGroup(List.copyOf(each))).toList();
    }

    Run first() {
        return runs.getFirst();
    }

    /** "mnist-784-100-10, 3 seeds". */
    String name() {
        String name = first().nameProperty().get();
        if (runs.size() == 1) {
            return name;
        }
        String base = name.replaceFirst("[,·]? *seed \\d+$", "");
        return "%s, %d seeds".formatted(base.isEmpty() ? "runs" : base, runs.size());
    }
}
