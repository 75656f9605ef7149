package tadpole.app.pane.studio.harmonize;

import java.util.Optional;
import java.util.function.Consumer;
import tadpole.app.job.TimeText;
import tadpole.engine.job.Job;
import tadpole.engine.picture.harmonize.HarmonizeEstimate;
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

    /**
     * What a start would take.
     *
     * @param words   "About 0:40 and 310 MB of memory."
     * @param refusal why it does not fit, with what does; empty where it fits
     */
    record Estimate(String words, String refusal) {}

    /** Slow: not on the JavaFX thread. */
    Estimate estimate(HarmonizeOrder order);

    Work begin(HarmonizeOrder order, Optional<HarmonizeState> from, Consumer<HarmonizeEvent> listener);

    static Workshop on(Device device) {
        return new Workshop() {

            @Override
            public Estimate estimate(HarmonizeOrder order) {
                Optional<String> refusal = HarmonizeEstimate.refusal(order, HarmonizeEstimate.free());
                if (refusal.isPresent()) {
                    return new Estimate("", refusal.get());
                }
                HarmonizeEstimate told = HarmonizeEstimate.of(order, device);
                return new Estimate("About %s and %d MB of memory.".formatted(TimeText.of(told.seconds()), Math.max(1, told.bytes() >> 20)), "");
            }

            @Override
            public Work begin(HarmonizeOrder order, Optional<HarmonizeState> from, Consumer<HarmonizeEvent> listener) {
                Harmonizer harmonizer = new Harmonizer(order, from, device, listener);
                return new Work(harmonizer, harmonizer::mute);
            }
        };
    }
}
