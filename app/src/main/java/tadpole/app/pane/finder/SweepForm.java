package tadpole.app.pane.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.chart.Digits;
import tadpole.app.form.FormModel;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.training.SweepPlan;

/** The settings of a sweep while they are edited: the preset that they began with, and what was changed since. */
public final class SweepForm {

    private final FormModel fields = new FormModel(SweepPlan.RECIPE);
    private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>(SweepPlan.PRESETS.getFirst());
    private final ReadOnlyStringWrapper changes = new ReadOnlyStringWrapper("");

    SweepForm() {
        fields.settingsProperty().subscribe(this::compare);
    }

    public FormModel fields() {
        return fields;
    }

    /** What the fields hold; none where the rates would not rise. */
    Optional<SweepPlan> plan() {
        return misfit().isEmpty() ? Optional.of(new SweepPlan(fields.settings())) : Optional.empty();
    }

    /** Why the fields make no sweep: an entry was refused, or the rates would not rise; empty where they do. */
    String refusal() {
        return fields.refusal().orElseGet(this::misfit);
    }

    private String misfit() {
        try {
            SweepPlan.of(fields.settings());
            return "";
        } catch (SettingException refused) {
            return refused.getMessage();
        }
    }

    /** The one that was shown last, also where fields were changed since. */
    public ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** "Steps 300 instead of 0."; empty where the fields are the preset's own. */
    public ReadOnlyStringProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public void show(Preset wanted) {
        preset.set(wanted);
        fields.show(wanted.of(SweepPlan.RECIPE).settings());
    }

    private void compare(Settings now) {
        Optional<Preset> exact = SweepPlan.PRESETS.stream().filter(each -> each.of(SweepPlan.RECIPE).settings().equals(now)).findFirst();
        exact.ifPresent(preset::set);
        changes.set(exact.isPresent() ? "" : differences(now));
    }

    private String differences(Settings now) {
        Map<String, Object> own = preset.get().of(SweepPlan.RECIPE).settings().asMap();
        List<String> words = new ArrayList<>();
        for (Setting setting : SweepPlan.RECIPE.settings()) {
            Object value = now.asMap().get(setting.key());
            if (!value.equals(own.get(setting.key()))) {
                words.add("%s %s instead of %s".formatted(setting.label(), shown(value), shown(own.get(setting.key()))));
            }
        }
        return String.join(", ", words) + ".";
    }

    private static String shown(Object value) {
        return value instanceof Double number ? Digits.shortest(number) : value.toString();
    }
}
