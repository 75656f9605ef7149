package tadpole.app.pane.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;

/** A view with a banner above its stage. */
final class WithBanner implements PaneView {

    private final PaneView view;
    private final VBox stage;

    WithBanner(PaneView view, Node banner) {
        this.view = view;
        VBox.setVgrow(view.stage(), Priority.ALWAYS);
        this.stage = new VBox(banner, view.stage());
        VBox.setMargin(banner, new Insets(12, 24, 0, 24));
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return view.drawer();
    }

    @Override
    public ObservableValue<String> subtitle() {
        return view.subtitle();
    }

    @Override
    public List<Node> tools() {
        return view.tools();
    }

    @Override
    public List<Action> actions() {
        return view.actions();
    }

    @Override
    public boolean open(List<Path> files) {
        return view.open(files);
    }
}
