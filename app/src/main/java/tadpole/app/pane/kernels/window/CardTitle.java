package tadpole.app.pane.kernels.window;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What a part of the stage is, and in muted words how it is set. */
final class CardTitle extends HBox {

    private final Label words = new Label();

    CardTitle(String name, String id) {
        getStyleClass().add("card-title");
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        words.setId(id);
        words.getStyleClass().add("card-words");
        words.setMinWidth(0);
        getChildren().setAll(title, words);
    }

    void say(String how) {
        words.setText(how);
    }
}
