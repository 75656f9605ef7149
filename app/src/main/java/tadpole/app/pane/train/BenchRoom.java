package tadpole.app.pane.train;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import tadpole.app.shell.PaneView;

/** A room of the pane: what is open and the header's tools are the same in all of them. */
public interface BenchRoom extends PaneView {

    Bench bench();

    @Override
    default ObservableValue<String> subtitle() {
        return bench().lab().model().draft().subtitle();
    }

    @Override
    default List<Node> tools() {
        return bench().tools().get();
    }
}
