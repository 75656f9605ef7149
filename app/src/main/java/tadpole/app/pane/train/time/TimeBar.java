package tadpole.app.pane.train.time;

import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Bench;

/** The recorded moments of the run looked at, and its branches, over the steps: drag to go to one. */
public final class TimeBar extends VBox {

    public TimeBar(Bench bench) {
        setId("time-bar");
    }
}
