package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.optimizer.Optimizers;

/** Weight decay that pulls harder than the data: the weights shrink to nothing. */
final class StrongDecay implements Rule {

    private static final String KEY = "weightDecay";

    @Override
    public String id() {
        return "strong-decay";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        Optional<Double> decay = decay(s);
        if (decay.isEmpty() || s.pulses().size() < 5 || !s.fromStart()) {
            return Optional.empty();
        }
        double first = norm(s.pulses().getFirst());
        double now = norm(s.pulses().getLast());
        if (now > 0.4 * first || s.loss().now() < 0.5 * s.loss().first()) {
            return Optional.empty();
        }
        return ill("Weight decay is too strong", "At %s it shrank the weights' length from %s to %s, and the loss stays at %s.".formatted(
                Words.setting(decay.get()), Words.number(first), Words.number(now), Words.number(s.loss().now())),
                Trials.lower(s, "no weight decay", own -> own.withOptimizer(Trials.with(Optimizers.ALL, own.optimizer(), KEY, 0.0))));
    }

    private static Optional<Double> decay(Symptoms s) {
        return Optional.ofNullable((Double) s.experiment().optimizer().settings().asMap().get(KEY)).filter(decay -> decay > 0);
    }

    private static double norm(Pulse pulse) {
        return Math.sqrt(pulse.layers().stream().mapToDouble(each -> each.weight() * each.weight()).sum());
    }
}
