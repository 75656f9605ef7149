package tadpole.app.pane.playground.neuron;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.pane.playground.neuron.NeuronModel.Subject;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Collapse;
import tadpole.engine.surface.UpdateRule;

/** Two linear layers with all their numbers, the one layer that they are, and the outputs of both. */
final class CollapseCard extends VBox {

    private static final double GRAIN = 0.05;

    private final NeuronModel model;
    private final OpenNumbers numbers;
    private final FlowPane layers = new FlowPane();
    private final FlowPane one = new FlowPane();
    private final HBox outputs = new HBox();
    private final Label verdict = new Label();
    private final ToggleButton between = new ToggleButton();
    private final Slider[] sliders = new Slider[2];
    private boolean following;

    CollapseCard(NeuronModel model, OpenNumbers numbers) {
        this.model = model;
        this.numbers = numbers;
        setId("neuron-collapse");
        getStyleClass().addAll("card", "collapse-card");
        Label title = new Label("Two linear layers are one");
        title.getStyleClass().add("section-title");
        between.setId("neuron-between");
        between.getStyleClass().add("between-button");
        between.setTooltip(new Tooltip("With an activation between them, no single layer does the same."));
        between.setOnAction(_ -> model.between(between.isSelected()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, between);
        head.getStyleClass().add("neuron-line");
        layers.getStyleClass().add("matrices");
        one.getStyleClass().add("matrices");
        outputs.getStyleClass().add("matrices");
        verdict.setId("neuron-verdict");
        verdict.getStyleClass().add("section-title");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head, inputs(), layers, one, outputs, verdict);
        model.shownProperty().subscribe(this::show);
    }

    private HBox inputs() {
        HBox row = new HBox();
        row.getStyleClass().add("neuron-line");
        for (int i = 0; i < 2; i++) {
            int at = i;
            sliders[i] = new Slider(-4, 4, model.plan().stack().input().get(i));
            sliders[i].setId("stack-x" + i);
            sliders[i].setBlockIncrement(GRAIN);
            sliders[i].setAccessibleText("Input " + (i + 1) + " of the two layers");
            sliders[i].setMinWidth(60);
            HBox.setHgrow(sliders[i], Priority.ALWAYS);
            sliders[i].valueProperty().subscribe(now -> {
                if (!following) {
                    model.stackInput(at, Math.rint(now.doubleValue() / GRAIN) / Math.rint(1 / GRAIN));
                }
            });
            Label name = new Label("x" + "₁₂".charAt(i));
            name.setMinWidth(USE_PREF_SIZE);
            row.getChildren().addAll(name, sliders[i]);
        }
        return row;
    }

    private void show(NeuronModel.Shown shown) {
        Collapse now = shown.collapse();
        following = true;
        for (int i = 0; i < sliders.length; i++) {
            if (!sliders[i].isValueChanging() && Math.abs(sliders[i].getValue() - now.stack().input().get(i)) > GRAIN / 2) {
                sliders[i].setValue(now.stack().input().get(i));
            }
        }
        following = false;
        String bend = model.activation().recipe().label();
        between.setText(bend + " between them");
        between.setSelected(now.stack().between());
        int inputs = now.stack().input().size();
        int hidden = now.hidden().length;
        layers.getChildren().setAll(matrix("W1", now.stack().weight1(), inputs), matrix("b1", now.stack().bias1(), 1),
                matrix("W2", now.stack().weight2(), hidden), matrix("b2", now.stack().bias2(), 1));
        one.getChildren().setAll(words("one layer:"), matrix("W", "W = W2·W1", now.weight(), inputs), matrix("b", "b = W2·b1 + b2", now.bias(), 1));
        outputs.getChildren().setAll(words("x"), column(0, -1, now.stack().input().stream().mapToDouble(Double::doubleValue).toArray(), ""),
                words("both layers"), column(2, 0, now.deep(), "deep"), words("one layer"), column(3, 0, now.flat(), "flat"));
        double difference = now.greatestDifference();
        verdict.setText(now.stack().between()
                ? "Not the same: with %s between them the outputs differ by up to %s.".formatted(bend, UpdateRule.four(difference))
                : "The same: the outputs differ by at most %s, the rounding of float.".formatted(UpdateRule.four(difference)));
    }

    private Node matrix(String name, List<Double> values, int columns) {
        return matrix(name, name, values, columns);
    }

    private Node matrix(String key, String name, List<Double> values, int columns) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("matrix");
        for (int i = 0; i < values.size(); i++) {
            grid.add(numbers.number(Subject.COLLAPSE, new Address.Weight(key, i), values.get(i), "%s-%d".formatted(key, i)), i % columns, i / columns);
        }
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return new VBox(2, label, grid);
    }

    /** @param layer whose outputs they are; inputs where the kind is negative */
    private Node column(int layer, int kind, double[] values, String id) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("matrix");
        for (int i = 0; i < values.length; i++) {
            Address address = kind < 0 ? new Address.Input(0, i) : new Address.Activation(layer, 0, i);
            grid.add(numbers.number(Subject.COLLAPSE, address, values[i], id.isEmpty() ? "stack-input-" + i : "%s-%d".formatted(id, i)), 0, i);
        }
        return grid;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
