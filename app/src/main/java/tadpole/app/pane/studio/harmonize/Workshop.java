package tadpole.app.pane.studio.harmonize;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tadpole.app.job.TimeText;
import tadpole.engine.job.Job;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.HarmonizeEstimate;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.harmonize.HarmonizeOrder;
import tadpole.engine.picture.harmonize.HarmonizeState;
import tadpole.engine.picture.harmonize.Harmonized;
import tadpole.engine.picture.harmonize.HarmonizeSpeed;
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

    /** With which network a speed was measured. */
    record Measured(FeatureNetwork features, HarmonizeSpeed speed) {}

    /** Slow: not on the JavaFX thread. @param stopped asked now and then @return empty where it was stopped */
    Optional<Estimate> estimate(HarmonizeOrder order, BooleanSupplier stopped);

    Work begin(HarmonizeOrder order, Optional<HarmonizeState> from, Consumer<HarmonizeEvent> listener);

    static Workshop on(Device device) {
        return new Workshop() {

            private Optional<Measured> measured = Optional.empty();

            @Override
            public Optional<Estimate> estimate(HarmonizeOrder order, BooleanSupplier stopped) {
                Optional<String> refusal = HarmonizeEstimate.refusal(order, HarmonizeEstimate.free());
                if (refusal.isPresent()) {
                    return Optional.of(new Estimate("", refusal.get()));
                }
                return speed(order.features(), stopped).map(speed -> {
                    HarmonizeEstimate told = HarmonizeEstimate.of(order, speed);
                    return new Estimate("About %s and %d MB of memory.".formatted(TimeText.of(Math.max(1, told.seconds())), Math.max(1, told.bytes() >> 20)), "");
                });
            }

            private synchronized Optional<HarmonizeSpeed> speed(FeatureNetwork features, BooleanSupplier stopped) {
                if (measured.filter(each -> each.features() == features).isEmpty()) {
                    measured = HarmonizeSpeed.measured(features, device, stopped).map(speed -> new Measured(features, speed));
                }
                return measured.map(Measured::speed);
            }

            @Override
            public Work begin(HarmonizeOrder order, Optional<HarmonizeState> from, Consumer<HarmonizeEvent> listener) {
                Harmonizer harmonizer = new Harmonizer(order, from, device, listener);
                return new Work(harmonizer, harmonizer::mute);
            }
        };
    }
}
