package tadpole.app.form;

import atlantafx.base.controls.ProgressSliderSkin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A slider over powers of ten; what it gives is taken when the thumb is let go, or where it is live at once. */
final class LogSlider extends VBox {

    private final FieldModel model;
    private final LogRange range;
    private final Slider slider;
    private boolean following;

    LogSlider(FieldModel model, LogRange range, String id) {
        this.model = model;
        this.range = range;
        this.slider = new Slider(Math.log10(range.from()), Math.log10(range.to()), range.position((Double) model.value()));
        slider.setId(id);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().add("progress-slider");
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText(model.setting().label());
        getChildren().addAll(slider, ticks());
        model.valueProperty().subscribe(this::follow);
        slider.valueProperty().subscribe(_ -> take());
        slider.valueChangingProperty().subscribe(_ -> take());
    }

    private void follow(Object value) {
        // While it is dragged the thumb stays under the hand: what it gives is rounded.
        if (range.live() && slider.isValueChanging()) {
            return;
        }
        following = true;
        slider.setValue(range.position((Double) value));
        following = false;
    }

    private void take() {
        if (!following && (range.live() || !slider.isValueChanging())) {
            double wanted = range.value(slider.getValue());
            if (range.position(wanted) != range.position((Double) model.value())) {
                model.take(wanted);
            }
        }
    }

    private HBox ticks() {
        HBox ticks = new HBox();
        int first = (int) Math.ceil(Math.log10(range.from()) - 1e-9);
        int last = (int) Math.floor(Math.log10(range.to()) + 1e-9);
        IntStream.rangeClosed(first, last).forEach(power -> {
            if (power > first) {
                Region space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                ticks.getChildren().add(space);
            }
            Label tick = new Label(range.live() ? new BigDecimal(BigInteger.ONE, -power).toPlainString() : "1e" + power);
            tick.getStyleClass().add("tick");
            tick.setMinWidth(USE_PREF_SIZE);
            ticks.getChildren().add(tick);
        });
        return ticks;
    }
}
