package tadpole.app.pane.gradients.step;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.xray.NumberText;

/** Under the stage: which part of the step, how fast; and the loss before and after. */
final class StepControls extends HBox {

    private static final double[] SPEEDS = {0.5, 1, 2, 4};

    private final StepModel model;

    StepControls(StepModel model) {
        this.model = model;
        getStyleClass().addAll("card", "step-controls");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(walks(), speeds(), gap, loss("Loss", "step-before"), loss("after the step", "step-after"), loss("change", "step-change"));
        model.tracedProperty().subscribe(now -> {
            setDisable(now.isEmpty());
            now.ifPresent(this::show);
        });
    }

    private HBox walks() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(4);
        for (Walk walk : Walk.values()) {
            ToggleButton button = new ToggleButton(walk.label());
            button.setId("walk-" + walk.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(walk.about()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.walkProperty().set(walk);
            });
            model.walkProperty().subscribe(now -> button.setSelected(now == walk));
            row.getChildren().add(button);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button speeds() {
        Button speed = new Button();
        speed.setId("step-speed");
        speed.getStyleClass().addAll("small-button", "step-speed");
        speed.setTooltip(new Tooltip("How fast it plays: half, as made for people, twice, four times."));
        speed.textProperty().bind(Bindings.createStringBinding(
                () -> "Speed ×" + NumberText.of(model.speedProperty().get(), 2), model.speedProperty()));
        speed.setOnAction(_ -> {
            int now = 0;
            while (SPEEDS[now] != model.speedProperty().get()) {
                now++;
            }
            model.speedProperty().set(SPEEDS[(now + 1) % SPEEDS.length]);
        });
        return speed;
    }

    private static VBox loss(String name, String id) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        Label figure = new Label();
        figure.setId(id);
        figure.getStyleClass().addAll("mono", "step-loss");
        figure.setMinWidth(USE_PREF_SIZE);
        figure.setTooltip(new Tooltip());
        return new VBox(label, figure);
    }

    private void show(TracedSubject traced) {
        double before = traced.trace().loss();
        figure("#step-before", before);
        figure("#step-after", traced.after());
        figure("#step-change", traced.after() - before);
    }

    private void figure(String id, double value) {
        if (lookup(id) instanceof Label figure) {
            figure.setText(NumberText.of(value, 4));
            figure.getTooltip().setText(NumberText.exact(value) + "\nOf the same pictures, before and after the update.");
        }
    }
}
