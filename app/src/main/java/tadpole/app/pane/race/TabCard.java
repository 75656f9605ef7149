package tadpole.app.pane.race;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Under the race: one tab at a time, the first of them first. */
final class TabCard extends VBox {

    private final ToggleGroup group = new ToggleGroup();
    private final ReadOnlyBooleanWrapper tall = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Front> front;

    /** @param front told what is shown */
    TabCard(List<Tab> tabs, ObjectProperty<Front> front) {
        this.front = front;
        setId("surface-card");
        getStyleClass().addAll("card", "tab-card");
        HBox row = new HBox();
        row.getStyleClass().add("tab-row");
        tabs.forEach(tab -> row.getChildren().add(button(tab)));
        getChildren().setAll(row);
        show(tabs.getFirst());
        ((ToggleButton) row.getChildren().getFirst()).setSelected(true);
    }

    /** Whether what is shown takes the race's room too. */
    ReadOnlyBooleanProperty tallProperty() {
        return tall.getReadOnlyProperty();
    }

    private ToggleButton button(Tab tab) {
        ToggleButton button = new ToggleButton(tab.label());
        button.setId("tab-" + tab.key());
        button.setToggleGroup(group);
        button.getStyleClass().add("surface-button");
        button.setTooltip(new Tooltip(tab.help()));
        button.setOnAction(_ -> {
            button.setSelected(true);
            show(tab);
        });
        return button;
    }

    private void show(Tab tab) {
        VBox.setVgrow(tab.content(), Priority.ALWAYS);
        VBox.setVgrow(this, tab.tall() ? Priority.ALWAYS : Priority.NEVER);
        tall.set(tab.tall());
        front.set(tab.front());
        getChildren().setAll(getChildren().getFirst(), tab.content());
    }
}
