package tadpole.app.pane.finder;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanBinding;
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

/** What stands in the header of the LR finder. */
final class FinderTools {

    private final FinderPaneModel model;
    private final Button find = new Button();
    private final FontIcon findIcon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
    private final List<Node> nodes;

    FinderTools(FinderPaneModel model, FinderDialogs dialogs) {
        this.model = model;
        find.setId("find");
        find.getStyleClass().addAll("main-button", "find-button");
        find.setGraphic(findIcon);
        find.setOnAction(_ -> model.findOrPause());
        find.disableProperty().bind(model.findable().not());
        model.stateProperty().subscribe(this::name);
        Button stop = tool("finder-stop", "Stop", Material2OutlinedMZ.STOP, "Ends the sweep, keeps its curve and puts the network back (Esc).", model::stop);
        stop.disableProperty().bind(model.stoppable().not());
        Button save = tool("finder-save", "", Material2OutlinedMZ.SAVE, "Save the chart as PNG and SVG", dialogs::saveCharts);
        save.getStyleClass().add("icon-button");
        save.setAccessibleText("Save the chart as PNG and SVG");
        save.disableProperty().bind(model.swept().not());
        nodes = List.of(find, stop, overlays(), save, more(dialogs));
    }

    /** They stand in the header, out of reach of the stage's own sheet. */
    void dress(String sheet) {
        find.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private void name(WorkState state) {
        find.setText(switch (state) {
            case READY, FAILED -> "Find";
            case RUNNING -> "Pause";
            case PAUSED -> "Go on";
            case ENDED -> "Find again";
        });
        findIcon.setIconCode(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        find.setTooltip(new Tooltip(switch (state) {
            case RUNNING -> "Stands still after this batch (Space).";
            case PAUSED -> "Goes on where it stands (Space).";
            case READY, ENDED, FAILED -> "Trains with rising rates from the start, and puts everything back (Space).";
        }));
    }

    private MenuButton overlays() {
        MenuButton button = new MenuButton("Overlay", new FontIcon(Material2OutlinedAL.LAYERS));
        button.setId("overlay");
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip("Draws further sweeps over the first: the same experiment with one thing changed."));
        button.disableProperty().bind(model.swept().not());
        for (Overlay kind : Overlay.values()) {
            MenuItem item = item("overlay-" + kind.name().toLowerCase(Locale.ROOT), kind.label(), () -> model.overlay(kind));
            button.getItems().add(item);
            button.showingProperty().subscribe(_ -> item.setDisable(!model.fits(kind)));
        }
        MenuItem clear = item("overlay-clear", "None", model::clearOverlays);
        button.showingProperty().subscribe(_ -> clear.setDisable(!model.hasOverlays()));
        button.getItems().addAll(new SeparatorMenuItem(), clear);
        return button;
    }

    private MenuButton more(FinderDialogs dialogs) {
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("finder-more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setTooltip(new Tooltip("Save rates and losses"));
        more.setAccessibleText("More");
        MenuItem table = item("finder-save-table", "Save rates and losses as CSV...", dialogs::saveTable);
        BooleanBinding nothing = model.swept().not();
        table.disableProperty().bind(nothing);
        more.getItems().setAll(table);
        return more;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }

    private static Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }
}
