package tadpole.engine.doctor;

import java.util.List;
import java.util.Optional;
import tadpole.engine.schedule.Constant;

/** A schedule that is over long before the run: the rest of it stands still. */
final class EarlyEnd implements Rule {

    private static final double LOW = 0.01;
    private static final double STANDS = 0.3;
    private static final long STEPS = 2000;

    @Override
    public String id() {
        return "schedule-ended";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (s.epochs().size() < 4 || s.pulses().isEmpty()) {
            return Optional.empty();
        }
        double top = s.pulses().stream().mapToDouble(Pulse::rate).max().orElseThrow();
        List<Pulse> low = s.pulses().stream().filter(each -> each.rate() < LOW * top && each.step() > s.pulses().getFirst().step() + s.steps() / 10).toList();
        double share = low.isEmpty() ? 0 : 1 - (double) low.getFirst().step() / s.steps();
        double done = (double) s.steps() / s.facts().plannedSteps();
        if (low.isEmpty() || share * done < STANDS || !(s.loss().now() >= 0.1 * s.begin())) {
            return Optional.empty();
        }
        return suspect("The schedule ended too early", "From step %d on the rate is below a hundredth of its top %s: since then the loss stands at %s.".formatted(
                low.getFirst().step(), Words.setting(top), Words.number(s.loss().now())),
                Optional.of(Trials.trial(s.experiment(), "constant rate", own -> own.withSchedule(Constant.RECIPE.standard()),
                        Math.min(s.steps(), STEPS), Trial.Goal.LOSS_LOWER, Trials.LOWER)));
    }
}
