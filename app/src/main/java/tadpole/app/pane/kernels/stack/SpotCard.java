package tadpole.app.pane.kernels.stack;

import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.tensor.Tensor;

/** The number that one points at: what it has seen of the picture, and its arithmetic. */
final class SpotCard extends VBox {

    private final StackModel model;
    private final Label title = new Label();
    private final Label sees = new Label();
    private final Label beyond = new Label();
    private final ScrollPane sum = new ScrollPane();
    private final StackPane result = new StackPane();

    SpotCard(StackModel model) {
        this.model = model;
        setId("stack-spot");
        getStyleClass().addAll("card", "stack-spot");
        title.getStyleClass().add("section-title");
        title.setId("stack-spot-title");
        sees.getStyleClass().add("muted");
        sees.setId("stack-spot-sees");
        beyond.getStyleClass().add("muted");
        beyond.setId("stack-spot-beyond");
        sum.getStyleClass().addAll("edge-to-edge", "stack-sum");
        sum.setFitToWidth(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, gap, release());
        head.getStyleClass().add("stack-spot-head");
        FlowPane seen = new FlowPane(sees, beyond);
        seen.getStyleClass().add("stack-seen");
        HBox.setHgrow(sum, Priority.ALWAYS);
        Region line = new Region();
        line.getStyleClass().add("sum-line");
        line.visibleProperty().bind(Bindings.isNotEmpty(result.getChildren()));
        HBox arithmetic = new HBox(sum, line, result);
        arithmetic.getStyleClass().add("sum-beside");
        VBox.setVgrow(arithmetic, Priority.ALWAYS);
        getChildren().addAll(head, seen, arithmetic);
        model.sightProperty().subscribe(_ -> show());
        model.draftProperty().subscribe(_ -> show());
    }

    private Button release() {
        Button release = new Button("Pinned", new FontIcon(Material2OutlinedAL.CLOSE));
        release.setId("stack-unpin");
        release.getStyleClass().addAll("small-button");
        release.setOnAction(_ -> model.unpin());
        release.visibleProperty().bind(model.pinnedProperty());
        return release;
    }

    private void show() {
        model.sightProperty().get().ifPresentOrElse(this::show, this::showNothing);
    }

    /** What to do, and what there is to see in the stack of an example. */
    private void showNothing() {
        boolean none = model.draft().size() == 0;
        title.setText(none ? "No stage yet" : "Point at a pixel of any stage");
        sees.setText(none ? "Add a stage, or start from one of the stacks above." : "Its arithmetic stands here, and frames show what it has seen. A click pins it.");
        beyond.setText("");
        Label about = new Label(Arrays.stream(StackExample.values()).filter(each -> each.draft().equals(model.draft())).findFirst()
                .map(StackExample::about).orElse(""));
        about.setWrapText(true);
        about.setId("stack-example-about");
        sum.setContent(about);
        result.getChildren().clear();
    }

    private void show(Sight sight) {
        StackModel.Spot spot = sight.spot();
        Tensor plane = sight.run().plane(spot.plane());
        String channel = plane.shape().at(0) == 1 ? "" : ", channel " + (spot.channel() + 1);
        title.setText("%s at y %d, x %d%s".formatted(spot.plane() == 0 ? "Picture" : "Stage " + spot.plane(), spot.y(), spot.x(), channel));
        sees.setText(sight.sees());
        beyond.setText(sight.beyond());
        SumView view = sight.number().map(SumView::of).orElseGet(() -> SumView.ofPixel(sight));
        sum.setContent(view.terms());
        result.getChildren().setAll(view.result());
    }
}
