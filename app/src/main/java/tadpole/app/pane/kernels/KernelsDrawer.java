package tadpole.app.pane.kernels;

import java.util.List;
import javafx.scene.layout.VBox;
import tadpole.app.pane.kernels.input.InputSection;
import tadpole.app.shell.Action;
import tadpole.resources.Resources;

/** The settings of the convolution, in sections: input, kernel, convolution, for this input. */
final class KernelsDrawer extends VBox {

    private final InputSection input;

    KernelsDrawer(KernelsModel model) {
        input = new InputSection(model.input(), model.desk().navigator());
        setId("kernels-drawer");
        getStyleClass().addAll("form", "kernels-drawer");
        getStylesheets().add(Resources.url("css/pane-kernels.css").toExternalForm());
        getChildren().addAll(input, new KernelSection(model), new ConvolutionSection(model));
    }

    /** To open and choose pictures. */
    List<Action> actions() {
        return input.actions();
    }
}
