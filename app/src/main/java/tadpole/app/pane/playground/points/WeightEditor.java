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
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
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
    private final Label refusal = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
    private Optional<Number> edited = Optional.empty();
    private boolean showing;

    WeightEditor(PointsModel model, Consumer<Spot> arithmetic) {
        this.model = model;
        setId("weight-editor");
        getStyleClass().addAll("floating", "weight-editor");
        title.getStyleClass().add("section-title");
        field.setId("weight-field");
        field.getStyleClass().addAll("mono", "weight-field");
        field.setOnAction(_ -> enter());
        // What one types is not written over while it trains.
        field.focusedProperty().subscribe(now -> edited.filter(_ -> !now).ifPresent(this::write));
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
                take(Math.rint(now.doubleValue() * 1000) / 1000);
            }
        });
        refusal.setId("weight-refusal");
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        Hyperlink open = new Hyperlink("Arithmetic");
        open.setId("weight-arithmetic");
        open.getStyleClass().add("link");
        open.setOnAction(_ -> model.pointing().chosenProperty().get().ifPresent(arithmetic::accept));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, field, space, open);
        row.getStyleClass().add("row");
        getChildren().setAll(title, row, refusal, slider);
        addEventFilter(ScrollEvent.SCROLL, wheel -> {
            nudge(wheel.getDeltaY());
            wheel.consume();
        });
        model.lookProperty().subscribe(_ -> edited.ifPresent(number -> {
            slide(number);
            if (!field.isFocused()) {
                write(number);
            }
        }));
    }

    /** Moves the weight a little up or down. */
    void nudge(double by) {
        edited.ifPresent(number -> take(nudged(model.weight(number), by)));
    }

    static double nudged(double value, double by) {
        return Math.rint((value + Math.signum(by) * NUDGE) * 1000) / 1000;
    }

    void show(Number number) {
        title.setText(model.words().title(number));
        if (edited.filter(number::equals).isPresent()) {
            return;
        }
        edited = Optional.of(number);
        write(number);
        slide(number);
        if (getScene() != null) {
            field.requestFocus();
            field.selectAll();
        }
    }

    /** No weight is edited any more. */
    void close() {
        edited = Optional.empty();
        refuse("");
    }

    private void write(Number number) {
        field.setText(Float.toString((float) model.weight(number)));
        refuse("");
    }

    private void slide(Number number) {
        showing = true;
        if (!slider.isValueChanging()) {
            slider.setValue(Math.clamp(model.weight(number), -MOST, MOST));
        }
        showing = false;
    }

    private void enter() {
        String typed = field.getText().strip();
        try {
            double value = Double.parseDouble(typed.replace(',', '.'));
            if (Float.isFinite((float) value)) {
                refuse("");
                edited.ifPresent(number -> model.set(number, value));
                return;
            }
            refuse("A weight is a finite number from -3.4e38 to 3.4e38, not %s.".formatted(typed));
        } catch (NumberFormatException noNumber) {
            refuse("A weight is a number such as -0.75, not \"%s\".".formatted(typed));
        }
    }

    private void refuse(String why) {
        if (why.equals(refusal.getText())) {
            return;
        }
        refusal.setText(why);
        field.getStyleClass().removeAll("refused");
        if (!why.isEmpty()) {
            field.getStyleClass().add("refused");
        }
        // Whoever placed it makes it as high as its sentence.
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /** From the slider or the wheel: the field shows it too. */
    private void take(double value) {
        edited.ifPresent(number -> {
            field.setText(Float.toString((float) value));
            refuse("");
            model.set(number, value);
        });
    }
}
