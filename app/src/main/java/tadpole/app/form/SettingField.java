package tadpole.app.form;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.recipe.Setting;

/** One setting as a row of the drawer: its name, when it takes effect, its field; under them why an entry was refused. */
public final class SettingField extends VBox {

    private final FieldModel model;
    private final Control control;

    public SettingField(FieldModel model, FormLayout layout) {
        this.model = model;
        String key = model.setting().key();
        control = control(model);
        control.setId(layout.prefix() + "-" + key);
        control.setTooltip(Tip.tooltip(model.setting()));
        control.setAccessibleText(model.setting().label());
        setSpacing(4);
        getChildren().addAll(row(layout.effects().getOrDefault(key, "")), refusal());
        if (layout.sliders().containsKey(key)) {
            getChildren().add(1, new LogSlider(model, layout.sliders().get(key), layout.prefix() + "-" + key + "-slider"));
        }
    }

    public FieldModel model() {
        return model;
    }

    /** The control alone, such as to bind its disableProperty. */
    public Control control() {
        return control;
    }

    private static Control control(FieldModel model) {
        return switch (model.setting()) {
            case Setting.Decimal _, Setting.Whole _, Setting.Decimals _ -> new NumberField(model);
            case Setting.Choice choice -> new ChoiceField(model, choice);
            case Setting.Switch _ -> toggle(model);
        };
    }

    private static ToggleSwitch toggle(FieldModel model) {
        ToggleSwitch toggle = new ToggleSwitch();
        model.valueProperty().subscribe(value -> toggle.setSelected((Boolean) value));
        toggle.selectedProperty().subscribe(model::take);
        return toggle;
    }

    private HBox row(String effect) {
        Label name = new Label(model.setting().label());
        name.getStyleClass().add("field-label");
        name.setTooltip(Tip.tooltip(model.setting()));
        name.setLabelFor(control);
        Label when = new Label(effect.isEmpty() ? unit(model.setting()) : effect);
        when.getStyleClass().add("effect");
        HBox words = new HBox(4, name, when);
        words.setAlignment(Pos.BASELINE_LEFT);
        words.setMaxHeight(USE_PREF_SIZE);
        HBox.setMargin(control, new Insets(0, 0, 0, 8));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(words, space, control);
        row.getStyleClass().add("row");
        return row;
    }

    private static String unit(Setting setting) {
        return switch (setting) {
            case Setting.Decimal d -> d.unit();
            case Setting.Whole w -> w.unit();
            case Setting.Decimals d -> d.unit();
            case Setting.Choice _, Setting.Switch _ -> "";
        };
    }

    private Label refusal() {
        Label sentence = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        sentence.getStyleClass().add("refusal");
        sentence.setId(control.getId() + "-refusal");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty().bind(model.refusalProperty());
        sentence.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        return sentence;
    }
}
