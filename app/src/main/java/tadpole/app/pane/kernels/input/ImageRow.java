package tadpole.app.pane.kernels.input;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Which image of a bundled data set: its number, the next one, the one before. */
final class ImageRow extends HBox {

    private final InputModel model;
    private final Source source;
    private final TextField number = new TextField();

    ImageRow(InputModel model, Source source) {
        this.model = model;
        this.source = source;
        getStyleClass().add("row");
        Label name = new Label("Image");
        name.getStyleClass().add("field-label");
        name.setLabelFor(number);
        String prefix = "input-" + source.folder();
        number.setId(prefix + "-index");
        number.getStyleClass().addAll("mono", "input-index");
        number.setAlignment(Pos.CENTER);
        number.setAccessibleText("Number of the image");
        number.setTooltip(new Tooltip("Number of the training image, from 0. Enter goes there; after the last comes the first."));
        number.setOnAction(_ -> commit());
        number.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        model.shownProperty().subscribe(this::show);
        HBox all = new HBox(button(prefix + "-before", Material2OutlinedAL.CHEVRON_LEFT, "Image before (Shift+N)", -1), number,
                button(prefix + "-next", Material2OutlinedAL.CHEVRON_RIGHT, "Next image (N)", 1));
        all.getStyleClass().add("input-steps");
        getChildren().addAll(name, InputSection.space(), all);
    }

    private Button button(String id, Ikon icon, String tip, int by) {
        Button button = new Button(tip, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "small-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> model.step(by));
        return button;
    }

    private void show() {
        if (model.sourceProperty().get() == source) {
            number.setText(Integer.toString(model.index()));
        }
    }

    /** What is no number gives way to the one that is shown. */
    private void commit() {
        if (model.sourceProperty().get() != source || number.getText().equals(Integer.toString(model.index()))) {
            return;
        }
        try {
            model.go(Integer.parseInt(number.getText().strip()));
        } catch (NumberFormatException noNumber) {
            show();
        }
    }
}
