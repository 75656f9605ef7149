package tadpole.app.pane.train;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A row of the drawer where one picks one of a few; the items say their own names. */
final class ChoiceRow<T> extends HBox {

    private final ComboBox<T> choice = new ComboBox<>();
    private final Tooltip tip = new Tooltip();
    private boolean showing;

    /** @param picked told what a person picks, not what {@link #show} shows */
    ChoiceRow(String id, String label, Consumer<T> picked) {
        getStyleClass().add("row");
        Label name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setLabelFor(choice);
        choice.setId(id);
        choice.getStyleClass().add("choice");
        choice.setTooltip(tip);
        choice.setAccessibleText(label);
        choice.valueProperty().addListener((_, _, value) -> {
            if (value != null && !showing) {
                picked.accept(value);
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(name, space, choice);
    }

    void show(List<T> items, T value, String help) {
        showing = true;
        // A combo box that keeps its value while its items change shows another one.
        choice.getSelectionModel().clearSelection();
        choice.getItems().setAll(items);
        choice.getSelectionModel().select(value);
        showing = false;
        tip.setText(help);
    }
}
