package tadpole.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Seed;

/** A recipe with its settings at several values: each alone away from its default, and some drawn combinations of all. */
public final class Variations {

    private static final int COMBINATIONS = 6;

    private Variations() {}

    public static List<Spec> of(Recipe<?> recipe) {
        Set<Map<String, Object>> variations = new LinkedHashSet<>(List.of(Map.of()));
        for (Setting setting : recipe.settings()) {
            values(setting).forEach(value -> variations.add(Map.of(setting.key(), value)));
        }
        RandomGenerator random = new Seed(1).derive(recipe.type()).generator();
        for (int i = 0; i < COMBINATIONS; i++) {
            Map<String, Object> combination = new LinkedHashMap<>();
            for (Setting setting : recipe.settings()) {
                List<?> values = values(setting);
                combination.put(setting.key(), values.get(random.nextInt(values.size())));
            }
            variations.add(combination);
        }
        return new ArrayList<>(new LinkedHashSet<>(variations.stream().map(given -> spec(recipe, given)).toList()));
    }

    /** Values worth a try, the bounds among them where they are not too large to compute with. */
    static List<?> values(Setting setting) {
        return switch (setting) {
            case Setting.Decimal decimal -> List.of(decimal.least(), decimal.standard(), decimal.most());
            case Setting.Whole whole ->
                    List.of(whole.least(), whole.standard(), Math.min(whole.most(), whole.least() + 6));
            case Setting.Choice choice -> choice.options().stream().map(Setting.Option::key).toList();
            case Setting.Switch _ -> List.of(true, false);
            case Setting.Decimals decimals -> List.of(decimals.standard());
        };
    }

    private static Spec spec(Recipe<?> recipe, Map<String, Object> given) {
        try {
            return recipe.with(given);
        } catch (SettingException refused) {
            throw new AssertionError(recipe.type() + " refuses a value within its own bounds.", refused);
        }
    }
}
