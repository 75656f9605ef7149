package tadpole.engine.training;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedule;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Parameter;

/** What people want changed from the next step on, checked, in order. Any thread. */
final class Wishes {

    private final Queue<Wish> all = new ConcurrentLinkedQueue<>();

    sealed interface Wish {
        record Settings(UnaryOperator<Experiment> edit) implements Wish {}

        record Weight(Parameter parameter, int index, float value) implements Wish {}
    }

    /** The oldest, which is then gone. */
    Optional<Wish> next() {
        return Optional.ofNullable(all.poll());
    }

    void rate(double wanted) {
        requireInBounds(Optimizers.RATE, wanted);
        add(now -> now.withRate(wanted));
    }

    void batchSize(int wanted) {
        requireInBounds(TrainingPlan.BATCH, wanted);
        add(now -> now.withTraining(now.training().with(TrainingPlan.BATCH, (long) wanted)));
    }

    void optimizer(Spec wanted) {
        try {
            Recipe.find(Optimizers.ALL, "optimizer", wanted.type());
        } catch (SettingException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
        add(now -> now.withOptimizer(wanted));
    }

    void schedule(Spec wanted) {
        made(wanted);
        add(now -> now.withSchedule(wanted));
    }

    static Schedule made(Spec schedule) {
        try {
            return Recipe.find(Schedules.ALL, "schedule", schedule.type()).maker().make(schedule.settings());
        } catch (SettingException misfit) {
            throw new IllegalArgumentException(misfit.getMessage(), misfit);
        }
    }

    void plan(TrainingPlan wanted) {
        add(now -> now.withTraining(new TrainingPlan(wanted.settings(), now.training().order())));
    }

    void weight(List<Parameter> of, String name, int index, double value) {
        Parameter parameter = of.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The network has no parameter \"%s\".".formatted(name)));
        if (index < 0 || index >= parameter.size()) {
            throw new IllegalArgumentException("%s has the numbers 0 to %d, but none at %d.".formatted(name, parameter.size() - 1, index));
        }
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException("A weight must be a finite number, but is %s.".formatted(value));
        }
        all.add(new Wish.Weight(parameter, index, (float) value));
    }

    private void add(UnaryOperator<Experiment> edit) {
        all.add(new Wish.Settings(edit));
    }

    private static void requireInBounds(Setting setting, Number value) {
        try {
            setting.check(value);
        } catch (SettingException outside) {
            throw new IllegalArgumentException(outside.getMessage(), outside);
        }
    }
}
