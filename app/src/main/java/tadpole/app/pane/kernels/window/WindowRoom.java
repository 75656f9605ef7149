package tadpole.app.pane.kernels.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;

/** The view in which the kernel slides over the picture. */
public final class WindowRoom implements PaneView {

    private final Bench bench;
    private final StackPane stage = new StackPane();

    public WindowRoom(Bench bench) {
        this.bench = bench;
        stage.setId("kernels-window-stage");
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
