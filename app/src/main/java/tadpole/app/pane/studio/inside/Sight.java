package tadpole.app.pane.studio.inside;

import java.util.Optional;
import javafx.scene.Node;
import tadpole.engine.picture.insight.Insight;

/** One view on the stage. */
interface Sight {

    Node node();

    /** What stands in the drawer beside it; empty where all is on the stage. */
    default Optional<Node> side() {
        return Optional.empty();
    }

    /** Shows an answer where it is one of this view's kind. */
    default void show(Insight insight) {}

    /** Draws again in colors that changed with the theme. */
    default void repaint() {}
}
