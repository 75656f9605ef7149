package tadpole.app.pane.kernels.input;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.form.FormLayout;
import tadpole.app.form.SettingField;

/** What one draws with: a new sheet, pencil and eraser, undo. */
final class SketchTools extends VBox {

    private static final FormLayout PENCIL = FormLayout.PLAIN.named("sketch");

    private final Sketch sketch;
    private final ToggleGroup tools = new ToggleGroup();

    SketchTools(Sketch sketch) {
        this.sketch = sketch;
        getStyleClass().add("form");
        Label how = new Label("Draw on the input with the mouse, or with arrow keys and Enter.");
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        Button undo = button("Undo", "sketch-undo", "Takes back the last stroke.", sketch::undo);
        undo.disableProperty().bind(sketch.undoableProperty().not());
        SettingField value = new SettingField(sketch.pencil().field("value"), PENCIL);
        value.disableProperty().bind(sketch.erasingProperty());
        getChildren().addAll(how,
                row(toggle("Pencil", "sketch-pencil", "Writes the value below.", false), toggle("Eraser", "sketch-eraser", "Makes black again what it touches.", true)),
                value,
                new SettingField(sketch.pencil().field("size"), PENCIL),
                row(undo, button("Clear", "sketch-clear", "Makes the whole sheet black; undo brings it back.", sketch::clear)),
                row(sheet(Sketch.SMALL), sheet(Sketch.LARGE)));
    }

    private ToggleButton toggle(String label, String id, String tip, boolean erases) {
        ToggleButton toggle = new ToggleButton(label);
        toggle.setId(id);
        toggle.getStyleClass().add("small-button");
        toggle.setToggleGroup(tools);
        toggle.setTooltip(new Tooltip(tip));
        sketch.erasingProperty().subscribe(now -> toggle.setSelected(now == erases));
        toggle.setOnAction(_ -> {
            sketch.erasingProperty().set(erases);
            toggle.setSelected(true);
        });
        return toggle;
    }

    private Button sheet(int side) {
        return button("New %d×%d".formatted(side, side), "sketch-new-" + side, "An empty sheet of %d by %d pixels; undo brings the old one back.".formatted(side, side),
                () -> sketch.begin(side));
    }

    private static Button button(String label, String id, String tip, Runnable run) {
        Button button = new Button(label);
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static Node row(Control left, Control right) {
        HBox row = new HBox(8, left, right);
        for (Control each : new Control[] {left, right}) {
            each.setMaxWidth(Double.MAX_VALUE);
            each.setPrefWidth(0);
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        return row;
    }
}
