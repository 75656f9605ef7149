package tadpole.engine.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;

/** Reads picked recipes: {"type": "linear", "out": 100}. Names, defaults and bounds are the recipes' own. */
final class SpecReader {

    private SpecReader() {}

    static <M> Spec read(List<Recipe<M>> all, String kind, JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind);
        Recipe<M> recipe = recipe(all, kind, fields);
        return new Spec(recipe.type(), settings(recipe, fields, "type"));
    }

    /** The first of the list with its defaults where nothing is given. */
    static <M> Spec readOrFirst(List<Recipe<M>> all, String kind, Optional<JsonValue> value) throws FileException {
        return value.isPresent() ? read(all, kind, value.get()) : all.getFirst().standard();
    }

    static <M> List<Spec> readAll(List<Recipe<M>> all, String kind, List<JsonValue> values) throws FileException {
        List<Spec> specs = new ArrayList<>();
        for (JsonValue value : values) {
            specs.add(read(all, kind, value));
        }
        return specs;
    }

    /** All settings of a recipe, and beside them fields that are no settings. */
    static Settings settings(Recipe<?> recipe, FieldReader fields, String... besides) throws FileException {
        fields.onlyFields(Stream.concat(Arrays.stream(besides), recipe.settings().stream().map(Setting::key)).toList());
        Map<String, Object> given = new LinkedHashMap<>();
        for (Setting setting : recipe.settings()) {
            given.put(setting.key(), fields.setting(setting));
        }
        try {
            return recipe.settings(given);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked setting was refused.", impossible);
        }
    }

    private static <M> Recipe<M> recipe(List<Recipe<M>> all, String kind, FieldReader fields) throws FileException {
        String type = fields.requiredText("type");
        try {
            return Recipe.find(all, kind, type);
        } catch (SettingException unknown) {
            throw fields.required("type").place().problem(unknown.getMessage());
        }
    }
}
