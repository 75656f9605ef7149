package tadpole.app.pane.kernels;

import javafx.scene.layout.VBox;
import tadpole.resources.Resources;

/** The settings of the convolution, in sections: input, kernel, convolution, for this input. */
final class KernelsDrawer extends VBox {

    KernelsDrawer(KernelsModel model) {
        setId("kernels-drawer");
        getStyleClass().addAll("form", "kernels-drawer");
        getStylesheets().add(Resources.url("css/pane-kernels.css").toExternalForm());
        getChildren().add(new ConvolutionSection(model));
    }
}
