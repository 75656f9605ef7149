package tadpole.app.pane.data;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** A button that turns into a field for an image's number; Enter goes there, Esc turns it back. */
final class GoToIndex extends StackPane {

    /** Pixels between the field and what is said of it. */
    private static final double BELOW = 4;

    private final DataPaneModel model;
    private final Runnable afterwards;
    private final Button button = new Button("Go to index");
    private final TextField field = new TextField();
    private final Tooltip said = new Tooltip();

    /** @param afterwards takes the focus when the number was given, or not */
    GoToIndex(DataPaneModel model, Runnable afterwards) {
        this.model = model;
        this.afterwards = afterwards;
        button.setId("go-to-index");
        button.getStyleClass().add("small-button");
        button.setTooltip(new Tooltip("Picks an image by its number in the file, counted from 0 (Ctrl+G)."));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> ask());
        button.disableProperty().bind(model.datasetProperty().map(Optional::isEmpty));
        said.setId("index-refusal");
        field.setId("index-field");
        field.getStyleClass().addAll("mono", "index-field");
        field.setPromptText("0, 1, 2 ...");
        field.setVisible(false);
        field.textProperty().subscribe(this::accept);
        field.setOnAction(_ -> go());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                show(false);
            }
        });
        getChildren().addAll(button, field);
    }

    void ask() {
        if (button.isDisabled()) {
            return;
        }
        field.clear();
        show(true);
        field.requestFocus();
    }

    private void go() {
        Optional<String> refusal = field.getText().isBlank() ? Optional.empty() : model.goTo(field.getText());
        refusal.ifPresentOrElse(this::refuse, afterwards);
    }

    /** The sentence hangs below the field until one types again or leaves. */
    private void refuse(String why) {
        accept();
        said.setText(why);
        field.getStyleClass().add("refused");
        field.setAccessibleHelp(why);
        field.selectAll();
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        said.show(field, at.getMinX(), at.getMaxY() + BELOW);
    }

    private void accept() {
        said.hide();
        field.getStyleClass().removeAll("refused");
        field.setAccessibleHelp("");
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            afterwards.run();
            event.consume();
        }
    }

    private void show(boolean asking) {
        field.setVisible(asking);
        button.setVisible(!asking);
        accept();
    }
}
