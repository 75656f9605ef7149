package tadpole.engine.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/**
 * An optimizer in a race.
 *
 * @param label    what charts and tables call it; no other of the race is called the same
 * @param schedule what becomes of its rate; empty where it is that of the race's experiment
 * @param rates    learning rates to try for its best one, rising; none where the race is to search by itself
 */
public record Contestant(String label, Spec optimizer, Optional<Spec> schedule, List<Double> rates) {

    public Contestant {
        label = label.strip();
        rates = rates.stream().distinct().sorted().toList();
    }

    /** With the schedule of the experiment. */
    public Contestant(String label, Spec optimizer, List<Double> rates) {
        this(label, optimizer, Optional.empty(), rates);
    }

    /** Named as its recipe, with nothing said of rates. */
    public static Contestant of(Recipe<OptimizerMaker> recipe) {
        return new Contestant(recipe.label(), recipe.standard(), List.of());
    }

    /** The same optimizer at another rate. */
    Spec at(double rate) {
        Map<String, Object> settings = new HashMap<>(optimizer.settings().asMap());
        settings.put("rate", rate);
        try {
            return Recipe.find(Optimizers.ALL, "optimizer", optimizer.type()).with(settings);
        } catch (SettingException impossible) {
            throw new IllegalArgumentException(impossible.getMessage(), impossible);
        }
    }
}
