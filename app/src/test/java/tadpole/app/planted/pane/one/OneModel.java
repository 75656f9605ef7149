package tadpole.app.planted.pane.one;

import javafx.application.Platform;
import javafx.scene.control.Label;
import tadpole.app.planted.pane.two.Two;

/** Breaks the rules of the architecture on purpose: sees another pane, a control, the JavaFX thread, and makes a thread. */
public final class OneModel {

    private final Two other = new Two();
    private final Label label = new Label();

    public void run() {
        Platform.runLater(() -> label.setText(other.toString()));
        new Thread(this::run).start();
    }
}
