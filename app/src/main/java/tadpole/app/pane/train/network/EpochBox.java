package tadpole.app.pane.train.network;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** How long an epoch takes, and a button that measures it. */
final class EpochBox extends HBox {

    EpochBox(EpochModel model) {
        getStyleClass().add("epoch-box");
        Label figure = CostsCard.figure("epoch-seconds");
        figure.textProperty().bind(model.figureProperty());
        Label detail = CostsCard.unit("");
        detail.setId("epoch-detail");
        detail.textProperty().bind(Bindings.createStringBinding(
                () -> model.refusalProperty().get().isEmpty() ? model.detailProperty().get() : "could not be measured",
                model.refusalProperty(), model.detailProperty()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(model.refusalProperty().map(why -> why.isEmpty() ? "Time for all training samples once, and the held-out samples after them" : why));
        detail.setTooltip(tip);
        Button measure = new Button("Measure");
        measure.setId("epoch-measure");
        measure.getStyleClass().add("small-button");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setTooltip(new Tooltip("Trains a throw-away copy of this network for five seconds"));
        measure.setOnAction(_ -> model.measure());
        measure.disableProperty().bind(model.readyProperty().not());
        getChildren().setAll(CostsCard.box(figure, detail), measure);
    }
}
