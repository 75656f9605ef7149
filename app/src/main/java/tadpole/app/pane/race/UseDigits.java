package tadpole.app.pane.race;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.shell.Desk;

/** One sentence on what will be here, and a button that opens the bundled digits. */
final class UseDigits extends VBox {

    /** @param key ids are made of it: "key-hint" and "key-use-digits" */
    UseDigits(String key, String sentence, Desk desk) {
        Label hint = new Label(sentence);
        hint.getStyleClass().add("placeholder-text");
        hint.setId(key + "-hint");
        hint.setWrapText(true);
        Button open = new Button("Use the bundled digits");
        open.setId(key + "-use-digits");
        // The Train pane sets up the experiment, and opens the digits, as soon as it is made.
        open.setOnAction(_ -> {
            desk.navigator().open("train");
            desk.navigator().open("race");
        });
        Runnable show = () -> open.setVisible(
                desk.workspace().experimentProperty().get().isEmpty() || desk.workspace().datasetProperty().get().isEmpty());
        desk.workspace().experimentProperty().subscribe(_ -> show.run());
        desk.workspace().datasetProperty().subscribe(_ -> show.run());
        open.managedProperty().bind(open.visibleProperty());
        getStyleClass().add("race-empty");
        getChildren().setAll(hint, open);
        mouseTransparentProperty().bind(open.visibleProperty().not());
    }
}
