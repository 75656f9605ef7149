package tadpole.app.pane.studio.harmonize;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.harmonize.HarmonizeOrder;
import tadpole.engine.picture.harmonize.HarmonizeState;
import tadpole.engine.picture.harmonize.Harmonized;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.harmonize.Stage;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.studio.Composition;

/** Makes the scene out of the layers and harmonizes it, all on the job's own thread. */
final class HarmonizeRun implements Job<Harmonized> {

    private final Task task;
    private final Function<Composition, Scene> scenes;
    private final Optional<HarmonizeState> from;
    private final Workshop workshop;
    private final Consumer<HarmonizeEvent> listener;
    private final Map<PullName, Boolean> wished = new HashMap<>();
    private Optional<Workshop.Muting> muting = Optional.empty();

    HarmonizeRun(Task task, Function<Composition, Scene> scenes, Optional<HarmonizeState> from, Workshop workshop, Consumer<HarmonizeEvent> listener) {
        this.task = task;
        this.scenes = scenes;
        this.from = from;
        this.workshop = workshop;
        this.listener = listener;
    }

    @Override
    public String name() {
        return "Harmonizing " + task.name();
    }

    /** From any thread, also before its first step. */
    synchronized void mute(PullName pull, boolean on) {
        wished.put(pull, on);
        muting.ifPresent(each -> each.mute(pull, on));
    }

    @Override
    public JobOutcome<Harmonized> run(JobControl control) {
        Scene scene = scenes.apply(task.composition());
        if (from.isEmpty()) {
            listener.accept(new HarmonizeEvent.Preview(Stage.PASS_1, 0, scene.composite()));
        }
        Workshop.Work work = workshop.begin(new HarmonizeOrder(scene, task.settings(), task.features()), from, listener);
        synchronized (this) {
            muting = Optional.of(work.muting());
            wished.forEach(work.muting()::mute);
        }
        return work.job().run(control);
    }
}
