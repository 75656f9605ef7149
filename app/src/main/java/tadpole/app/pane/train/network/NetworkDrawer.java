package tadpole.app.pane.train.network;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Beside the picture: the selected layer's settings, or the whole network as text. */
final class NetworkDrawer extends VBox {

    private final StackPane floor = new StackPane();
    private final ToggleGroup group = new ToggleGroup();

    NetworkDrawer(NetworkModel model, NetworkTextModel text) {
        setId("network-drawer");
        getStyleClass().addAll("form", "network-drawer");
        LayerSection layer = new LayerSection(model);
        ToggleButton first = button("drawer-layer", "Layer", layer);
        ToggleButton second = button("drawer-text", "As text", new TextSection(text));
        VBox.setVgrow(floor, Priority.ALWAYS);
        getChildren().setAll(new HBox(4, first, second), floor);
        first.fire();
        // Who picks a card wants to see it, also while the text is open.
        model.settingsProperty().addListener((_, _, now) -> now.filter(_ -> !isTyping()).ifPresent(_ -> show(first, layer)));
    }

    private boolean isTyping() {
        return getScene() != null && getScene().getFocusOwner() instanceof javafx.scene.control.TextArea;
    }

    private ToggleButton button(String id, String label, Node section) {
        ToggleButton button = new ToggleButton(label);
        button.setId(id);
        button.setToggleGroup(group);
        button.setOnAction(_ -> show(button, section));
        return button;
    }

    private void show(ToggleButton button, Node section) {
        button.setSelected(true);
        floor.getChildren().setAll(section);
    }
}
