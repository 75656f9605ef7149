package tadpole.app.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What floats over the window, one card at a time; Esc or a press beside it closes it. */
final class Overlay extends StackPane {

    private Runnable whenClosed = () -> {};

    Overlay() {
        getStyleClass().add("overlay");
        setId("overlay");
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    boolean isOpen() {
        return isVisible();
    }

    /**
     * @param dimmed whether the window behind it steps back
     * @param then   runs when it is closed, in whatever way
     */
    void open(Region card, Pos where, Insets margin, boolean dimmed, Runnable then) {
        close();
        whenClosed = then;
        getStyleClass().removeAll("dimmed");
        if (dimmed) {
            getStyleClass().add("dimmed");
        }
        card.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, where);
        StackPane.setMargin(card, margin);
        getChildren().setAll((Node) card);
        setVisible(true);
        card.requestFocus();
    }

    void close() {
        if (isOpen()) {
            setVisible(false);
            getChildren().clear();
            whenClosed.run();
        }
    }
}
