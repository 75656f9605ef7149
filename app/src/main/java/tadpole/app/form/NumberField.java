package tadpole.app.form;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Takes a number, or numbers, when one presses Enter or leaves it; Esc brings the old one back. */
final class NumberField extends TextField {

    private final FieldModel model;

    NumberField(FieldModel model) {
        this.model = model;
        getStyleClass().addAll("mono", "number");
        model.textProperty().subscribe(this::setText);
        model.refusalProperty().subscribe(this::mark);
        setOnAction(_ -> commit());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                model.restore();
                setText(model.textProperty().get());
                key.consume();
            }
        });
    }

    private void commit() {
        if (!getText().equals(model.textProperty().get())) {
            model.enter(getText());
        }
    }

    private void mark(String refusal) {
        getStyleClass().removeAll("refused");
        if (!refusal.isEmpty()) {
            getStyleClass().add("refused");
        }
    }
}
