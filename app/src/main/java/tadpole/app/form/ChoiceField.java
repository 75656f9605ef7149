package tadpole.app.form;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import tadpole.engine.recipe.Setting;

/** One of a few words. */
final class ChoiceField extends ComboBox<Setting.Option> {

    ChoiceField(FieldModel model, Setting.Choice choice) {
        getStyleClass().add("choice");
        getItems().setAll(choice.options());
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Setting.Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Setting.Option fromString(String label) {
                return choice.options().stream().filter(option -> option.label().equals(label)).findFirst().orElseThrow();
            }
        });
        model.valueProperty().subscribe(value ->
                choice.options().stream().filter(option -> option.key().equals(value)).findFirst().ifPresent(this::setValue));
        valueProperty().subscribe(option -> model.take(option.key()));
    }
}
