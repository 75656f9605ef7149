package tadpole.app.pane.studio;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.shell.Action;
import tadpole.engine.picture.studio.StudioExample;

/** What concerns the whole studio: save it, open another, take an example. */
final class StudioTools {

    private final StudioModel model;
    private final List<Node> nodes;

    StudioTools(StudioModel model) {
        this.model = model;
        Button save = new Button("Save the studio", new FontIcon(Material2OutlinedMZ.SAVE));
        save.setId("studio-save");
        save.getStyleClass().add("icon-button");
        save.setTooltip(new Tooltip("Saves layers, settings and a stopped run in one file (Ctrl+S)"));
        MenuButton more = new MenuButton("More", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("studio-more");
        more.getStyleClass().add("icon-button");
        more.setTooltip(new Tooltip("Examples, open, export"));
        for (StudioExample example : StudioExample.ALL) {
            MenuItem item = new MenuItem(example.name());
            item.setId("example-" + example.name());
            item.setOnAction(_ -> model.open(example));
            more.getItems().add(item);
        }
        nodes = List.of(save, more);
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Action> actions() {
        return List.of();
    }

    boolean open(List<Path> files) {
        return false;
    }
}
