package tadpole.app.pane.gradients.check;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.inspect.Mistake;

/** While a mistake is searched: what to do, what one may ask, and whether one was right. */
final class HuntBar extends VBox {

    private final CheckModel model;
    private final FontIcon icon = new FontIcon(Material2OutlinedAL.BUG_REPORT);
    private final Label task = new Label();
    private final Label said = new Label();
    private final Label score = new Label();
    private final MenuButton name = new MenuButton("Name it");
    private final Button hint;
    private final Button show;
    private final Button another;
    private final Button done;

    HuntBar(CheckModel model) {
        this.model = model;
        setId("hunt-bar");
        getStyleClass().addAll("hint", "hunt-bar");
        managedProperty().bind(visibleProperty());
        hint = button("hunt-hint", "Hint", "Says what to look for; a second one says where.", () -> model.hunt().hint());
        show = button("hunt-show", "Show me", "Gives up and says what it is.", model::giveUp);
        another = button("hunt-another", "Another", "Plants the next mistake, drawn by lot.", () -> model.findTheBug(""));
        done = button("hunt-done", "Done", "Takes the mistake out.", model::endHunt);
        name.setId("hunt-name");
        name.getStyleClass().add("tool-button");
        name.setTooltip(new Tooltip("Say which mistake it is."));
        task.getStyleClass().add("section-title");
        task.setId("hunt-task");
        task.setMinWidth(0);
        score.getStyleClass().add("muted");
        score.setId("hunt-score");
        score.setMinWidth(USE_PREF_SIZE);
        said.setId("hunt-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(icon, task, space, score, name, hint, show, another, done);
        head.getStyleClass().add("hunt-head");
        getChildren().setAll(head, said);
        model.hunt().stateProperty().subscribe(this::show);
    }

    private void show(Hunt.State state) {
        setVisible(state.phase() != Hunt.Phase.OFF);
        boolean searching = state.phase() == Hunt.Phase.SEARCHING;
        task.setText(switch (state.phase()) {
            case OFF -> "";
            case SEARCHING -> "A mistake is planted. Click where it is in the network, or name it.";
            case FOUND -> "Found";
            case SHOWN -> "Given up";
        });
        said.setText(state.said());
        said.getStyleClass().removeAll("right-mark", "wrong-mark");
        icon.setIconCode(state.phase() == Hunt.Phase.FOUND ? Material2OutlinedAL.CHECK_CIRCLE : Material2OutlinedAL.BUG_REPORT);
        icon.getStyleClass().removeAll("right-mark", "wrong-mark");
        if (state.phase() == Hunt.Phase.FOUND || state.wrong()) {
            icon.getStyleClass().add(state.wrong() ? "wrong-mark" : "right-mark");
        }
        score.setText(model.hunt().score());
        there(searching, name, hint, show);
        there(state.isOver(), another);
        if (searching && name.getItems().isEmpty()) {
            fill();
        }
        if (state.phase() == Hunt.Phase.OFF) {
            name.getItems().clear();
        }
    }

    private void fill() {
        for (Mistake each : model.mistakes()) {
            MenuItem item = new MenuItem(each.text().name());
            item.setId("hunt-guess-" + each.text().type());
            item.setOnAction(_ -> model.guess(each));
            name.getItems().add(item);
        }
    }

    private static void there(boolean now, Region... nodes) {
        for (Region each : nodes) {
            each.setVisible(now);
            each.setManaged(now);
        }
    }

    private static Button button(String id, String text, String tip, Runnable run) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }
}
