package tadpole.app.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar above the stage: the pane's name, what is open in it, its tools. */
final class Header extends HBox {

    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final HBox tools = new HBox();

    Header() {
        getStyleClass().add("header");
        setId("header");
        title.getStyleClass().add("pane-title");
        title.setId("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        subtitle.getStyleClass().add("subtitle");
        subtitle.setId("pane-subtitle");
        subtitle.setMinWidth(0);
        tools.getStyleClass().add("tools");
        tools.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(title, subtitle, space, tools);
    }

    void show(PaneEntry entry, PaneView view) {
        title.setText(entry.label());
        subtitle.textProperty().bind(view.subtitle());
        tools.getChildren().setAll(view.tools());
    }
}
