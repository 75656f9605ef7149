package tadpole.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tadpole.app.job.RunningJob;

/** What would be lost if the window closed now. */
final class Farewell {

    private Farewell() {}

    /**
     * In sentences, one a line; empty where nothing is lost. Jobs that have no end of their own, such as play, are no loss.
     *
     * @param running all jobs that go on
     * @param unsaved what the panes say of themselves
     */
    static Optional<String> losses(List<RunningJob<?>> running, Stream<String> unsaved) {
        List<String> all = new ArrayList<>();
        running.stream().filter(job -> job.progressProperty().get().isKnown()).map(job -> job.name() + " goes on.").forEach(all::add);
        unsaved.forEach(all::add);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", all));
    }
}
