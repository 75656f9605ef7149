package tadpole.app.pane.kernels.input;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The last few pictures, to come back to one of them. */
final class RecentMenu extends MenuButton {

    private final InputModel model;

    RecentMenu(InputModel model) {
        super("Recent pictures", new FontIcon(Material2OutlinedAL.HISTORY));
        this.model = model;
        setId("input-recent");
        getStyleClass().addAll("icon-button", "plain-button", "small-button");
        setTooltip(new Tooltip("The last few pictures of this session."));
        disableProperty().bind(Bindings.size(model.recent()).lessThan(2));
        InvalidationListener again = _ -> fill();
        model.recent().addListener(again);
        fill();
    }

    private void fill() {
        getItems().clear();
        for (InputPicture each : model.recent()) {
            MenuItem item = new MenuItem("%s  (%s)".formatted(each.picture().name(), each.facts()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.restore(each));
            getItems().add(item);
        }
    }
}
