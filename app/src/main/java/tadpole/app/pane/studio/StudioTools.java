package tadpole.app.pane.studio;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.shell.Action;
import tadpole.engine.file.LanguageImport;
import tadpole.engine.file.StudioFile;
import tadpole.engine.picture.studio.StudioExample;
import tadpole.resources.Resources;

/** What concerns the whole studio: save it, open another, take an example. */
final class StudioTools {

    private static final ButtonType SAVE = new ButtonType("Save first", ButtonBar.ButtonData.YES);
    private static final ButtonType DISCARD = new ButtonType("Discard the changes", ButtonBar.ButtonData.NO);
    private static final ButtonType KEEP = new ButtonType("Cancel", ButtonBar.ButtonData.CANCEL_CLOSE);

    private static final List<String> WEIGHTS = List.of(".pth", ".pt", ".h5", ".safetensors");

    private final StudioModel model;
    private final Supplier<List<Action>> exports;
    private final Predicate<List<Path>> pictures;
    private final Button save = new Button("Save the studio", new FontIcon(Material2OutlinedMZ.SAVE));
    private final MenuButton more = new MenuButton("More", new FontIcon(Material2OutlinedMZ.MORE_VERT));
    private final BooleanBinding filled;

    /**
     * @param exports  what the room in front can save
     * @param pictures opens pictures as layers
     */
    StudioTools(StudioModel model, Supplier<List<Action>> exports, Predicate<List<Path>> pictures) {
        this.model = model;
        this.exports = exports;
        this.pictures = pictures;
        this.filled = Bindings.createBooleanBinding(() -> model.document().composition().isPresent(), model.document().compositionProperty());
        save.setId("studio-save");
        save.getStyleClass().add("icon-button");
        save.setTooltip(new Tooltip("Saves layers, settings and a stopped run in one file (Ctrl+S)"));
        save.setOnAction(_ -> save());
        save.disableProperty().bind(filled.not());
        more.setId("studio-more");
        more.getStyleClass().add("icon-button");
        more.setTooltip(new Tooltip("Examples, files, exports"));
        more.setOnShowing(_ -> more.getItems().setAll(items()));
        more.getItems().setAll(items());
    }

    List<Node> nodes() {
        return List.of(save, more);
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        Menu examples = new Menu("Examples");
        examples.setId("studio-examples");
        StudioExample.ALL.forEach(each -> examples.getItems().add(item("example-" + each.painting(), each.name(), () -> unlessLost(() -> model.open(each)))));
        items.add(examples);
        items.add(item("studio-open", "Open...", this::open));
        items.add(item("studio-save-as", "Save the studio as...", this::saveAs));
        List<Action> own = exports.get();
        if (!own.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (Action each : own) {
            MenuItem item = item("export-" + items.size(), each.label() + "...", each.run());
            item.setDisable(!each.enabled().get());
            items.add(item);
        }
        return items;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }

    List<Action> actions() {
        ObservableBooleanValue always = new SimpleBooleanProperty(true);
        List<Action> all = new ArrayList<>(List.of(Action.of("Save the studio", "Shortcut+S", filled, this::save),
                Action.of("Save the studio as", "Shortcut+Shift+S", filled, this::saveAs), Action.of("Open a studio or a picture", "Shortcut+O", always, this::open)));
        StudioExample.ALL.forEach(each -> all.add(Action.of("Open the example " + each.name(), always, () -> unlessLost(() -> model.open(each)))));
        return all;
    }

    /** Takes a dropped studio, or weights of a feature network. */
    boolean open(List<Path> files) {
        if (files.size() == 1 && WEIGHTS.stream().anyMatch(files.getFirst().toString()::endsWith) && !LanguageImport.isOne(files.getFirst())) {
            model.networks().open(files.getFirst());
            return true;
        }
        boolean ours = StudioFiles.isOne(files);
        if (ours) {
            unlessLost(() -> model.files().open(files.getFirst()));
        }
        return ours;
    }

    private void open() {
        FileChooser chooser = chooser("Open a studio or a picture");
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter("Studios and pictures", "*" + StudioFile.ENDING, "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.tif", "*.tiff"),
                new FileChooser.ExtensionFilter("Studios", "*" + StudioFile.ENDING));
        Optional.ofNullable(chooser.showOpenDialog(save.getScene().getWindow())).map(File::toPath).map(List::of)
                .filter(chosen -> !open(chosen)).ifPresent(pictures::test);
    }

    private void save() {
        save(() -> { });
    }

    private void save(Runnable then) {
        model.files().place().ifPresentOrElse(place -> model.files().save(place, then), () -> saveAs(then));
    }

    private void saveAs() {
        saveAs(() -> { });
    }

    private void saveAs(Runnable then) {
        FileChooser chooser = chooser("Save the studio");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Studios", "*" + StudioFile.ENDING));
        chooser.setInitialFileName(model.nameProperty().get() + StudioFile.ENDING);
        Optional.ofNullable(chooser.showSaveDialog(save.getScene().getWindow())).map(File::toPath)
                .map(chosen -> StudioFiles.isOne(List.of(chosen)) ? chosen : chosen.resolveSibling(chosen.getFileName() + StudioFile.ENDING))
                .ifPresent(to -> model.files().save(to, then));
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }

    Optional<String> unsaved() {
        return model.files().changedProperty().get() ? Optional.of(notSaved()) : Optional.empty();
    }

    private String notSaved() {
        String name = model.nameProperty().get();
        return "%s has changes that are not saved.".formatted(name.isEmpty() ? "This studio" : name);
    }

    /** Asks first where something would be lost. */
    private void unlessLost(Runnable go) {
        if (!model.canvas().editableProperty().get()) {
            model.desk().messages().failed("A run is reading the layers: stop it before you open another studio.");
            return;
        }
        if (!model.files().changedProperty().get()) {
            go.run();
            return;
        }
        Alert ask = new Alert(Alert.AlertType.NONE, notSaved(), SAVE, DISCARD, KEEP);
        ask.setTitle("Open another studio");
        ask.initOwner(save.getScene().getWindow());
        ask.getDialogPane().getStylesheets().setAll(save.getScene().getStylesheets());
        ask.getDialogPane().getStylesheets().add(Resources.url("css/pane-studio.css").toExternalForm());
        ask.getDialogPane().getStyleClass().add("studio-ask");
        Optional<ButtonType> answer = ask.showAndWait();
        if (answer.filter(DISCARD::equals).isPresent()) {
            go.run();
        } else if (answer.filter(SAVE::equals).isPresent()) {
            save(go);
        }
    }
}
