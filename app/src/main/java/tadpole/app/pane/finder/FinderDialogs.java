package tadpole.app.pane.finder;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import java.io.File;

/** Asks where files shall go. */
final class FinderDialogs {

    private final FinderPaneModel model;
    private final Supplier<Window> owner;

    FinderDialogs(FinderPaneModel model, Supplier<Window> owner) {
        this.model = model;
        this.owner = owner;
    }

    void saveCharts() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save lr-finder.png and lr-finder.svg into a folder");
        Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath).ifPresent(model::saveCharts);
    }

    void saveTable() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save rates and losses");
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Tables", "*.csv"));
        chooser.setInitialFileName("lr-finder.csv");
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(model::saveTable);
    }
}
