package tadpole.app.pane.train.runs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Looks;
import tadpole.app.pane.train.Run;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Experiment;

/** Repeats a run with other seeds, one after another: each uses all cores, so several at once would end no earlier. */
final class SeedSeries {

    static final int SEEDS = 5;

    private final Lab lab;
    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
    private Optional<Run> current = Optional.empty();

    private record Wanted(Experiment experiment, String name, Dataset dataset) {}

    SeedSeries(Lab lab) {
        this.lab = lab;
        lab.onNews(this::hear);
    }

    /** How many still wait. */
    ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** So many seeds in all, those that are there already among them. */
    void run(Run like) {
        String base = like.nameProperty().get().replaceFirst(", seed \\d+$", "");
        List<Long> there = lab.runs().stream().filter(each -> Looks.differOnlyInSeed(each, like)).map(each -> each.start().seed()).distinct().toList();
        LongStream.iterate(like.start().seed() + 1, seed -> seed + 1).filter(seed -> !there.contains(seed))
                .limit(Math.max(0, SEEDS - there.size()))
                .forEach(seed -> waiting.add(new Wanted(like.start().withSeed(seed), "%s, seed %d".formatted(base, seed), like.dataset())));
        if (like.state().isGoingOn()) {
            current = Optional.of(like);
        }
        next();
    }

    /** What goes on goes on; nothing follows it. */
    void cancel() {
        waiting.clear();
        left.set(0);
    }

    private void hear(Run run) {
        if (current.filter(each -> each == run).isEmpty() || run.state().isGoingOn() || run.state() == WorkState.READY) {
            return;
        }
        current = Optional.empty();
        // Who stops one of them by hand wants no more of them.
        if (run.line().startsWith("Stopped")) {
            cancel();
        }
        next();
    }

    private void next() {
        left.set(waiting.size());
        if (current.isPresent() || waiting.isEmpty()) {
            return;
        }
        Wanted wanted = waiting.poll();
        left.set(waiting.size());
        if (lab.desk().workspace().datasetProperty().get().filter(open -> open == wanted.dataset()).isEmpty()) {
            lab.desk().messages().failed("Seeds run on the data of the run: open %s again, then start them anew.".formatted(wanted.dataset().title()));
            cancel();
            return;
        }
        lab.start(wanted.experiment(), wanted.name());
        current = lab.runs().reversed().stream().filter(each -> each.start().equals(wanted.experiment())).findFirst();
    }
}
