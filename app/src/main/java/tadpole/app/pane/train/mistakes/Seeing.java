package tadpole.app.pane.train.mistakes;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Whether a node stands in a window. */
final class Seeing {

    private Seeing() {}

    static ObservableBooleanValue of(Node node) {
        return Bindings.isNotNull(node.sceneProperty());
    }
}
