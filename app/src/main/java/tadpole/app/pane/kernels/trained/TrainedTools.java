package tadpole.app.pane.kernels.trained;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.WorkState;

/** What stands in the header of the room, and the dialogs behind it. */
final class TrainedTools {

    private final TrainedModel model;
    private final Supplier<Window> owner;
    private final Button main = new Button("Take this filter");
    private final List<Node> nodes;

    /** @param take takes the chosen filter out and goes to the sliding window */
    TrainedTools(TrainedModel model, Runnable take, Runnable takeSeveral, Supplier<Window> owner) {
        this.model = model;
        this.owner = owner;
        FontIcon icon = new FontIcon(Material2OutlinedMZ.OPEN_IN_NEW);
        main.setId("trained-take");
        main.getStyleClass().addAll("main-button", "trained-take");
        main.setGraphic(icon);
        main.setOnAction(_ -> {
            if (model.trials().stateProperty().get().isGoingOn()) {
                model.trials().pauseOrResume();
            } else {
                take.run();
            }
        });
        main.disableProperty().bind(Bindings.createBooleanBinding(() -> model.lookProperty().get().isEmpty(), model.lookProperty()));
        model.trials().stateProperty().subscribe(state -> {
            main.setText(state == WorkState.RUNNING ? "Pause" : state == WorkState.PAUSED ? "Go on" : "Take this filter");
            icon.setIconCode(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : state == WorkState.PAUSED ? Material2OutlinedMZ.PLAY_ARROW : Material2OutlinedMZ.OPEN_IN_NEW);
            main.setTooltip(new Tooltip(state.isGoingOn() ? "Stands still after these images, or goes on (Space)"
                    : "To the sliding window, with the picture as this layer sees it; change it there and put it back"));
        });
        Button several = tool("trained-take-several", "Take several", Material2OutlinedAL.LAYERS, "The chosen filter and its neighbors, up to eight at once", takeSeveral);
        several.disableProperty().bind(main.disableProperty().or(goingOn()));
        Button back = tool("trained-put-back", "Put back", Material2OutlinedAL.KEYBOARD_RETURN,
                "Puts the edited filter into a copy of the network and tries that on all images (P)", model::putBack);
        back.disableProperty().bind(backable().not());
        Button stop = tool("trained-stop", "Stop", Material2OutlinedMZ.STOP, "Ends the trial; the network stays as it was (Esc)", model.trials()::stop);
        stop.disableProperty().bind(goingOn().not());
        Button undo = tool("trained-undo", "", Material2OutlinedMZ.UNDO, "Takes back the last exchange of filters (Ctrl+Z)", model.trials()::undo);
        undo.disableProperty().bind(model.trials().undoableProperty().not().or(goingOn()));
        Button open = tool("trained-open", "", Material2OutlinedAL.FOLDER_OPEN, "Opens a weights file, safetensors, of Train or tadpole run (Ctrl+O)", this::open);
        Button save = tool("trained-save", "", Material2OutlinedMZ.SAVE, "Saves the weights as they are shown, with their experiment (Ctrl+S)", this::save);
        save.disableProperty().bind(Bindings.createBooleanBinding(() -> model.version().isEmpty(), model.trials().versionProperty()));
        List.of(undo, open, save).forEach(each -> each.getStyleClass().add("icon-button"));
        nodes = List.of(main, several, back, stop, undo, open, save);
    }

    /** Whether something edited waits to be put back. */
    BooleanBinding backable() {
        return model.edited().and(goingOn().not());
    }

    private BooleanBinding goingOn() {
        return Bindings.createBooleanBinding(() -> model.trials().stateProperty().get().isGoingOn(), model.trials().stateProperty());
    }

    void dress(String sheet) {
        nodes.forEach(each -> ((Button) each).getStylesheets().add(sheet));
    }

    List<Node> nodes() {
        return nodes;
    }

    void open() {
        Optional.ofNullable(chooser("Open the weights of a trained network").showOpenDialog(owner.get())).map(File::toPath)
                .ifPresent(file -> model.open(new Source.Weights(file, false)));
    }

    void save() {
        model.version().ifPresent(now -> {
            FileChooser chooser = chooser("Save the weights");
            chooser.setInitialFileName(now.network().title() + (now.exchanges().isEmpty() ? "" : "-changed") + ".safetensors");
            Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(model::saveWeights);
        });
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Weights", "*.safetensors"));
        return chooser;
    }

    private static Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
