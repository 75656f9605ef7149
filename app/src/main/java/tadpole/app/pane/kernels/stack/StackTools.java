package tadpole.app.pane.kernels.stack;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What stands in the header of the room. */
final class StackTools {

    private final StackModel model;
    private final List<Node> nodes;

    /** @param sheet the room's styles */
    StackTools(StackModel model, String sheet) {
        this.model = model;
        MenuButton add = add();
        add.getStylesheets().add(sheet);
        nodes = List.of(add,
                button("stack-undo", Material2OutlinedMZ.UNDO, "Take back the last change (Ctrl+Z)", Bindings.not(model.bench().undoableProperty()), model.bench()::undo),
                button("stack-redo", Material2OutlinedMZ.REDO, "Do it again (Ctrl+Y)", Bindings.not(model.bench().redoableProperty()), model.bench()::redo));
    }

    List<Node> nodes() {
        return nodes;
    }

    private MenuButton add() {
        MenuButton add = new MenuButton("Add stage", new FontIcon(Material2OutlinedAL.ADD));
        add.setId("stack-add");
        add.getStyleClass().addAll("main-button", "stack-add");
        add.setTooltip(new Tooltip("One more stage behind the chosen one; four at most."));
        for (StackStages.Kind kind : StackStages.ALL) {
            Label name = new Label(kind.label());
            name.getStyleClass().add("example-name");
            Label about = new Label(kind.about());
            about.getStyleClass().add("example-about");
            MenuItem item = new MenuItem("");
            item.setId("stack-add-" + kind.id());
            item.setGraphic(new VBox(name, about));
            item.getStyleClass().add("example");
            item.setOnAction(_ -> model.add(kind.stage()));
            add.getItems().add(item);
        }
        model.draftProperty().subscribe(draft -> add.setDisable(draft.isFull()));
        return add;
    }

    private static Button button(String id, Ikon icon, String tip, ObservableBooleanValue disabled, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("tool-button", "icon-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.disableProperty().bind(disabled);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
