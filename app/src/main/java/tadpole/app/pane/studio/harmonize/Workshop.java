package tadpole.app.pane.studio.harmonize;

import java.util.Optional;
import java.util.function.Consumer;
import tadpole.engine.job.Job;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.harmonize.HarmonizeOrder;
import tadpole.engine.picture.harmonize.HarmonizeState;
import tadpole.engine.picture.harmonize.Harmonized;
import tadpole.engine.picture.harmonize.Harmonizer;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.tensor.Device;

/** Makes the work of a run: the engine's, or in a test a scripted one. */
interface Workshop {

    /** Leaves one loss out of a running work, or takes it in again; from any thread. */
    interface Muting {
        void mute(PullName pull, boolean on);
    }

    record Work(Job<Harmonized> job, Muting muting) {}

    Work begin(HarmonizeOrder order, Optional<HarmonizeState> from, Consumer<HarmonizeEvent> listener);

    static Workshop on(Device device) {
        return (order, from, listener) -> {
            Harmonizer harmonizer = new Harmonizer(order, from, device, listener);
            return new Work(harmonizer, harmonizer::mute);
        };
    }
}
