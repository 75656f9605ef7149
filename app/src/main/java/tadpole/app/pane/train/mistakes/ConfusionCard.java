package tadpole.app.pane.train.mistakes;

import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Bench;

/** Which class was answered for which, at the moment looked at; a click shows the images. */
public final class ConfusionCard extends VBox {

    public ConfusionCard(Bench bench) {
        setId("confusion-card");
    }
}
