package tadpole.app.pane.studio.harmonize;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.form.FieldModel;

/** How much the total variation smooths in pass 2: a number of one's own, or the painting's. */
final class SmoothRow extends VBox {

    private static final String OFF = "off";

    private String last = "authors";

    SmoothRow(HarmonizeModel model) {
        FieldModel weight = model.form().field("smooth2");
        FieldModel automatic = model.form().field("automatic");
        Label name = new Label("Smooth");
        name.getStyleClass().add("field-label");
        Label from = new Label();
        from.getStyleClass().add("effect");
        ToggleSwitch auto = new ToggleSwitch();
        auto.setId("harmonize-smooth-auto");
        auto.setAccessibleText("Smooth from the painting");
        auto.setTooltip(new Tooltip(automatic.setting().help()));
        automatic.valueProperty().subscribe(now -> {
            if (!now.equals(OFF)) {
                last = (String) now;
            }
            auto.setSelected(!now.equals(OFF));
            from.setText(now.equals(OFF) ? "fixed" : "from the painting");
        });
        auto.selectedProperty().subscribe(on -> {
            if (on == automatic.value().equals(OFF)) {
                automatic.take(on ? last : OFF);
            }
        });
        TextField number = new TextField();
        number.setId("harmonize-smooth");
        number.getStyleClass().addAll("mono", "smooth-number");
        number.setAccessibleText("Weight of smooth, times tau");
        number.setTooltip(new Tooltip("Times τ: the weight of the total variation in pass 2. Taken from the painting: 10 for flat paint, 0 for rough."));
        Runnable show = () -> {
            boolean fromPainting = !automatic.value().equals(OFF);
            number.setDisable(fromPainting);
            number.setText(fromPainting ? model.smoothnessProperty().get() : weight.textProperty().get());
        };
        automatic.valueProperty().subscribe(_ -> show.run());
        weight.textProperty().subscribe(_ -> show.run());
        model.smoothnessProperty().subscribe(_ -> show.run());
        number.setOnAction(_ -> weight.enter(number.getText()));
        number.focusedProperty().subscribe(focused -> {
            if (!focused && !number.isDisabled() && !number.getText().equals(weight.textProperty().get())) {
                weight.enter(number.getText());
            }
        });
        Label refusal = new Label();
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        refusal.textProperty().bind(weight.refusalProperty());
        refusal.visibleProperty().bind(weight.refusalProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        name.setMinWidth(Region.USE_PREF_SIZE);
        from.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(name, from);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, words, space, auto, number);
        row.getStyleClass().add("row");
        getChildren().setAll(row, refusal);
    }
}
