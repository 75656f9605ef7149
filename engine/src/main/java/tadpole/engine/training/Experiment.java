package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/**
 * Everything a run depends on; what an experiment file holds. Same experiment, same data: the same numbers to the
 * last bit.
 *
 * @param name  short, as its file is called
 * @param about one or two sentences for people; may be empty
 * @param start values of parameters that are given instead of drawn
 */
public record Experiment(
        String name,
        String about,
        DataPlan data,
        List<Spec> layers,
        Spec loss,
        Spec optimizer,
        Spec schedule,
        TrainingPlan training,
        long seed,
        StartValues start) {

    public static final Setting.Whole SEED = new Setting.Whole("seed", "Seed", 1L, 0, Long.MAX_VALUE, "",
            "Where all randomness comes from. Same seed, same numbers. Default 1.");

    public Experiment {
        layers = List.copyOf(layers);
    }

    /** One whose parameters are all drawn. */
    public Experiment(String name, String about, DataPlan data, List<Spec> layers, Spec loss, Spec optimizer, Spec schedule,
            TrainingPlan training, long seed) {
        this(name, about, data, layers, loss, optimizer, schedule, training, seed, StartValues.NONE);
    }

    public Experiment withName(String other) {
        return new Experiment(other, about, data, layers, loss, optimizer, schedule, training, seed, start);
    }

    public Experiment withData(DataPlan other) {
        return new Experiment(name, about, other, layers, loss, optimizer, schedule, training, seed, start);
    }

    public Experiment withLayers(List<Spec> other) {
        return new Experiment(name, about, data, other, loss, optimizer, schedule, training, seed, start);
    }

    public Experiment withOptimizer(Spec other) {
        return new Experiment(name, about, data, layers, loss, other, schedule, training, seed, start);
    }

    public Experiment withSchedule(Spec other) {
        return new Experiment(name, about, data, layers, loss, optimizer, other, training, seed, start);
    }

    public Experiment withTraining(TrainingPlan other) {
        return new Experiment(name, about, data, layers, loss, optimizer, schedule, other, seed, start);
    }

    public Experiment withSeed(long other) {
        return new Experiment(name, about, data, layers, loss, optimizer, schedule, training, other, start);
    }

    public Experiment withStart(StartValues other) {
        return new Experiment(name, about, data, layers, loss, optimizer, schedule, training, seed, other);
    }

    /**
     * With another learning rate for the schedule to start from.
     *
     * @throws IllegalArgumentException outside of the bounds of {@link Optimizers#RATE}
     */
    public Experiment withRate(double other) {
        Map<String, Object> changed = new LinkedHashMap<>(optimizer.settings().asMap());
        changed.put(Optimizers.RATE.key(), other);
        try {
            return withOptimizer(Recipe.find(Optimizers.ALL, "optimizer", optimizer.type()).with(changed));
        } catch (SettingException outside) {
            throw new IllegalArgumentException(outside.getMessage(), outside);
        }
    }

    /** The same where nobody looks at test samples. */
    Experiment ofTraining() {
        return withData(data.withChanges(data.changes().ofTraining()));
    }

    /** The learning rate that the schedule starts from. */
    public double rate() {
        return optimizer.settings().decimal("rate");
    }
}
