package tadpole.app.pane.race;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.Standing;

/** What is said of a race in one line. */
final class RaceWords {

    private RaceWords() {}

    static String ended(RaceResult done, boolean stopped) {
        if (done.runs().isEmpty()) {
            return "Stopped before a run had ended: there is no ranking.";
        }
        return String.format(Locale.ROOT, "%s%d %s in %.1f s. %s", stopped ? "Stopped after " : "", done.runs().size(),
                done.runs().size() == 1 ? "run" : "runs", done.seconds(), ranking(done));
    }

    /** What the ranking says, and what it does not. */
    private static String ranking(RaceResult done) {
        List<Standing> all = done.standings();
        Standing first = all.getFirst();
        if (first.diverged() > 0) {
            return "All diverged. Try smaller rates.";
        }
        List<Standing> tied = done.first();
        if (tied.size() > 1) {
            return tied.size() == all.size() && all.size() > 2
                    ? "Nobody is apart from the first: they differ by less than their seeds do."
                    : "%s are not apart: they differ by less than their seeds do.".formatted(
                            tied.stream().map(each -> label(done, each)).collect(Collectors.joining(", ")));
        }
        if (all.size() == 1) {
            return label(done, first) + " has nobody beside it.";
        }
        return first.spread().isEmpty() ? label(done, first) + " comes first, but one seed says nothing of chance."
                : label(done, first) + " is first, by more than its seeds differ.";
    }

    private static String label(RaceResult done, Standing standing) {
        return done.plan().contestants().get(standing.contestant()).label();
    }
}
