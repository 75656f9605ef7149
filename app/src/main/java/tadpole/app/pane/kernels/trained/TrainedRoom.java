package tadpole.app.pane.kernels.trained;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;

/** The view in which filters of trained networks are looked at, changed and put back. */
public final class TrainedRoom implements PaneView {

    private final Bench bench;
    private final StackPane stage = new StackPane();

    public TrainedRoom(Bench bench) {
        this.bench = bench;
        stage.setId("kernels-trained-stage");
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(bench.drawer());
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
