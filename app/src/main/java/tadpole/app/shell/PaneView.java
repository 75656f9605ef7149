package tadpole.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** One pane as the window shows it: the stage, the drawer at its right, and what stands in its header. */
public interface PaneView {

    /** The one big thing, and what serves it. */
    Node stage();

    /** The drawer at the right, where the pane has one. */
    default Optional<Node> drawer() {
        return Optional.empty();
    }

    /** What is open, in muted words beside the pane's title. */
    ObservableValue<String> subtitle();

    /** What chooses between the pane's rooms, where it has several: stands beside the pane's title. */
    default Optional<Node> rooms() {
        return Optional.empty();
    }

    /** What stands in the header, from the left; the first is the pane's one main button. */
    List<Node> tools();

    /** All that one can do here, for keys and for the search by name (Ctrl+K). */
    List<Action> actions();

    /** Takes files that were dropped on the window; false where this pane has no use for them. */
    default boolean open(List<Path> files) {
        return false;
    }

    /** What would be lost if the window closed now, in one sentence: "Frog in oil has changes that are not saved."; empty where nothing would. */
    default Optional<String> unsaved() {
        return Optional.empty();
    }
}
