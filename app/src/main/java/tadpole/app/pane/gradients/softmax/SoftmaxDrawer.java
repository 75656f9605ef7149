package tadpole.app.pane.gradients.softmax;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;

/** What the section in front shows, in a few sentences, and the weights that pictures and batches go through. */
final class SoftmaxDrawer extends VBox {

    SoftmaxDrawer(SoftmaxRoomModel model) {
        setId("softmax-drawer");
        getStyleClass().addAll("form", "softmax-drawer");
        Label title = Parts.title("");
        Label teaching = Parts.words("softmax-teaching");
        teaching.getStyleClass().add("hint");
        model.sectionProperty().subscribe(section -> {
            title.setText(section.label());
            teaching.setText(section.teaching());
        });
        VBox weights = new VBox(Parts.title("Picture and weights"),
                new RecipeForm(model.form(), FormLayout.PLAIN.named("softmax").slider("deviation", 1e-4, 10)), send(model));
        weights.getStyleClass().add("form");
        weights.visibleProperty().bind(model.sectionProperty().map(section -> section != Section.LOGITS && section != Section.JACOBIAN));
        weights.managedProperty().bind(weights.visibleProperty());
        getChildren().setAll(title, teaching, weights);
    }

    private static Button send(SoftmaxRoomModel model) {
        Button send = new Button("Send to Train", new FontIcon(Material2OutlinedMZ.SHOW_CHART));
        send.setId("softmax-train");
        send.getStyleClass().add("tool-button");
        send.setMaxWidth(Double.MAX_VALUE);
        send.setTooltip(new Tooltip("Sets up the linear classifier that starts from this W and b, with cross-entropy and rate 0.01."));
        send.setOnAction(_ -> model.sendToTrain());
        send.disableProperty().bind(model.figuresProperty().map(Optional::isEmpty));
        return send;
    }
}
