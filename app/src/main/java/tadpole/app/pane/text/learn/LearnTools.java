package tadpole.app.pane.text.learn;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.WorkState;

/** What stands in the header of the room Train. */
final class LearnTools {

    private final Button go = new Button();
    private final FontIcon icon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
    private final List<Node> nodes;

    /** @param write puts the network into the room Write, and goes there */
    LearnTools(LearnModel model, LearnFiles files, Runnable write) {
        go.setId("text-learn-go");
        go.getStyleClass().addAll("main-button", "text-learn-go");
        go.setGraphic(icon);
        go.setOnAction(_ -> model.startOrPause());
        go.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.canStart() && !model.stateProperty().get().isGoingOn(), model.study().factsProperty(), model.stateProperty()));
        model.stateProperty().subscribe(this::name);
        Button stop = tool("text-learn-stop", "Stop", Material2OutlinedMZ.STOP, "Ends the training and keeps what was learned (Esc)", model::stop);
        stop.disableProperty().bind(model.stateProperty().map(state -> !state.isGoingOn()));
        Button with = tool("text-learn-write", "Write with it", Material2OutlinedAL.EDIT, "The network as it is now writes in the room Write; it may go on learning here", write);
        with.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.stateProperty().get().isGoingOn() && model.resultProperty().get().isEmpty(),
                model.stateProperty(), model.resultProperty()));
        nodes = List.of(go, stop, with, more(model, files));
    }

    List<Node> nodes() {
        return nodes;
    }

    private void name(WorkState state) {
        go.setText(switch (state) {
            case RUNNING -> "Pause";
            case PAUSED -> "Go on";
            case READY, ENDED, FAILED -> "Start";
        });
        icon.setIconCode(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        go.setTooltip(new Tooltip(switch (state) {
            case RUNNING -> "Stands still after this step (Space)";
            case PAUSED -> "Goes on where it stands (Space)";
            case READY, ENDED, FAILED -> "A new network learns from the text (Space)";
        }));
    }

    private static Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static MenuButton more(LearnModel model, LearnFiles files) {
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("text-learn-more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setTooltip(new Tooltip("Open a text, save the model, open and save the experiment"));
        more.setAccessibleText("More");
        MenuItem save = item("text-learn-save", "Save the model...", files::saveModel);
        save.disableProperty().bind(model.resultProperty().map(Optional::isEmpty));
        MenuItem keep = item("text-learn-save-experiment", "Save the experiment...", files::saveExperiment);
        keep.disableProperty().bind(model.openedProperty().map(now -> now.flatMap(OpenedText::place).isEmpty()));
        more.getItems().setAll(item("text-learn-open", "Open a text...", files::openText), save,
                item("text-learn-open-experiment", "Open an experiment...", files::openExperiment), keep);
        return more;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
