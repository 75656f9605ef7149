package tadpole.app.pane.playground.points;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.WorkState;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;

/** What stands in the header of the room, and the dialogs behind it. */
final class PointsTools {

    private final PointsModel model;
    private final PlayFiles files;
    private final Supplier<Window> owner;
    private final Button start = new Button();
    private final FontIcon icon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
    private final List<Node> nodes;

    PointsTools(PointsModel model, PlayFiles files, Supplier<Window> owner) {
        this.model = model;
        this.files = files;
        this.owner = owner;
        start.setId("points-start");
        start.getStyleClass().addAll("main-button", "points-start");
        start.setGraphic(icon);
        start.setOnAction(_ -> model.startOrPause());
        model.stateProperty().subscribe(this::name);
        Button step = tool("points-step", "Step", Material2OutlinedMZ.SKIP_NEXT, "One batch: forward, backward, update (S).", model::step);
        Button again = tool("points-reset", "Same start", Material2OutlinedMZ.REPLAY, "Exactly the same start, bit for bit (R).", model::reset);
        nodes = List.of(start, step, again, save(), more());
    }

    /** They stand in the header, out of reach of the stage's own sheet. */
    void dress(String sheet) {
        start.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private static Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private MenuButton save() {
        MenuButton save = new MenuButton("", new FontIcon(Material2OutlinedMZ.SAVE));
        save.setId("points-save");
        save.getStyleClass().addAll("tool-button", "icon-button");
        save.setTooltip(new Tooltip("Save what is set up as an experiment, or send it to Train"));
        save.setAccessibleText("Save");
        save.getItems().setAll(
                item("points-save-start", "Save with the weights of the start...", () -> save(model.experiment())),
                item("points-save-now", "Save with the weights as they are now...", () -> save(model.experimentNow())),
                new SeparatorMenuItem(),
                item("points-send", "Send to Train", model::sendToTrain));
        return save;
    }

    private MenuButton more() {
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("points-more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setTooltip(new Tooltip("Open an example or a file"));
        more.setAccessibleText("Open");
        for (PlayScene scene : PlayScene.values()) {
            Label name = new Label(scene.label());
            name.getStyleClass().add("example-name");
            Label about = new Label(scene.about());
            about.getStyleClass().addAll("muted", "example-data");
            MenuItem item = item("scene-" + scene.name().toLowerCase(Locale.ROOT), "", () -> open(scene));
            item.setGraphic(new VBox(name, about));
            item.getStyleClass().add("example");
            more.getItems().add(item);
        }
        more.getItems().addAll(new SeparatorMenuItem(),
                item("points-open", "Open an experiment...", this::openExperiment),
                item("points-open-csv", "Open points from a CSV file...", this::openTable));
        return more;
    }

    void open(PlayScene scene) {
        try {
            model.open(scene.draft());
        } catch (SettingException impossible) {
            model.desk().messages().failed(impossible.getMessage());
        }
    }

    void openExperiment() {
        choose("Open an experiment", "Experiments", "*.json").ifPresent(file -> files.open(file, model::open));
    }

    void openTable() {
        choose("Open points", "Tables of x1, x2, class", "*.csv").ifPresent(this::openTable);
    }

    void openTable(Path file) {
        files.openTable(file, model.own()::replace);
    }

    /** Takes an experiment or a table of points; false where it is neither. */
    boolean open(List<Path> dropped) {
        Optional<Path> ours = dropped.stream().filter(PlayFiles::isOurs).findFirst();
        ours.ifPresent(file -> {
            if (file.toString().endsWith(".csv")) {
                openTable(file);
            } else {
                files.open(file, model::open);
            }
        });
        return ours.isPresent();
    }

    private void save(Experiment experiment) {
        FileChooser chooser = chooser("Save the experiment", "Experiments", "*.json");
        chooser.setInitialFileName(experiment.name() + ".json");
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(file -> files.save(file, experiment));
    }

    void saveStart() {
        save(model.experiment());
    }

    private Optional<Path> choose(String title, String kind, String pattern) {
        return Optional.ofNullable(chooser(title, kind, pattern).showOpenDialog(owner.get())).map(File::toPath);
    }

    private static FileChooser chooser(String title, String kind, String pattern) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter(kind, pattern));
        return chooser;
    }

    private void name(WorkState state) {
        start.setText(switch (state) {
            case READY, FAILED -> "Start";
            case RUNNING -> "Pause";
            case PAUSED -> "Go on";
            case ENDED -> "Start again";
        });
        icon.setIconCode(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        start.setTooltip(new Tooltip(switch (state) {
            case RUNNING -> "Stands still after this batch (Space).";
            case PAUSED -> "Goes on where it stands (Space).";
            case READY, ENDED, FAILED -> "Trains from the start (Space).";
        }));
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
