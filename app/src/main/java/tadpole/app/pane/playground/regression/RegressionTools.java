package tadpole.app.pane.playground.regression;

import java.io.File;
import java.nio.file.Path;
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
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.WorkState;

/** What stands in the header of the room, and the dialogs behind it. */
final class RegressionTools {

    private static final double LINE_EM = 32;

    private final RegressionModel model;
    private final RegressionFiles files;
    private final Supplier<Window> owner;
    private final Button start = new Button();
    private final FontIcon icon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
    private final List<Node> nodes;

    /** @param toTrain hands the experiment to the Train pane */
    RegressionTools(RegressionModel model, RegressionFiles files, Path lessons, Supplier<Window> owner, Runnable toTrain) {
        this.model = model;
        this.files = files;
        this.owner = owner;
        start.setId("regression-start");
        start.getStyleClass().addAll("main-button", "regression-start");
        start.setGraphic(icon);
        start.setOnAction(_ -> model.startOrPause());
        model.stateProperty().subscribe(this::name);
        nodes = List.of(start,
                tool("regression-step", "Step", Material2OutlinedMZ.SKIP_NEXT, "One iteration (S)", model::step),
                tool("regression-again", "", Material2OutlinedMZ.REPLAY, "Same start: back before the first step (R)", model::again),
                lessons(lessons), menu(toTrain));
    }

    void dress(String sheet) {
        start.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private MenuButton lessons(Path folder) {
        MenuButton button = new MenuButton("Lessons", new FontIcon(Material2OutlinedMZ.SCHOOL));
        button.setId("regression-lessons");
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip("Published runs, right and wrong, each with what it teaches"));
        for (RegressionLesson lesson : RegressionLesson.values()) {
            Label name = new Label(lesson.label());
            name.getStyleClass().add("example-name");
            Text about = new Text(lesson.teaches());
            about.getStyleClass().add("example-about");
            about.fontProperty().subscribe(font -> about.setWrappingWidth(LINE_EM * font.getSize()));
            MenuItem item = new MenuItem("", new VBox(name, about));
            item.setId("lesson-" + lesson.file().replace(".json", ""));
            item.getStyleClass().add("example");
            item.setOnAction(_ -> files.open(folder.resolve(lesson.file())));
            button.getItems().add(item);
        }
        return button;
    }

    private MenuButton menu(Runnable toTrain) {
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("regression-more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setTooltip(new Tooltip("Open, save, noise, send to Train"));
        more.setAccessibleText("More");
        more.getItems().setAll(
                item("regression-open", "Open an experiment or a table of points...", this::open),
                item("regression-save", "Save as an experiment...", this::save),
                item("regression-train", "Send to Train", toTrain),
                new SeparatorMenuItem(),
                item("regression-noise", "Add noise to the points", () -> model.addNoise(0.05, model.moments().size() + 1L)));
        return more;
    }

    void open() {
        Optional.ofNullable(chooser("Open an experiment or a table of points", "*.json", "*.csv").showOpenDialog(owner.get()))
                .map(File::toPath).ifPresent(files::open);
    }

    void save() {
        FileChooser chooser = chooser("Save the regression", "*.json");
        chooser.setInitialFileName(model.experiment().name() + ".json");
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(files::save);
    }

    private static FileChooser chooser(String title, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Regressions", patterns));
        return chooser;
    }

    private void name(WorkState state) {
        start.setText(switch (state) {
            case READY -> "Start";
            case RUNNING -> "Pause";
            case PAUSED -> "Go on";
            case ENDED, FAILED -> "Start again";
        });
        icon.setIconCode(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        start.setTooltip(new Tooltip("Trains on all points, iteration by iteration (Space)."));
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
        if (text.isEmpty()) {
            button.getStyleClass().add("icon-button");
            button.setAccessibleText(tip);
        }
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }
}
