package tadpole.app.pane.kernels.stack;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What can be done with one stage. */
final class StageMenu extends MenuButton {

    StageMenu(int index, StackModel model) {
        super("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        setId("stage-menu-" + index);
        getStyleClass().addAll("plain-button", "icon-button", "tiny-button");
        setTooltip(new Tooltip("Move, duplicate or remove this stage"));
        setAccessibleText("Stage %d: move, duplicate, remove".formatted(index + 1));
        MenuItem left = item("Move left", Material2OutlinedAL.ARROW_BACK, () -> model.move(index, -1));
        MenuItem right = item("Move right", Material2OutlinedAL.ARROW_FORWARD, () -> model.move(index, 1));
        MenuItem copy = item("Duplicate", Material2OutlinedAL.CONTENT_COPY, () -> model.duplicate(index));
        MenuItem remove = item("Remove", Material2OutlinedAL.DELETE, () -> model.remove(index));
        left.setId("stage-left-" + index);
        right.setId("stage-right-" + index);
        copy.setId("stage-copy-" + index);
        remove.setId("stage-remove-" + index);
        left.setDisable(index == 0);
        model.draftProperty().subscribe(draft -> {
            right.setDisable(index >= draft.size() - 1);
            copy.setDisable(draft.isFull());
        });
        getItems().addAll(left, right, copy, remove);
    }

    private static MenuItem item(String text, Ikon icon, Runnable run) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setOnAction(_ -> run.run());
        return item;
    }
}
