package tadpole.app.pane.text.learn;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import tadpole.engine.file.LanguageFile;

/** Asks where files are or shall go. */
final class LearnFiles {

    private final LearnModel model;
    private final Supplier<Window> owner;

    LearnFiles(LearnModel model, Supplier<Window> owner) {
        this.model = model;
        this.owner = owner;
    }

    void openText() {
        FileChooser chooser = chooser("Open a text", new ExtensionFilter("Texts", "*.txt", "*.text", "*.md", "*.csv", "*.tex", "*.html"), "");
        chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
        given(chooser.showOpenDialog(owner.get()), model::open);
    }

    void saveModel() {
        model.toSave().ifPresent(made -> given(chooser("Save the model", new ExtensionFilter("Models", "*.safetensors"), model.title() + ".safetensors")
                .showSaveDialog(owner.get()), file -> save(file)));
    }

    void save(Path file) {
        model.toSave().ifPresent(made -> model.files().save(file, to -> LanguageFile.save(to, made)));
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
