package tadpole.app.pane.gradients.check;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.WorkState;
import tadpole.engine.inspect.Mistake;

/** What stands in the header of the check. */
final class CheckTools {

    private final CheckModel model;
    private final Button check = new Button();
    private final FontIcon icon = new FontIcon(Material2OutlinedAL.CHECK);
    private final List<Node> nodes;

    CheckTools(CheckModel model, CheckDialogs dialogs) {
        this.model = model;
        check.setId("check");
        check.getStyleClass().addAll("main-button", "check-button");
        check.setGraphic(icon);
        check.setOnAction(_ -> model.checkOrPause());
        check.disableProperty().bind(model.checkable().not());
        model.stateProperty().subscribe(this::name);
        Button stop = tool("check-stop", Material2OutlinedMZ.STOP, "Ends the check and keeps what it found (Esc).", model::stop);
        stop.disableProperty().bind(model.stoppable().not());
        nodes = List.of(check, stop, hunt(), more(dialogs));
    }

    /** They stand in the header, out of reach of the stage's own sheet. */
    void dress(String sheet) {
        check.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private void name(WorkState state) {
        check.setText(switch (state) {
            case READY, FAILED -> "Check all";
            case RUNNING -> "Pause";
            case PAUSED -> "Go on";
            case ENDED -> "Check again";
        });
        icon.setIconCode(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedAL.CHECK);
        check.setTooltip(new Tooltip(switch (state) {
            case RUNNING -> "Stands still after these numbers (Space).";
            case PAUSED -> "Goes on where it stands (Space).";
            case READY, ENDED, FAILED -> "Moves every parameter by h, and compares the slope with the gradient that backward computes (Space).";
        }));
    }

    private MenuButton hunt() {
        MenuButton button = new MenuButton("Find the bug", new FontIcon(Material2OutlinedAL.BUG_REPORT));
        button.setId("find-the-bug");
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip("Plants a mistake into the backward pass: say from the pictures where it is."));
        button.disableProperty().bind(model.subject().studiedProperty().map(Optional::isEmpty));
        button.showingProperty().subscribe(showing -> {
            if (showing) {
                fill(button);
            }
        });
        fill(button);
        return button;
    }

    private void fill(MenuButton button) {
        MenuItem lot = item("hunt-lot", "Draw one by lot", () -> model.findTheBug(""));
        button.getItems().setAll(lot, new SeparatorMenuItem());
        for (Mistake each : model.mistakes()) {
            button.getItems().add(item("hunt-" + each.text().type(), each.text().name(), () -> model.findTheBug(each.text().type())));
        }
    }

    private MenuButton more(CheckDialogs dialogs) {
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("check-more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setTooltip(new Tooltip("Open, save, send to Train"));
        more.setAccessibleText("More");
        more.getItems().setAll(
                item("check-open", "Open a check or an experiment... (Ctrl+O)", dialogs::open),
                item("check-save", "Save the check... (Ctrl+S)", dialogs::save),
                item("check-save-pictures", "Save the pictures as PNG and SVG...", dialogs::savePictures),
                item("check-save-table", "Save all numbers as CSV...", dialogs::saveTable),
                new SeparatorMenuItem(),
                item("check-to-train", "Send the network to Train", model::sendToTrain));
        return more;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }

    private static Button tool(String id, Ikon icon, String tip, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("tool-button", "icon-button");
        button.setAccessibleText(tip);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }
}
