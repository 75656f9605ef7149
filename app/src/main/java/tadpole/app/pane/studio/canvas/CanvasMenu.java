package tadpole.app.pane.studio.canvas;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What one does with whole layers: open and export them. */
final class CanvasMenu extends MenuButton {

    private final CanvasModel model;
    private final CanvasFiles files;

    CanvasMenu(CanvasModel model, CanvasFiles files) {
        super("Layers", new FontIcon(Material2OutlinedMZ.MORE_HORIZ));
        this.model = model;
        this.files = files;
        setId("studio-layers-menu");
        getStyleClass().addAll("icon-button", "plain-button", "studio-tool");
        setTooltip(new Tooltip("Open pictures as layers, export layers"));
        setPopupSide(Side.RIGHT);
        ObservableBooleanValue open = model.openProperty();
        ObservableBooleanValue ready = model.readyProperty();
        for (CanvasFiles.As as : CanvasFiles.As.values()) {
            item("Open as " + as.label() + "...", "open-" + as.label(), () -> choose(as), as == CanvasFiles.As.PAINTING ? model.editableProperty() : ready);
        }
        line();
        item("Export the mask...", "export-mask", () -> save("mask", files::saveMask), open);
        item("Export the composite...", "export-composite", () -> save("composite", files::saveComposite), open);
        item("Export the result...", "export-result", () -> save("result", files::saveResult), model.hasResultProperty());
    }

    private void item(String text, String id, Runnable run, ObservableBooleanValue enabled) {
        MenuItem item = new MenuItem(text);
        item.setId("studio-" + id);
        item.setOnAction(_ -> run.run());
        item.disableProperty().bind(Bindings.not(enabled));
        getItems().add(item);
    }

    private void line() {
        getItems().add(new SeparatorMenuItem());
    }

    /** Asks for a picture and opens it as that. */
    void choose(CanvasFiles.As as) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open as " + as.label());
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter("Pictures (PNG, JPEG, BMP, GIF, TIFF)", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.tif", "*.tiff",
                        "*.PNG", "*.JPG", "*.JPEG", "*.BMP", "*.GIF", "*.TIF", "*.TIFF"),
                new FileChooser.ExtensionFilter("All files", "*"));
        path(chooser.showOpenDialog(window())).ifPresent(file -> files.open(file, as));
    }

    void save(String name, Consumer<Path> write) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the " + name);
        chooser.setInitialFileName(name + ".png");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("PNG", "*.png"));
        path(chooser.showSaveDialog(window())).ifPresent(write);
    }

    private static Optional<Path> path(File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private Window window() {
        return Optional.ofNullable(getScene()).map(Scene::getWindow).orElse(null);
    }
}
