package tadpole.app.pane.gradients.check;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks where files are or shall go. */
final class CheckDialogs {

    private static final ExtensionFilter CHECKS = new ExtensionFilter("Checks and experiments", "*.json");

    private final CheckFiles files;
    private final Supplier<Window> owner;

    CheckDialogs(CheckFiles files, Supplier<Window> owner) {
        this.files = files;
        this.owner = owner;
    }

    void open() {
        given(chooser("Open a check or an experiment", CHECKS, "").showOpenDialog(owner.get()), files::open);
    }

    void save() {
        given(chooser("Save the check", CHECKS, "check.json").showSaveDialog(owner.get()), files::save);
    }

    void saveTable() {
        given(chooser("Save all numbers", new ExtensionFilter("Tables", "*.csv"), "gradients.csv").showSaveDialog(owner.get()), files::saveTable);
    }

    void savePictures() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save the heat map and both charts as PNG and SVG into a folder");
        given(chooser.showDialog(owner.get()), files::savePictures);
    }

    private static FileChooser chooser(String title, ExtensionFilter filter, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(filter);
        chooser.setInitialFileName(name);
        return chooser;
    }

    /** A dialog that is closed without a choice gives no file. */
    private static void given(File file, Consumer<Path> use) {
        Optional.ofNullable(file).map(File::toPath).ifPresent(use);
    }
}
