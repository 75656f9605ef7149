package tadpole.app.pane.kernels;

import javafx.scene.layout.VBox;
import tadpole.resources.Resources;

/** The settings of a convolution that stands beside the pane's own. */
public final class LayerSettings extends VBox {

    public LayerSettings(KernelsModel model) {
        setId("layer-settings");
        getStyleClass().addAll("form", "kernels-drawer");
        getStylesheets().add(Resources.url("css/pane-kernels.css").toExternalForm());
        getChildren().add(new ConvolutionSection(model));
    }
}
