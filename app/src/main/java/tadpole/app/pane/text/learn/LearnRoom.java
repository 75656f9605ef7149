package tadpole.app.pane.text.learn;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;

/** Stub. */
public final class LearnRoom implements PaneView {

    public LearnRoom(TextModel model) {}

    @Override
    public Node stage() {
        return new VBox();
    }

    @Override
    public ObservableValue<String> subtitle() {
        return new SimpleStringProperty("");
    }

    @Override
    public List<Node> tools() {
        return List.of(new VBox());
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }
}
