package tadpole.app.pane.data;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.dataset.FoundDataset;

/** What stands in the header: open a file, a folder, or one of the known data sets. */
final class DataTools {

    private final Opening opening;
    private final Button open = new Button("Open data", new FontIcon(Material2OutlinedAL.FOLDER));
    private final MenuButton known = new MenuButton("Data sets", new FontIcon(Material2OutlinedAL.COLLECTIONS));

    DataTools(Opening opening) {
        this.opening = opening;
        open.setId("open-data");
        open.getStyleClass().add("main-button");
        open.setTooltip(new Tooltip("Opens a file or archive of a data set, such as MNIST's or CIFAR-10's (Ctrl+O)."));
        open.setOnAction(_ -> chooseFile());
        known.setId("data-sets");
        known.getStyleClass().add("tool-button");
        known.setTooltip(new Tooltip("The bundled data sets, those in your data folder, or a folder of your choice."));
        opening.known().subscribe(this::fill);
    }

    List<Node> nodes() {
        return List.of(open, known);
    }

    void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open data");
        opened(chooser.showOpenDialog(open.getScene().getWindow()));
    }

    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of data");
        opened(chooser.showDialog(open.getScene().getWindow()));
    }

    /** A dialog that is closed without a choice gives no file. */
    private void opened(File chosen) {
        Optional.ofNullable(chosen).map(File::toPath).ifPresent(opening::open);
    }

    private void fill() {
        known.getItems().clear();
        opening.known().forEach(set -> known.getItems().add(item(set)));
        if (!opening.known().isEmpty()) {
            known.getItems().add(new SeparatorMenuItem());
        }
        MenuItem folder = new MenuItem("Open a folder...");
        folder.setId("open-folder");
        folder.setOnAction(_ -> chooseFolder());
        known.getItems().add(folder);
    }

    private MenuItem item(FoundDataset set) {
        MenuItem item = new MenuItem(set.title());
        item.setId("open-" + set.key());
        item.setOnAction(_ -> opening.open(set.path()));
        return item;
    }
}
