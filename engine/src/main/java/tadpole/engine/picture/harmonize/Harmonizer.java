package tadpole.engine.picture.harmonize;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.tensor.Device;

/** Deep painterly harmonization, pass 1, pass 2 and the finish. Luan, Paris, Shechtman, Bala 2018. */
public final class Harmonizer implements Job<Harmonized> {

    private final HarmonizeOrder order;
    private final Optional<HarmonizeState> from;
    private final Device device;
    private final Consumer<HarmonizeEvent> listener;
    private final Set<PullName> muted = ConcurrentHashMap.newKeySet();

    /** @param from where a stopped one was, empty for a new one @param listener told on the thread that runs the job */
    public Harmonizer(HarmonizeOrder order, Optional<HarmonizeState> from, Device device, Consumer<HarmonizeEvent> listener) {
        this.order = order;
        this.from = from;
        this.device = device;
        this.listener = listener;
    }

    /** Leaves one loss out from the next iteration on, or takes it in again; from any thread. */
    public void mute(PullName pull, boolean on) {
        if (on) {
            muted.add(pull);
        } else {
            muted.remove(pull);
        }
    }

    @Override
    public String name() {
        return "Harmonizing " + order.scene().composite().name();
    }

    @Override
    public JobOutcome<Harmonized> run(JobControl control) {
        if (order.scene().tight().isEmpty()) {
            return failed(new IllegalArgumentException("The mask is empty: nothing of the picture is to be harmonized. Paint the mask over the object."));
        }
        try {
            return new HarmonizeRun(order, from, device, listener, muted, control).run();
        } catch (IllegalArgumentException refused) {
            return failed(refused);
        } catch (OutOfMemoryError full) {
            return new JobOutcome.Failed<>("The memory is full. Take a smaller size, or fewer steps of L-BFGS's history.", full);
        }
    }

    private static JobOutcome<Harmonized> failed(IllegalArgumentException refused) {
        return new JobOutcome.Failed<>(refused.getMessage(), refused);
    }
}
