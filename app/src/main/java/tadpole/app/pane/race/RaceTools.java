package tadpole.app.pane.race;

import java.io.File;
import java.util.ArrayList;
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
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.job.WorkState;

/** What stands in the header of the Optimizers pane, and the dialogs behind it. */
final class RaceTools {

    private static final double LINE_EM = 32;

    private final RacePaneModel model;
    private final Supplier<Window> owner;
    private final Button race = new Button();
    private final FontIcon icon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
    private final List<Node> nodes;

    /** @param examples whose races one click opens */
    RaceTools(RacePaneModel model, Examples examples, Supplier<Window> owner) {
        this.model = model;
        this.owner = owner;
        race.setId("race");
        race.getStyleClass().addAll("main-button", "race-button");
        race.setGraphic(icon);
        race.setOnAction(_ -> model.raceOrPause());
        race.disableProperty().bind(model.startable().not());
        model.stateProperty().subscribe(this::name);
        Button stop = new Button("Stop", new FontIcon(Material2OutlinedMZ.STOP));
        stop.setId("race-stop");
        stop.getStyleClass().add("tool-button");
        stop.setTooltip(new Tooltip("Ends the race at once and ranks the runs that ended (Esc)."));
        stop.setOnAction(_ -> model.stop());
        stop.disableProperty().bind(model.stoppable().not());
        MenuButton save = new MenuButton("", new FontIcon(Material2OutlinedMZ.SAVE));
        save.setId("race-save");
        save.getStyleClass().addAll("tool-button", "icon-button");
        save.setTooltip(new Tooltip("Save charts, figures or the race itself"));
        save.setAccessibleText("Save");
        save.disableProperty().bind(model.raced().not());
        save.getItems().setAll(
                item("race-save-charts", "Save the charts as PNG and SVG...", this::saveCharts),
                item("race-save-table", "Save the final losses as CSV...", this::saveTable),
                item("race-save-file", "Save the race as a file...", this::saveRace));
        nodes = List.of(race, stop, open(examples), save);
    }

    /** They stand in the header, out of reach of the stage's own sheet. */
    void dress(String sheet) {
        race.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private MenuButton open(Examples examples) {
        MenuButton open = new MenuButton("Open", new FontIcon(Material2OutlinedAL.FOLDER_OPEN));
        open.setId("race-open");
        open.getStyleClass().add("tool-button");
        open.setTooltip(new Tooltip("Opens a race: one that comes with Tadpole, or a file of yours."));
        open.disableProperty().bind(model.stoppable());
        // A text of its own would stand right of the room for what the others have under their names.
        MenuItem file = item("race-open-file", "", this::openRace);
        file.setGraphic(new Label("Race from a file..."));
        open.getItems().setAll(file);
        Runnable look = () -> model.files().look(examples, races -> {
            List<MenuItem> items = new ArrayList<>(races.stream().map(this::item).toList());
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.add(file);
            open.getItems().setAll(items);
        });
        open.setOnShowing(_ -> look.run());
        look.run();
        return open;
    }

    /** What it is under its name: a menu shows no tooltips. */
    private MenuItem item(Example race) {
        Label name = new Label(race.head().name());
        name.getStyleClass().add("example-name");
        // Menus ask for a height without a width, at which a label would not wrap.
        Text about = new Text(race.head().about());
        about.getStyleClass().add("example-about");
        about.fontProperty().subscribe(font -> about.setWrappingWidth(LINE_EM * font.getSize()));
        Label data = new Label(race.isReady() ? "on " + race.data() : race.lack());
        data.getStyleClass().addAll("muted", "example-data");
        MenuItem item = new MenuItem("", new VBox(name, about, data));
        item.setId("open-" + race.head().name());
        item.getStyleClass().add("example");
        item.setDisable(!race.isReady());
        item.setOnAction(_ -> model.open(race.head().path()));
        return item;
    }

    void openRace() {
        Optional.ofNullable(chooser("Open a race", "Races", "*.json", "").showOpenDialog(owner.get())).map(File::toPath).ifPresent(model::open);
    }

    void saveCharts() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save the charts of the race into a folder");
        Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath).ifPresent(model::saveCharts);
    }

    void saveTable() {
        Optional.ofNullable(chooser("Save the final losses", "Tables", "*.csv", "race.csv").showSaveDialog(owner.get()))
                .map(File::toPath).ifPresent(model::saveTable);
    }

    void saveRace() {
        Optional.ofNullable(chooser("Save the race", "Races", "*.json", "race.json").showSaveDialog(owner.get()))
                .map(File::toPath).ifPresent(model::saveRace);
    }

    private static FileChooser chooser(String title, String kind, String pattern, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter(kind, pattern));
        chooser.setInitialFileName(name);
        return chooser;
    }

    private void name(WorkState state) {
        race.setText(switch (state) {
            case READY, FAILED -> "Race";
            case RUNNING -> "Pause";
            case PAUSED -> "Go on";
            case ENDED -> "Race again";
        });
        icon.setIconCode(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        race.setTooltip(new Tooltip(switch (state) {
            case RUNNING -> "Stands still after this batch (Space).";
            case PAUSED -> "Goes on where it stands (Space).";
            case READY, ENDED, FAILED -> "All from the same start over the same batches (Space).";
        }));
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
