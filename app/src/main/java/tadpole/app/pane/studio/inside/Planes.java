package tadpole.app.pane.studio.inside;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;

/** A picture of numbers under its name, with all digits of the number one points at beside it. */
final class Planes {

    private Planes() {}

    static VBox titled(String name, PlaneModel model, PlaneView view) {
        model.nameProperty().set(name);
        Label title = new Label();
        title.textProperty().bind(model.nameProperty());
        title.getStyleClass().add("muted");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label pointed = new Label();
        pointed.getStyleClass().addAll("mono", "muted", "small");
        pointed.setMinWidth(0);
        pointed.textProperty().bind(Bindings.createStringBinding(() -> digits(model), model.placeProperty(), model.valuesProperty(), model.channelProperty()));
        HBox.setHgrow(pointed, Priority.ALWAYS);
        HBox head = new HBox(title, pointed);
        head.getStyleClass().add("inside-head");
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox box = new VBox(head, view);
        box.getStyleClass().add("inside-plane");
        box.setMinSize(0, 0);
        VBox.setVgrow(box, Priority.ALWAYS);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static String digits(PlaneModel model) {
        return model.placeProperty().get().flatMap(at -> model.valueAt(Math.min(model.channelProperty().get(), channels(model) - 1), at.y(), at.x())
                .map(value -> "y %d, x %d: %s".formatted(at.y(), at.x(), value))).orElse("");
    }

    private static int channels(PlaneModel model) {
        return model.valuesProperty().get().map(now -> now.shape().at(0)).orElse(1);
    }
}
