package tadpole.app.pane.studio.harmonize;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.pane.studio.canvas.CanvasView;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;

/** The room that harmonizes the object. */
public final class HarmonizeRoom implements PaneView {

    private final CanvasView canvas;

    public HarmonizeRoom(StudioModel model) {
        canvas = new CanvasView(model.canvas());
    }

    @Override
    public Node stage() {
        return canvas;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
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
