package tadpole.app.pane.studio.inside;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tadpole.engine.picture.feature.FeatureNetwork;

/** Which layer of the network one looks at. */
final class LayerChoice extends VBox {

    private final InsideModel model;
    private final ComboBox<String> box = new ComboBox<>();
    private boolean filling;

    LayerChoice(InsideModel model) {
        this.model = model;
        Label label = new Label("Layer");
        label.getStyleClass().add("section-title");
        label.setMinWidth(Region.USE_PREF_SIZE);
        box.setId("inside-layer");
        box.getStyleClass().add("inside-layer");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String layer) {
                return layer == null ? "" : words(layer);
            }

            @Override
            public String fromString(String words) {
                return words.split(" ")[0];
            }
        });
        getStyleClass().add("inside-layers");
        getChildren().setAll(label, box);
        model.featuresProperty().subscribe(_ -> fill());
        model.layerProperty().subscribe(_ -> fill());
        box.valueProperty().addListener((_, _, now) -> {
            if (!filling && now != null) {
                model.layerProperty().set(now);
            }
        });
        model.viewProperty().subscribe(now -> {
            setVisible(now.hasLayer());
            setManaged(now.hasLayer());
        });
    }

    private void fill() {
        filling = true;
        model.features().map(FeatureNetwork::layers).filter(layers -> !layers.equals(box.getItems())).ifPresent(box.getItems()::setAll);
        box.setValue(model.layerProperty().get());
        filling = false;
        setDisable(model.features().isEmpty());
    }

    private String words(String layer) {
        return model.features().filter(network -> network.has(layer)).map(network -> {
            int pixels = network.pixelsPerPlace(layer);
            return "%s · %d maps · 1 per %s".formatted(layer, network.channels(layer), pixels == 1 ? "pixel" : pixels + " px");
        }).orElse(layer);
    }
}
