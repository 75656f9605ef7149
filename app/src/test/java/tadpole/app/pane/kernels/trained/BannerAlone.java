package tadpole.app.pane.kernels.trained;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;

/** Stands for the sliding window with the banner above it. */
final class BannerAlone implements PaneView {

    private final VBox stage;

    BannerAlone(TrainedModel model, Runnable goBack) {
        this.stage = new VBox(new TakenBanner(model, goBack));
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
