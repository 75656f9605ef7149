package tadpole.app.pane.train.inside;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.Jobs;
import tadpole.app.job.Newest;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.Sight;
import tadpole.engine.insight.Silence;
import tadpole.engine.insight.SilentUnits;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.tensor.Device;

/**
 * Which units are silent at the moment looked at, on as many samples as can be asked quickly; on all of them where one asks for it, as a
 * job. On the JavaFX thread.
 */
final class SilentModel {

    private static final double LIVE_SECONDS = 0.15;
    private static final double RESTING_SECONDS = 2;
    private static final int FIRST = 100;

    /** @param at where it was asked */
    record Heard(Sight at, Silence silence) {}

    private final Device device;
    private final Executor ui;
    private final Newest<Question> newest;
    private final Watched<Progress, Silence> whole;
    private final Calm calm = new Calm(System::nanoTime);
    private final ReadOnlyObjectWrapper<Optional<Heard>> heard = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Sight> sight = Optional.empty();
    private volatile int number;
    private volatile double secondsEach;

    private record Question(Sight sight, boolean resting, int number) {}

    /** @param background one task at a time; waits while samples are asked */
    SilentModel(Device device, Executor background, Jobs jobs) {
        this.device = device;
        this.ui = jobs.ui();
        this.whole = new Watched<>(jobs);
        this.newest = new Newest<>(background, question -> calm.measure(() -> answer(question)));
    }

    /** What was found at last; stays while newer is looked for. */
    ReadOnlyObjectProperty<Optional<Heard>> heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /** Whether all samples are asked by a job. */
    ReadOnlyObjectProperty<WorkState> wholeProperty() {
        return whole.stateProperty();
    }

    void look(Optional<Sight> at) {
        boolean running = at.filter(now -> now.live() && now.run().state() == WorkState.RUNNING).isPresent();
        boolean another = !at.map(Sight::run).equals(sight.map(Sight::run));
        boolean same = at.equals(sight);
        sight = at;
        if (at.isEmpty()) {
            number++;
            newest.drop();
            heard.set(Optional.empty());
        } else if (!same && (another || calm.isDue(running))) {
            number++;
            newest.ask(new Question(at.get(), !running, number));
        }
    }

    /** Asks all samples, in a job that one can stop. */
    void askAll() {
        sight.ifPresent(now -> whole.start(false, _ -> SilentUnits.of(now.network(), device, Integer.MAX_VALUE), new Watched.Listener<>() {
            @Override
            public void hear(List<Progress> events) {}

            @Override
            public void ended(Silence result) {
                show(now, result);
            }

            @Override
            public void failed(String why) {}
        }));
    }

    private void answer(Question question) {
        double seconds = question.resting() ? RESTING_SECONDS : LIVE_SECONDS;
        int all = question.sight().network().samples().size();
        int most = secondsEach == 0 ? Math.min(FIRST, all) : (int) Math.clamp(seconds / secondsEach, FIRST, Integer.MAX_VALUE);
        Silence found = ask(question, nearlyAll(most, all));
        if (question.resting() && found.samples() < all && seconds / secondsEach > 2.0 * found.samples()) {
            found = ask(question, nearlyAll((int) Math.clamp(seconds / secondsEach, FIRST, Integer.MAX_VALUE), all));
        }
        Silence told = found;
        if (question.number() == number || !question.resting()) {
            ui.execute(() -> show(question.sight(), told));
        }
    }

    private static int nearlyAll(int most, int all) {
        return most >= all ? all : most / FIRST * FIRST;
    }

    /** Broken off where another moment is looked at meanwhile. */
    private Silence ask(Question question, int most) {
        long from = System.nanoTime();
        JobOutcome<Silence> outcome = SilentUnits.of(question.sight().network(), device, most).run(new JobControl() {
            @Override
            public boolean proceed() {
                return !isStopped();
            }

            @Override
            public boolean isStopped() {
                return question.resting() && question.number() != number;
            }

            @Override
            public void report(Progress progress) {}
        });
        Silence found = switch (outcome) {
            case JobOutcome.Finished<Silence>(Silence silence) -> silence;
            case JobOutcome.Stopped<Silence>(Silence silence) -> silence;
            case JobOutcome.Failed<Silence>(String why, Throwable cause) -> throw new IllegalStateException(why, cause);
        };
        secondsEach = Math.max(1e-7, (System.nanoTime() - from) / 1e9 / Math.max(1, found.samples()));
        return found;
    }

    private void show(Sight at, Silence found) {
        if (sight.filter(now -> now.run() == at.run()).isPresent() && found.samples() > 0) {
            heard.set(Optional.of(new Heard(at, found)));
        }
    }
}
