package tadpole.engine.training;

import java.util.List;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Spec;

/**
 * Everything a run depends on; what an experiment file holds. Same experiment, same data: the same numbers to the
 * last bit.
 *
 * @param name  short, as its file is called
 * @param about one or two sentences for people; may be empty
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
        long seed) {

    public static final Setting.Whole SEED = new Setting.Whole("seed", "Seed", 1L, 0, Long.MAX_VALUE, "",
            "Where all randomness comes from. Same seed, same numbers. Default 1.");

    public Experiment {
        layers = List.copyOf(layers);
    }

    /** The learning rate that the schedule starts from. */
    public double rate() {
        return optimizer.settings().decimal("rate");
    }
}
