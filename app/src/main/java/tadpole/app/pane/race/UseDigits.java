package tadpole.app.pane.race;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.shell.Desk;

/** One sentence on what will be here, and a button that opens the bundled digits. */
final class UseDigits extends VBox {

    private final Label hint = new Label();
    private final Button open = new Button("Use the bundled digits");

    /** @param key ids are made of it: "key-hint" and "key-use-digits" */
    UseDigits(String key, Desk desk) {
        hint.getStyleClass().add("placeholder-text");
        hint.setId(key + "-hint");
        hint.setWrapText(true);
        open.setId(key + "-use-digits");
        // The Train pane sets up the experiment, and opens the digits, as soon as it is made.
        open.setOnAction(_ -> {
            desk.navigator().open("train");
            desk.navigator().open("race");
        });
        open.managedProperty().bind(open.visibleProperty());
        getStyleClass().add("race-empty");
        getChildren().setAll(hint, open);
        mouseTransparentProperty().bind(open.visibleProperty().not());
    }

    /** The button is there where nothing is open. */
    UseDigits(String key, String sentence, Desk desk) {
        this(key, desk);
        Runnable show = () -> say(sentence,
                desk.workspace().experimentProperty().get().isEmpty() || desk.workspace().datasetProperty().get().isEmpty());
        desk.workspace().experimentProperty().subscribe(_ -> show.run());
        desk.workspace().datasetProperty().subscribe(_ -> show.run());
    }

    void say(String sentence, boolean offers) {
        hint.setText(sentence);
        open.setVisible(offers);
    }
}
