package tadpole.app.pane.train.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.app.pane.train.Looks;
import tadpole.app.pane.train.Run;

/** Runs that differ only in their seed, oldest first; mostly one alone. */
record RunGroup(List<Run> runs) {

    /** In the order of their oldest. */
    static List<RunGroup> of(List<Run> all) {
        List<List<Run>> groups = new ArrayList<>();
        for (Run run : all) {
            Optional<List<Run>> kin = groups.stream().filter(each -> Looks.differOnlyInSeed(each.getFirst(), run)).findFirst();
            kin.ifPresentOrElse(each -> each.add(run), () -> groups.add(new ArrayList<>(List.of(run))));
        }
        return groups.stream().map(each -> new RunGroup(List.copyOf(each))).toList();
    }

    Run first() {
        return runs.getFirst();
    }

    int seeds() {
        return (int) runs.stream().mapToLong(each -> each.start().seed()).distinct().count();
    }

    /** "mnist-784-100-10, 3 seeds". */
    String name() {
        String name = first().nameProperty().get();
        if (runs.size() == 1) {
            return name;
        }
        String base = name.replaceFirst("[,·]? *seed \\d+$", "");
        return "%s, %s".formatted(base.isEmpty() ? "runs" : base, seeds() == runs.size() ? seeds() + " seeds" : runs.size() + " runs");
    }
}
