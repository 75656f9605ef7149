package tadpole.app.pane.kernels;

import javafx.scene.layout.VBox;

/** The settings of the convolution, in sections: kernel, convolution, for this input. */
final class KernelsDrawer extends VBox {

    KernelsDrawer(KernelsModel model) {
        setId("kernels-drawer");
        getStyleClass().addAll("form", "kernels-drawer");
    }
}
