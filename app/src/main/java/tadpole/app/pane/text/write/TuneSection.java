package tadpole.app.pane.text.write;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The button that finds θ and λ. */
final class TuneSection extends VBox {

    TuneSection(WriteModel model) {
        Button tune = new Button("Tune on validation text", new FontIcon(Material2OutlinedMZ.TUNE));
        tune.setId("cache-tune");
        tune.setMaxWidth(Double.MAX_VALUE);
        tune.setTooltip(new Tooltip("Tries 110 pairs of θ and λ on the model's validation text, or on this text where that is not at hand, and takes the best."));
        tune.disableProperty().bind(model.text().modelProperty().map(Optional::isEmpty));
        tune.setOnAction(_ -> model.tune().startOrStop());
        model.tune().stateProperty().subscribe(now -> tune.setText(now.isGoingOn() ? "Stop tuning" : "Tune on validation text"));
        getChildren().setAll(tune);
    }
}
