package tadpole.app.pane.playground.descent;

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

/** What stands in the header of the room, and the dialogs behind it. */
final class DescentTools {

    private static final double LINE_EM = 32;

    private final DescentModel model;
    private final DescentFiles files;
    private final Supplier<Window> owner;
    private final Button play = new Button("Play");
    private final List<Node> nodes;

    DescentTools(DescentModel model, DescentFiles files, Supplier<Window> owner) {
        this.model = model;
        this.files = files;
        this.owner = owner;
        FontIcon icon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
        play.setId("descent-play");
        play.getStyleClass().addAll("main-button", "descent-play");
        play.setGraphic(icon);
        play.setTooltip(new Tooltip("Step after step down the curve (Space)."));
        play.setOnAction(_ -> model.playOrPause());
        model.playingProperty().subscribe(playing -> {
            play.setText(playing ? "Pause" : "Play");
            icon.setIconCode(playing ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        });
        Button step = tool("descent-step", "Step", Material2OutlinedMZ.SKIP_NEXT, "One step down the curve (S)", model::next);
        Button again = tool("descent-again", "Same start", Material2OutlinedMZ.REPLAY, "Back before the first step (R)", model::restart);
        Button save = tool("descent-save", "", Material2OutlinedMZ.SAVE, "Save curve, start and rates as a file (Ctrl+S); tadpole walk runs it", this::save);
        save.getStyleClass().add("icon-button");
        save.setAccessibleText("Save the walk as a file");
        nodes = List.of(play, step, again, openMenu(), save);
    }

    void dress(String sheet) {
        play.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private MenuButton openMenu() {
        MenuButton open = new MenuButton("", new FontIcon(Material2OutlinedAL.FOLDER_OPEN));
        open.setId("descent-open");
        open.getStyleClass().addAll("tool-button", "icon-button");
        open.setTooltip(new Tooltip("Opens a walk: one that comes with Tadpole, or a file of yours (Ctrl+O)"));
        open.setAccessibleText("Open a walk");
        MenuItem own = item("descent-open-file", "Walk from a file...", this::open);
        files.look(walks -> {
            open.getItems().setAll(walks.stream().map(this::item).toList());
            open.getItems().addAll(new SeparatorMenuItem(), own);
        });
        return open;
    }

    /** What it is under its name: a menu shows no tooltips. */
    private MenuItem item(Example walk) {
        Label name = new Label(walk.head().name());
        name.getStyleClass().add("example-name");
        // Menus ask for a height without a width, at which a label would not wrap.
        Text about = new Text(walk.head().about());
        about.getStyleClass().add("example-about");
        about.fontProperty().subscribe(font -> about.setWrappingWidth(LINE_EM * font.getSize()));
        MenuItem item = item("open-" + walk.head().name(), "", () -> files.open(walk.head().path()));
        item.setGraphic(new VBox(name, about));
        item.getStyleClass().add("example");
        return item;
    }

    void open() {
        Optional.ofNullable(chooser("Open a walk").showOpenDialog(owner.get())).map(File::toPath).ifPresent(files::open);
    }

    void save() {
        FileChooser chooser = chooser("Save the walk");
        chooser.setInitialFileName(model.plan().name() + ".json");
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(files::save);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Walks", "*.json"));
        return chooser;
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
