package tadpole.app.pane.gradients.softmax;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

/** What stands in the header of the softmax room, and the dialogs behind it. */
final class SoftmaxTools {

    private final SoftmaxRoomModel model;
    private final SoftmaxFiles files;
    private final Supplier<Window> owner;
    private final Button measure = new Button();
    private final List<Node> nodes;

    SoftmaxTools(SoftmaxRoomModel model, SoftmaxFiles files, Supplier<Window> owner) {
        this.model = model;
        this.files = files;
        this.owner = owner;
        measure.setId("measure");
        measure.getStyleClass().addAll("main-button", "measure-button");
        measure.setOnAction(_ -> model.timing().measureOrStop());
        measure.disableProperty().bind(model.figuresProperty().map(Optional::isEmpty));
        model.timing().runningProperty().subscribe(running -> {
            measure.setText(running ? "Stop" : "Measure");
            measure.setGraphic(new FontIcon(running ? Material2OutlinedMZ.STOP : Material2OutlinedMZ.TIMER));
            measure.setTooltip(new Tooltip(running ? "Ends after this round (Esc)." : "Times loops against vectors (Space)."));
        });
        nodes = List.of(measure, button("softmax-open", "Opens a softmax file (Ctrl+O)", Material2OutlinedAL.FOLDER_OPEN, this::open),
                button("softmax-save", "Saves logits, picture and weights as a file (Ctrl+S)", Material2OutlinedMZ.SAVE, this::save));
    }

    /** They stand in the header, out of reach of the stage's own sheet. */
    void dress(String sheet) {
        measure.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private static Button button(String id, String help, Ikon icon, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("tool-button", "icon-button");
        button.setAccessibleText(help);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(_ -> run.run());
        return button;
    }

    void open() {
        Optional.ofNullable(chooser("Open a softmax file", "").showOpenDialog(owner.get())).map(File::toPath).ifPresent(file -> files.open(file, model::use));
    }

    void save() {
        Optional.ofNullable(chooser("Save the softmax room", "softmax.json").showSaveDialog(owner.get())).map(File::toPath)
                .ifPresent(file -> files.save(file, model.plan()));
    }

    private static FileChooser chooser(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Softmax files", "*.json"));
        chooser.setInitialFileName(name);
        return chooser;
    }
}
