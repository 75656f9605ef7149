package tadpole.app.pane.kernels.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.shell.Messages;

/** What stands in the header of the view, and the dialogs behind it. */
final class WindowTools {

    private static final ExtensionFilter PICTURES_AND_KERNELS = new ExtensionFilter("Pictures and kernels",
            "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.tif", "*.tiff", "*.PNG", "*.JPG", "*.JPEG", "*.BMP", "*.GIF", "*.TIF", "*.TIFF", "*.json", "*.txt");

    private final WindowFiles files;
    private final Supplier<Window> owner;
    private final Messages messages;
    private final List<Node> nodes;

    WindowTools(Bench bench, SlideModel slide, WindowFiles files, Supplier<Window> owner) {
        this.files = files;
        this.owner = owner;
        this.messages = bench.model().desk().messages();
        Button play = new Button("Slide");
        FontIcon icon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
        play.setId("window-slide");
        play.getStyleClass().addAll("main-button", "window-slide");
        play.setGraphic(icon);
        play.setTooltip(new Tooltip("The window goes over all places, row by row (Space); R begins anew, Esc shows the whole output"));
        play.setOnAction(_ -> slide.playOrPause());
        slide.playingProperty().subscribe(playing -> {
            play.setText(playing ? "Pause" : "Slide");
            icon.setIconCode(playing ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        });
        Button step = tool("window-step", "Step", Material2OutlinedMZ.SKIP_NEXT, "One place on (S, or a presenter's Page Down; Page Up goes back)", slide::step);
        Button learn = tool("window-learn", "Learn this kernel", Material2OutlinedMZ.MODEL_TRAINING,
                "Gradient descent finds the kernel from this input and its output", () -> bench.go().accept("learn"));
        play.disableProperty().bind(bench.model().convolvedProperty().map(now -> now.isEmpty()));
        step.disableProperty().bind(play.disableProperty());
        Button save = tool("window-save", "", Material2OutlinedMZ.SAVE, "Save the kernel and how it slides as a file (Ctrl+S)", this::save);
        save.getStyleClass().add("icon-button");
        save.setAccessibleText("Save the kernel as a file");
        nodes = List.of(play, step, learn, save, more(play.disableProperty()));
    }

    private MenuButton more(ObservableBooleanValue empty) {
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("window-more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setTooltip(new Tooltip("Open a kernel; other ways to save it; the output as a picture"));
        more.setAccessibleText("More");
        MenuItem picture = item("window-save-picture", "Output as a picture (PNG)...", this::savePicture);
        picture.disableProperty().bind(empty);
        MenuItem numbers = item("window-save-numbers", "Output as NumPy (.npy)...", this::saveNumbers);
        numbers.disableProperty().bind(empty);
        more.getItems().setAll(
                item("window-open", "Open a picture or a kernel... (Ctrl+O)", this::open),
                new SeparatorMenuItem(),
                item("window-save-numpy", "Kernel as typed, NumPy text...", this::saveNumpy),
                item("window-copy-snippet", "Copy PyTorch snippet, kernel as used", this::copySnippet),
                item("window-save-snippet", "PyTorch snippet, kernel as used...", this::saveSnippet),
                picture,
                numbers);
        return more;
    }

    void open() {
        FileChooser chooser = chooser("Open a picture or a kernel", PICTURES_AND_KERNELS, "");
        chooser.getExtensionFilters().addAll(new ExtensionFilter("Kernels, NumPy text", "*.json", "*.txt"), new ExtensionFilter("All files", "*"));
        Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath).ifPresent(files::openAny);
    }

    void save() {
        save(chooser("Save the kernel", new ExtensionFilter("Kernels", "*.json"), "kernel.json"), files::saveKernel);
    }

    private void saveNumpy() {
        save(chooser("Save the kernel as NumPy text", new ExtensionFilter("NumPy text", "*.txt"), "kernel.txt"), files::saveNumpy);
    }

    private void saveSnippet() {
        save(chooser("Save the PyTorch snippet", new ExtensionFilter("Python", "*.py"), "kernel.py"), files::saveSnippet);
    }

    private void savePicture() {
        save(chooser("Save the output as a picture", new ExtensionFilter("PNG pictures", "*.png"), files.pictureName()), files::savePicture);
    }

    private void saveNumbers() {
        save(chooser("Save the output's numbers for numpy.load", new ExtensionFilter("NumPy", "*.npy"), "output.npy"), files::saveNumbers);
    }

    private void copySnippet() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, files.snippet()));
        messages.done("Copied the PyTorch snippet.");
    }

    private void save(FileChooser chooser, Consumer<Path> use) {
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(use);
    }

    private static FileChooser chooser(String title, ExtensionFilter filter, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(filter);
        chooser.setInitialFileName(name);
        return chooser;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }

    List<Node> nodes() {
        return nodes;
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
