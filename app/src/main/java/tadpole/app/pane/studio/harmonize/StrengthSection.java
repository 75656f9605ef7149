package tadpole.app.pane.studio.harmonize;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.form.FieldModel;

/** The strength τ as a slider with the names of the movements it suits. */
final class StrengthSection extends VBox {

    private static final double LEAST = 1;
    private static final double MOST = 10;
    private static final double STEP = 0.1;

    /** A movement, where it stands, all that it stands for. */
    private record Movement(String name, double tau, String all) {}

    private static final List<Movement> MOVEMENTS = List.of(
            new Movement("Baroque", 1, "τ 1: Baroque, Renaissance, Realism"),
            new Movement("Impressionism", 5, "τ 5: Impressionism; 5 to 7: Post-Impressionism"),
            new Movement("Cubism", 10, "τ 10: Cubism, Expressionism"));

    private final FieldModel tau;
    private final Slider slider;
    private boolean following;

    StrengthSection(FieldModel tau) {
        this.tau = tau;
        getStyleClass().add("strength");
        slider = new Slider(LEAST, MOST, (Double) tau.value());
        slider.setId("harmonize-tau");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().add("progress-slider");
        slider.setBlockIncrement(1);
        slider.setAccessibleText(tau.setting().label());
        slider.setTooltip(new Tooltip(tau.setting().help()));
        Label value = new Label();
        value.setId("harmonize-tau-value");
        value.getStyleClass().add("mono");
        Label title = new Label(tau.setting().label());
        title.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        tau.valueProperty().subscribe(now -> {
            following = true;
            slider.setValue((Double) now);
            following = false;
            value.setText(String.format(Locale.ROOT, "%.1f", (Double) now));
        });
        slider.valueProperty().subscribe(now -> take(now.doubleValue()));
        getChildren().setAll(new HBox(title, space, value), slider, new Names());
    }

    private void take(double wanted) {
        if (!following) {
            tau.take(Math.round(wanted / STEP) * STEP);
        }
    }

    /** The movements' names under their places on the slider. */
    private final class Names extends Pane {

        private Names() {
            for (Movement movement : MOVEMENTS) {
                Button name = new Button(movement.name());
                name.setId("harmonize-tau-" + movement.name().toLowerCase(Locale.ROOT));
                name.getStyleClass().setAll("movement");
                name.setTooltip(new Tooltip(movement.all()));
                name.setOnAction(_ -> tau.take(movement.tau()));
                getChildren().add(name);
            }
        }

        @Override
        protected void layoutChildren() {
            double thumb = slider.getHeight();
            for (int i = 0; i < MOVEMENTS.size(); i++) {
                Button name = (Button) getChildren().get(i);
                double width = name.prefWidth(-1);
                double at = thumb / 2 + (getWidth() - thumb) * (MOVEMENTS.get(i).tau() - LEAST) / (MOST - LEAST);
                name.resizeRelocate(Math.clamp(at - width / 2, 0, Math.max(0, getWidth() - width)), 0, width, name.prefHeight(-1));
            }
        }

        @Override
        protected double computeMinHeight(double width) {
            return prefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            return ((Button) getChildren().getFirst()).prefHeight(-1);
        }
    }
}
