package tadpole.app.pane.train.pad;

import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Bench;

/** A digit drawn by hand, prepared as MNIST was, and what the network looked at says of it. */
public final class DrawPad extends VBox {

    public DrawPad(Bench bench) {
        setId("draw-pad");
    }
}
