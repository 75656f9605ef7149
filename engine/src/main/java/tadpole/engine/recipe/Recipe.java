package tadpole.engine.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person can pick, with all that can be tuned on it, and what makes it.
 *
 * @param type  its name in experiment files, in camelCase
 * @param label its name in the window
 * @param help  one sentence that says what it does
 * @param maker makes the thing from checked settings; its form depends on the kind of thing
 */
public record Recipe<M>(String type, String label, String help, List<Setting> settings, M maker) {

    public Recipe {
        settings = List.copyOf(settings);
    }

    /** The recipe of that type, or a sentence that names the ones there are. */
    public static <M> Recipe<M> find(List<Recipe<M>> all, String kind, String type) throws SettingException {
        for (Recipe<M> recipe : all) {
            if (recipe.type().equals(type)) {
                return recipe;
            }
        }
        throw new SettingException("There is no %s \"%s\"; known are %s."
                .formatted(kind, type, String.join(", ", all.stream().map(Recipe::type).toList())));
    }

    /** All settings: the given ones checked, the others at their default. */
    public Settings settings(Map<String, ?> given) throws SettingException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting setting : settings) {
            Object value = given.get(setting.key());
            values.put(setting.key(), value == null ? setting.standard() : setting.check(value));
        }
        for (String key : given.keySet()) {
            if (!values.containsKey(key)) {
                throw new SettingException("\"%s\" has no setting \"%s\"; it knows %s."
                        .formatted(type, key, values.isEmpty() ? "none" : String.join(", ", values.keySet())));
            }
        }
        return new Settings(values);
    }

    /** Everything at its default. */
    public Spec standard() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        settings.forEach(setting -> defaults.put(setting.key(), setting.standard()));
        try {
            return new Spec(type, settings(defaults));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A default of \"" + type + "\" is out of its own bounds.", impossible);
        }
    }

    /** This recipe with some settings given. */
    public Spec with(Map<String, ?> given) throws SettingException {
        return new Spec(type, settings(given));
    }
}
