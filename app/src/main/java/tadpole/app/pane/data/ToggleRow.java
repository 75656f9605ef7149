package tadpole.app.pane.data;

import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A few buttons of which one is chosen: the value of a property. */
final class ToggleRow<T> extends HBox {

    /** What a button stands for; its id is what tests find it by. */
    record Choice<T>(T value, String label, String id, String tip) {}

    private final ToggleGroup group = new ToggleGroup();
    private final Property<T> property;

    ToggleRow(Property<T> property, List<Choice<T>> choices) {
        this.property = property;
        getStyleClass().add("toggle-row");
        choices.forEach(this::add);
        property.subscribe(this::select);
    }

    private void add(Choice<T> choice) {
        ToggleButton button = new ToggleButton(choice.label());
        button.setId(choice.id());
        button.setUserData(choice.value());
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip(choice.tip()));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            property.setValue(choice.value());
            button.setSelected(true);
        });
        getChildren().add(button);
    }

    private void select(T value) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(value))
                .forEach(group::selectToggle);
    }
}
