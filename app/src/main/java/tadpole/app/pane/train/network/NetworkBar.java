package tadpole.app.pane.train.network;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Run;

/** Above the picture: what the network is called, presets, undo and redo, and what becomes of changes made while a run goes on. */
final class NetworkBar extends HBox {

    private final NetworkModel model;
    private final Lab lab;
    private final Label name = new Label();
    private final Label waits = new Label("Changes wait for the next start.", new FontIcon(Material2OutlinedAL.INFO));
    private final Button branch = new Button("Branch with these layers", new FontIcon(Material2OutlinedAL.CALL_SPLIT));
    private final ToggleButton fold = new ToggleButton("Fold equal layers");

    NetworkBar(NetworkModel model, Lab lab) {
        this.model = model;
        this.lab = lab;
        getStyleClass().add("network-bar");
        name.setId("network-name");
        name.getStyleClass().add("section-title");
        name.setMinWidth(USE_PREF_SIZE);
        waits.setId("network-waits");
        waits.getStyleClass().addAll("muted", "network-waits");
        waits.setTooltip(new Tooltip("The run goes on with the layers that it began with."));
        branch.setId("network-branch");
        branch.getStyleClass().add("small-button");
        branch.setMinWidth(USE_PREF_SIZE);
        branch.setTooltip(new Tooltip("These layers have the same parameters: another run goes on from the moment looked at with them."));
        branch.setOnAction(_ -> branch());
        fold.setId("network-fold");
        fold.setMinWidth(USE_PREF_SIZE);
        fold.setTooltip(new Tooltip("Three or more equal layers in a row are one card"));
        fold.selectedProperty().bindBidirectional(model.foldedProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(name, space, waits, branch, fold,
                icon("network-undo", Material2OutlinedMZ.UNDO, "Undo (Ctrl+Z)", model.undoable(), model::undo),
                icon("network-redo", Material2OutlinedMZ.REDO, "Redo (Ctrl+Shift+Z)", model.redoable(), model::redo),
                new PresetMenu(model));
        InvalidationListener look = _ -> show();
        model.drawingProperty().addListener(look);
        lab.runProperty().addListener(look);
        lab.model().stateProperty().addListener(look);
        show();
    }

    private void show() {
        Optional<Drawing> now = model.drawing();
        name.setText(now.map(each -> NetworkName.of(model.layers(), each.design().input(), NetworkModel.goal(each))).orElse(""));
        Optional<Run> other = lab.runProperty().get().filter(run -> !run.start().layers().equals(model.layers()));
        present(waits, other.isPresent() && lab.model().state().isGoingOn());
        present(branch, other.filter(run -> now.filter(each -> run.start().data().isOf(each.dataset())
                && SameParameters.of(each.design().input(), run.start().layers(), model.layers())).isPresent()).isPresent());
        boolean foldable = now.filter(each -> Link.of(each.design().parts(), true).size() < each.design().parts().size()).isPresent();
        present(fold, foldable);
    }

    private void branch() {
        lab.runProperty().get().ifPresent(run ->
                lab.branch(run.start().withLayers(model.layers()), SameParameters.difference(run.start().layers(), model.layers())));
    }

    private static void present(Region node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static Button icon(String id, Ikon icon, String tip, ObservableValue<Boolean> enabled, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        button.disableProperty().bind(enabled.map(can -> !can));
        return button;
    }
}
