package tadpole.app.pane.train.network;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import tadpole.app.pane.train.Bench;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.resources.Resources;

/** Stub. */
public final class NetworkRoom implements PaneView {

    private final Bench bench;
    private final StackPane stage = new StackPane();

    public NetworkRoom(Bench bench) {
        this.bench = bench;
        stage.setId("network-room");
        stage.getStylesheets().add(Resources.url("css/pane-train-network.css").toExternalForm());
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return bench.lab().model().draft().subtitle();
    }

    @Override
    public List<Node> tools() {
        return bench.tools().get();
    }

    @Override
    public List<Action> actions() {
        return bench.actions().get();
    }
}
