package tadpole.app.pane.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;
import tadpole.engine.dataset.Dataset;

/** The line above the wall: what is seen, which part, go to index, smaller and larger. */
final class WallBar extends HBox {

    private final DataPaneModel model;
    private final EnlargedImage enlarged;
    private final GoToIndex index;

    /** @param toWall gives the focus to the wall */
    WallBar(DataPaneModel model, EnlargedImage enlarged, Runnable toWall) {
        this.model = model;
        this.enlarged = enlarged;
        this.index = new GoToIndex(model, toWall);
        getStyleClass().add("wall-bar");
        getChildren().addAll(heading(), detail(), back(), parts(), index, zoom());
    }

    private Label heading() {
        Label heading = new Label();
        heading.setId("wall-heading");
        heading.getStyleClass().add("section-title");
        heading.textProperty().bind(text(model::heading));
        heading.setMinWidth(0);
        return heading;
    }

    private Label detail() {
        Label detail = new Label();
        detail.setId("wall-detail");
        detail.getStyleClass().add("muted");
        StringBinding ofWall = text(model::detail);
        detail.textProperty().bind(Bindings.when(model.enlargedProperty()).then(enlarged.detail()).otherwise(ofWall));
        // It takes what the others leave, so that it is the first to give way.
        detail.setMinWidth(0);
        detail.setPrefWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        return detail;
    }

    private StringBinding text(Supplier<String> words) {
        return Bindings.createStringBinding(words::get, model.wall().contentProperty(), model.wall().zoomProperty(),
                model.enlargedProperty(), model.picked().placeProperty());
    }

    private Node back() {
        Button back = new Button("Back to the wall");
        back.setId("back-to-wall");
        back.getStyleClass().add("small-button");
        back.setTooltip(new Tooltip("Shows all images again (Esc)."));
        back.setMinWidth(USE_PREF_SIZE);
        back.visibleProperty().bind(model.enlargedProperty());
        back.managedProperty().bind(back.visibleProperty());
        back.setOnAction(_ -> model.enlargedProperty().set(false));
        return back;
    }

    private Node parts() {
        ToggleRow<Boolean> parts = new ToggleRow<>(model.testProperty().asObject(), List.of(
                new ToggleRow.Choice<>(false, "Training", "part-training", "The images that a network learns from."),
                new ToggleRow.Choice<>(true, "Test", "part-test", "Images that a network never learns from: they show what it really knows.")));
        BooleanBinding hasTest = Bindings.createBooleanBinding(
                () -> model.datasetProperty().get().flatMap(Dataset::test).isPresent(), model.datasetProperty());
        parts.visibleProperty().bind(hasTest.and(model.enlargedProperty().not()));
        parts.managedProperty().bind(parts.visibleProperty());
        return parts;
    }

    private Node zoom() {
        HBox zoom = new HBox(
                button("zoom-out", Material2RoundMZ.REMOVE, "Smaller (-)", this::reduce),
                button("zoom-in", Material2RoundAL.ADD, "Larger (+)", this::enlarge));
        zoom.disableProperty().bind(model.datasetProperty().map(Optional::isEmpty));
        zoom.getStyleClass().add("zoom");
        return zoom;
    }

    private static Button button(String id, Ikon icon, String tip, Runnable run) {
        Button button = new Button(tip, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("small-button", "icon-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        return button;
    }

    void askForIndex() {
        index.ask();
    }

    void enlarge() {
        if (model.enlargedProperty().get()) {
            enlarged.enlarge();
        } else {
            model.wall().enlarge();
        }
    }

    void reduce() {
        if (model.enlargedProperty().get()) {
            enlarged.reduce();
        } else {
            model.wall().reduce();
        }
    }
}
