package tadpole.app.pane.gradients.softmax;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.experiment.Example;

/** What stands in the header of the softmax room, and the dialogs behind it. */
final class SoftmaxTools {

    private static final double LINE_EM = 32;

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
        // In the other sections it measures nothing that one sees.
        measure.visibleProperty().bind(model.sectionProperty().isEqualTo(Section.LOOPS).or(model.timing().runningProperty()));
        measure.managedProperty().bind(measure.visibleProperty());
        measure.disableProperty().bind(model.figuresProperty().map(Optional::isEmpty));
        model.timing().runningProperty().subscribe(running -> {
            measure.setText(running ? "Stop" : "Measure");
            measure.setGraphic(new FontIcon(running ? Material2OutlinedMZ.STOP : Material2OutlinedMZ.TIMER));
            measure.setTooltip(new Tooltip(running ? "Ends after this round (Esc)." : "Times loops against vectors (Space)."));
        });
        nodes = List.of(measure, openMenu(),
                button("softmax-save", "Saves logits, picture and weights as a file (Ctrl+S)", Material2OutlinedMZ.SAVE, this::save));
    }

    /** They stand in the header, out of reach of the stage's own sheet. */
    void dress(String sheet) {
        measure.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private MenuButton openMenu() {
        MenuButton open = new MenuButton("Open", new FontIcon(Material2OutlinedAL.FOLDER_OPEN));
        open.setId("softmax-open");
        open.getStyleClass().add("tool-button");
        open.setTooltip(new Tooltip("Opens an example that comes with Tadpole, or a softmax file of yours."));
        MenuItem own = new MenuItem("Softmax file...");
        own.setId("softmax-open-file");
        own.setOnAction(_ -> open());
        files.look(examples -> {
            open.getItems().setAll(examples.stream().map(this::item).toList());
            open.getItems().addAll(new SeparatorMenuItem(), own);
        });
        return open;
    }

    /** What it is under its name: a menu shows no tooltips. */
    private MenuItem item(Example example) {
        Label name = new Label(example.head().name());
        name.getStyleClass().add("example-name");
        // Menus ask for a height without a width, at which a label would not wrap.
        Text about = new Text(example.head().about());
        about.getStyleClass().add("example-about");
        about.fontProperty().subscribe(font -> about.setWrappingWidth(LINE_EM * font.getSize()));
        Label data = new Label(example.isReady() ? "on " + example.data() : example.lack());
        data.getStyleClass().addAll("muted", "example-data");
        MenuItem item = new MenuItem("", new VBox(name, about, data));
        item.setId("open-" + example.head().name());
        item.getStyleClass().add("example");
        item.setOnAction(_ -> files.open(example.head().path(), model::use));
        return item;
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
