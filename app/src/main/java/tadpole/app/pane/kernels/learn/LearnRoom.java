package tadpole.app.pane.kernels.learn;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;

/** The view in which gradient descent finds a kernel. */
public final class LearnRoom implements PaneView {

    private final Bench bench;
    private final StackPane stage = new StackPane();

    public LearnRoom(Bench bench) {
        this.bench = bench;
        stage.setId("kernels-learn-stage");
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
