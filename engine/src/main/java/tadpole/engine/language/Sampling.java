package tadpole.engine.language;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Setting.Option;

/** How the next token is picked from the scores: the only place where these defaults stand. */
public final class Sampling {

    public static final Recipe<Void> RECIPE = new Recipe<>("sampling", "Writing", "How the next token is picked.", List.of(
            new Setting.Decimal("temperature", "Temperature", 0.7, 0.01, 100.0, "", "Scores are divided by it: low is careful, high is wild."),
            new Setting.Choice("pick", "Pick", "all", List.of(new Option("all", "From all"), new Option("greedy", "Greedy"), new Option("topK", "Top k"), new Option("nucleus", "Nucleus"), new Option("wordStart", "At word starts")),
                    "Greedy always takes the likeliest; at word starts draws only the first character of a word and then takes the likeliest."),
            new Setting.Whole("topK", "k", 10L, 1, 100_000, "", "How many of the likeliest tokens are left to draw from."),
            new Setting.Decimal("nucleus", "Keep", 0.9, 0.01, 1.0, "", "The likeliest tokens that together have this probability are left (Holtzman et al. 2019)."),
            new Setting.Whole("seed", "Seed", 11L, 0, Long.MAX_VALUE, "", "Where the random numbers come from. Same seed, same text.")), null);

    private Sampling() {}
}
