package tadpole.app.form;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;

/** One setting while it is edited: its value, the text that stands in its field, and why that text was refused. */
public final class FieldModel {

    private final Setting setting;
    private final ReadOnlyObjectWrapper<Object> value;
    private final ReadOnlyStringWrapper text;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    FieldModel(Setting setting) {
        this.setting = setting;
        this.value = new ReadOnlyObjectWrapper<>(setting.standard());
        this.text = new ReadOnlyStringWrapper(SettingText.of(setting.standard()));
    }

    public Setting setting() {
        return setting;
    }

    /** Always within the bounds. */
    public ReadOnlyObjectProperty<Object> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public Object value() {
        return value.get();
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Why the text was not taken, in one sentence; empty where it was. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** What a person typed: taken where it is within the bounds, else marked and the value stays. */
    public void enter(String typed) {
        text.set(typed);
        try {
            accept(SettingText.read(setting, typed));
        } catch (SettingException refused) {
            refusal.set(refused.getMessage());
        }
    }

    /** A value that a slider, a switch or a file gives. */
    public void take(Object given) {
        try {
            accept(setting.check(given));
        } catch (SettingException refused) {
            text.set(SettingText.of(given));
            refusal.set(refused.getMessage());
        }
    }

    /** Goes back to the text of the value that stands. */
    public void restore() {
        accept(value.get());
    }

    private void accept(Object checked) {
        refusal.set("");
        value.set(checked);
        text.set(SettingText.of(checked));
    }
}
