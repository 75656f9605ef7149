package tadpole.app.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** The settings of a recipe while they are edited; what it gives is complete and within the bounds at every moment. */
public final class FormModel {

    private final Recipe<?> recipe;
    private final Map<String, FieldModel> fields = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyIntegerWrapper refusals = new ReadOnlyIntegerWrapper();
    private boolean showing;

    public FormModel(Recipe<?> recipe) {
        this.recipe = recipe;
        recipe.settings().forEach(setting -> fields.put(setting.key(), new FieldModel(setting)));
        this.settings = new ReadOnlyObjectWrapper<>(recipe.standard().settings());
        fields.values().forEach(field -> field.valueProperty().subscribe(_ -> update()));
        fields.values().forEach(field -> field.refusalProperty().addListener((_, _, _) -> refusals.set(refusals.get() + 1)));
    }

    /** A form of settings that belong to no recipe. */
    public static FormModel of(List<Setting> settings) {
        return new FormModel(new Recipe<>("form", "", "", settings, settings));
    }

    public List<FieldModel> fields() {
        return List.copyOf(fields.values());
    }

    public FieldModel field(String key) {
        return Optional.ofNullable(fields.get(key)).orElseThrow(() ->
                new IllegalArgumentException("There is no setting \"" + key + "\", only " + fields.keySet() + "."));
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings settings() {
        return settings.get();
    }

    /** The first sentence that says why an entry was not taken. */
    public Optional<String> refusal() {
        return refusal(_ -> true);
    }

    /** The same of those settings alone whose key counts. */
    public Optional<String> refusal(Predicate<String> counts) {
        return fields.values().stream().filter(field -> counts.test(field.setting().key())).map(field -> field.refusalProperty().get())
                .filter(text -> !text.isEmpty()).findFirst();
    }

    /** Another number whenever an entry is refused, or a refused one is taken back. */
    public ReadOnlyIntegerProperty refusalsProperty() {
        return refusals.getReadOnlyProperty();
    }

    /** Fills all fields, those that are not given with their defaults; told as one change. */
    public void show(Settings wanted) {
        showing = true;
        fields.forEach((key, field) -> field.take(wanted.asMap().getOrDefault(key, field.setting().standard())));
        showing = false;
        update();
    }

    private void update() {
        if (showing) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> values.put(key, field.value()));
        try {
            settings.set(recipe.settings(values));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A field holds a value that its own setting refuses.", impossible);
        }
    }
}
