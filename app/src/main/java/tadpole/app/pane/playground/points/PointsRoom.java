package tadpole.app.pane.playground.points;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;

/** The room where a network divides the plane into classes. */
public final class PointsRoom implements PaneView {

    private final HBox stage = new HBox();

    public PointsRoom(Desk desk) {
        stage.setId("points-stage");
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return new SimpleStringProperty("");
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }
}
