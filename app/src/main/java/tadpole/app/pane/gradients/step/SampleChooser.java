package tadpole.app.pane.gradients.step;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Which picture of the batch is looked at; unseen where there is one only. */
final class SampleChooser extends HBox {

    private final StepModel model;
    private final Label which = new Label();

    SampleChooser(StepModel model) {
        super(4);
        this.model = model;
        which.setId("step-sample");
        which.getStyleClass().add("muted");
        which.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(small("step-sample-back", "‹", "The picture before", -1), which,
                small("step-sample-on", "›", "The next picture of the batch", 1));
        model.tracedProperty().subscribe(_ -> show());
        model.sampleProperty().subscribe(_ -> show());
    }

    private void show() {
        int batch = model.tracedProperty().get().map(now -> now.trace().batch()).orElse(0);
        which.setText("Picture %d of %d".formatted(model.sampleProperty().get() + 1, batch));
        setVisible(batch > 1);
        setManaged(batch > 1);
    }

    private Button small(String id, String text, String tip, int by) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("small-button", "icon-button", "step-small");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> model.look(by));
        return button;
    }
}
