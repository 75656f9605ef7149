package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;

/** (x - mean) / deviation with the training samples' own mean and deviation (n - 1), per channel or, of a row of numbers, per number. */
public final class Standardize {

    public static final Recipe<PreparationMaker> RECIPE = new Recipe<>("standardize", "Normalize, measured",
            "Subtracts the training samples' own mean and divides by their own deviation (n - 1), per channel or feature.",
            List.of(), (_, train, before) -> measured(ChannelStatistics.of(train, before)));

    private Standardize() {}

    private static Preparation measured(ChannelStatistics statistics) {
        double[] deviation = statistics.deviation();
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = deviation[i] == 0 ? 1 : deviation[i];
        }
        return new Normalize(statistics.mean(), deviation);
    }
}
