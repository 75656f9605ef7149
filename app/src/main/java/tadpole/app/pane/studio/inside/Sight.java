package tadpole.app.pane.studio.inside;

import javafx.scene.Node;
import tadpole.engine.picture.insight.Insight;

/** One view on the stage. */
interface Sight {

    Node node();

    /** Shows an answer where it is one of this view's kind. */
    default void show(Insight insight) {}

    /** Draws again in colors that changed with the theme. */
    default void repaint() {}
}
