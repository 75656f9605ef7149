package tadpole.app.pane.playground.neuron;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.surface.UpdateRule;

/** Makes numbers that open their arithmetic when they are clicked. */
final class OpenNumbers {

    private final NeuronModel model;
    private final XRayLayer layer;
    private NeuronModel.Subject subject = NeuronModel.Subject.NEURON;

    OpenNumbers(NeuronModel model, XRayLayer layer) {
        this.model = model;
        this.layer = layer;
        model.shownProperty().subscribe(_ -> layer.model().explain(Optional.of(model.explainer(subject))));
    }

    Button number(NeuronModel.Subject of, Address address, double value) {
        Button number = new Button(UpdateRule.four(value));
        number.getStyleClass().addAll("mono", "open-number");
        number.setMinWidth(Button.USE_PREF_SIZE);
        number.setTooltip(new Tooltip(Double.toString(value)));
        number.setOnAction(_ -> {
            layer.model().close();
            subject = of;
            layer.model().explain(Optional.of(model.explainer(of)));
            layer.open(address, number);
        });
        return number;
    }

    Button number(NeuronModel.Subject of, Address address, double value, String id) {
        Button number = number(of, address, value);
        number.setId(id);
        return number;
    }
}
