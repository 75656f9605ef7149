package tadpole.app.shell;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;

/** The settings of the pane at the right of its stage; can be folded away. */
final class Drawer extends BorderPane {

    /** While there is a scroll bar, the content gives up some of its margin to it. */
    private static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");

    /** What the view is narrower than its pane, in pixels, while there is a scroll bar. */
    private static final double BAR_AT_LEAST = 4;

    private final BooleanProperty unfolded = new SimpleBooleanProperty(true);
    private final BooleanProperty filled = new SimpleBooleanProperty(false);

    Drawer() {
        getStyleClass().add("drawer");
        setId("drawer");
        visibleProperty().bind(unfolded.and(filled));
        managedProperty().bind(visibleProperty());
    }

    BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    /** Whether the pane in front has one at all. */
    BooleanProperty filledProperty() {
        return filled;
    }

    void show(Optional<Node> content) {
        filled.set(content.isPresent());
        content.ifPresent(this::fill);
    }

    private void fill(Node content) {
        if (!content.getStyleClass().contains("drawer-content")) {
            content.getStyleClass().add("drawer-content");
        }
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.viewportBoundsProperty().subscribe(view -> content.pseudoClassStateChanged(
                SCROLLED, view.getWidth() > 0 && scroll.getWidth() - view.getWidth() > BAR_AT_LEAST));
        setCenter(scroll);
    }
}
