package tadpole.app.pane.text.write;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.WorkState;

/** What stands in the header of the room Write, and its dialogs. */
final class WriteTools {

    private final WriteModel model;
    private final WriteFiles files;
    private final Node stage;
    private final List<Node> nodes;

    /** @param stage in whose window dialogs open */
    WriteTools(WriteModel model, WriteFiles files, Node stage) {
        this.model = model;
        this.files = files;
        this.stage = stage;
        nodes = List.of(main(), stop(), save(), more());
    }

    List<Node> nodes() {
        return nodes;
    }

    private Button main() {
        Button main = new Button("Write");
        main.setId("write-go");
        main.getStyleClass().addAll("main-button", "write-go");
        main.setOnAction(_ -> model.writeOrPause());
        main.disableProperty().bind(model.text().modelProperty().map(Optional::isEmpty));
        model.stateProperty().subscribe(state -> {
            main.setText(state == WorkState.RUNNING ? "Pause" : state == WorkState.PAUSED ? "Go on" : "Write");
            main.setGraphic(new FontIcon(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW));
            main.setTooltip(new Tooltip(state == WorkState.RUNNING ? "Stands still after this token (Space; Ctrl+Enter from within the text)."
                    : "The network goes on with the text (Space; Ctrl+Enter from within the text)."));
        });
        return main;
    }

    private Button stop() {
        Button stop = icon("write-stop", "Stop", Material2OutlinedMZ.STOP, "Ends the writing and keeps what stands there (Esc).", model::stop);
        stop.disableProperty().bind(model.stateProperty().map(state -> !state.isGoingOn()));
        return stop;
    }

    private Button save() {
        return icon("write-save", "Save the text", Material2OutlinedMZ.SAVE, "Saves the text (Ctrl+S)", this::saveText);
    }

    private MenuButton more() {
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("write-more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setAccessibleText("More");
        MenuItem saveModel = item("write-save-model", "Save model...", this::saveModel);
        saveModel.disableProperty().bind(model.text().modelProperty().map(Optional::isEmpty));
        MenuItem undo = item("write-undo", "Undo", model.paper()::undo);
        undo.disableProperty().bind(model.paper().undoableProperty().not());
        MenuItem redo = item("write-redo", "Redo", model.paper()::redo);
        redo.disableProperty().bind(model.paper().redoableProperty().not());
        more.getItems().setAll(item("write-open", "Open text or model...", this::open), saveModel, new SeparatorMenuItem(),
                item("write-beams", "Go on by beam search", model.beams()::search), new SeparatorMenuItem(),
                undo, redo, item("write-clear", "Clear the text", () -> model.paper().show("")));
        return more;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }

    private static Button icon(String id, String text, Material2OutlinedMZ icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("tool-button", "icon-button");
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a text or a text model");
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter("Texts and models", "*"),
                new FileChooser.ExtensionFilter("Text", "*.txt", "*.md"),
                new FileChooser.ExtensionFilter("Text models", "*.safetensors", "*.npz", "*.pt", "*.pth"));
        Optional.ofNullable(chooser.showOpenDialog(stage.getScene().getWindow())).map(File::toPath).ifPresent(files::openAny);
    }

    void saveText() {
        choose("Save the text", "text.txt", new FileChooser.ExtensionFilter("Text", "*.txt")).ifPresent(files::saveText);
    }

    void saveModel() {
        choose("Save the text model", "text-model.safetensors", new FileChooser.ExtensionFilter("Text model", "*.safetensors")).ifPresent(files::saveModel);
    }

    private Optional<Path> choose(String title, String name, FileChooser.ExtensionFilter kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(kind);
        return Optional.ofNullable(chooser.showSaveDialog(stage.getScene().getWindow())).map(File::toPath);
    }
}
