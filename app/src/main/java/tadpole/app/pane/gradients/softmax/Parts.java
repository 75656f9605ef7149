package tadpole.app.pane.gradients.softmax;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the cards of the room are put together from. */
final class Parts {

    private Parts() {}

    static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        label.setMinWidth(0);
        return label;
    }

    static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        return label;
    }

    /** Over as many lines as it needs. */
    static Label words(String id) {
        Label label = muted("");
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("mono");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /** A large number under its name. */
    static VBox figure(String name, Label number) {
        number.getStyleClass().add("figure");
        Label small = muted(name);
        small.setMinWidth(Label.USE_PREF_SIZE);
        VBox figure = new VBox(small, number);
        figure.getStyleClass().add("soft-figure");
        return figure;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static VBox card(Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().addAll("card", "soft-card");
        card.setMinWidth(0);
        return card;
    }
}
