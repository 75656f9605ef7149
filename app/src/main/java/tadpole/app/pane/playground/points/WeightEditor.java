package tadpole.app.pane.playground.points;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.pane.playground.points.Columns.Number;
import tadpole.app.pane.playground.points.Columns.Spot;

/** Sets one weight or bias by hand: a field, a slider, the wheel. It floats beside the line. */
final class WeightEditor extends VBox {

    private static final double MOST = 5;
    private static final double NUDGE = 0.05;

    private final PointsModel model;
    private final Label title = new Label();
    private final TextField field = new TextField();
    private final Slider slider = new Slider(-MOST, MOST, 0);
    private boolean showing;
    /** What one types is not written over while it trains. */
    private boolean typing;

    WeightEditor(PointsModel model, Consumer<Spot> arithmetic) {
        this.model = model;
        setId("weight-editor");
        getStyleClass().addAll("floating", "weight-editor");
        title.getStyleClass().add("section-title");
        field.setId("weight-field");
        field.getStyleClass().addAll("mono", "weight-field");
        field.setOnAction(_ -> enter());
        field.textProperty().addListener((_, _, _) -> typing = !showing && field.isFocused());
        field.focusedProperty().subscribe(now -> typing &= now);
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                model.pointing().chosenProperty().set(Optional.empty());
                key.consume();
            }
        });
        slider.setId("weight-slider");
        slider.setFocusTraversable(false);
        slider.valueProperty().addListener((_, _, now) -> {
            if (!showing) {
                set(Math.rint(now.doubleValue() * 1000) / 1000);
            }
        });
        Hyperlink open = new Hyperlink("Arithmetic");
        open.setId("weight-arithmetic");
        open.getStyleClass().add("link");
        open.setOnAction(_ -> model.pointing().chosenProperty().get().ifPresent(arithmetic::accept));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, field, space, open);
        row.getStyleClass().add("row");
        getChildren().setAll(title, row, slider);
        addEventFilter(ScrollEvent.SCROLL, wheel -> {
            model.pointing().chosenProperty().get().ifPresent(number -> model.set(number, nudged(model.weight(number), wheel.getDeltaY())));
            wheel.consume();
        });
        model.lookProperty().subscribe(_ -> {
            if (isVisible()) {
                model.pointing().chosenProperty().get().ifPresent(this::showNumber);
            }
        });
    }

    static double nudged(double value, double by) {
        return Math.rint((value + Math.signum(by) * NUDGE) * 1000) / 1000;
    }

    void show(Number number) {
        title.setText(model.words().title(number));
        typing &= field.isFocused();
        showNumber(number);
        if (getScene() != null && !field.isFocused()) {
            field.requestFocus();
            field.selectAll();
        }
    }

    private void showNumber(Number number) {
        showing = true;
        float value = (float) model.weight(number);
        if (!typing) {
            field.setText(Float.toString(value));
        }
        if (!slider.isValueChanging()) {
            slider.setValue(Math.clamp(value, -MOST, MOST));
        }
        showing = false;
    }

    private void enter() {
        typing = false;
        try {
            double value = Double.parseDouble(field.getText().strip().replace(',', '.'));
            field.getStyleClass().remove("refused");
            set(value);
        } catch (NumberFormatException noNumber) {
            if (!field.getStyleClass().contains("refused")) {
                field.getStyleClass().add("refused");
            }
        }
    }

    private void set(double value) {
        model.pointing().chosenProperty().get().ifPresent(number -> model.set(number, value));
    }
}
