package tadpole.app.pane.playground.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.pane.playground.neuron.NeuronModel.Subject;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Neuron;
import tadpole.engine.inspect.NeuronPlan;

/** Inputs, weights and bias by sliders, and what the neuron makes of them. */
final class NeuronCard extends VBox {

    private static final double GRAIN = 0.05;

    private record Row(Slider slider, Label value, ToDoubleFunction<NeuronPlan> of) {}

    private final NeuronModel model;
    private final OpenNumbers numbers;
    private final List<Row> rows = new ArrayList<>();
    private final FlowPane sum = new FlowPane();
    private final FlowPane output = new FlowPane();
    private boolean following;

    NeuronCard(NeuronModel model, OpenNumbers numbers) {
        this.model = model;
        this.numbers = numbers;
        setId("neuron-card");
        getStyleClass().addAll("card", "neuron-card");
        Label title = new Label("One neuron");
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("neuron-sliders");
        for (int i = 0; i < 2; i++) {
            int at = i;
            row(grid, "input x" + "₁₂".charAt(i), "neuron-x" + i, 4, plan -> plan.inputs().get(at), value -> model.input(at, value));
        }
        for (int i = 0; i < 2; i++) {
            int at = i;
            row(grid, "weight w" + "₁₂".charAt(i), "neuron-w" + i, 4, plan -> plan.weights().get(at), value -> model.weight(at, value));
        }
        row(grid, "bias b", "neuron-b", 4, NeuronPlan::bias, model::bias);
        sum.getStyleClass().add("neuron-line");
        output.getStyleClass().add("neuron-line");
        getChildren().setAll(title, grid, sum, output);
        model.shownProperty().subscribe(this::show);
    }

    private void row(GridPane grid, String name, String id, double wide, ToDoubleFunction<NeuronPlan> of, DoubleConsumer take) {
        Label label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        Slider slider = new Slider(-wide, wide, of.applyAsDouble(model.plan()));
        slider.setId(id);
        slider.setBlockIncrement(GRAIN);
        slider.setAccessibleText(name);
        slider.setMinWidth(60);
        label.setLabelFor(slider);
        GridPane.setHgrow(slider, Priority.ALWAYS);
        Label value = new Label();
        value.getStyleClass().addAll("mono", "neuron-value");
        slider.valueProperty().subscribe(now -> {
            if (!following) {
                take.accept(Math.rint(now.doubleValue() / GRAIN) / Math.rint(1 / GRAIN));
            }
        });
        rows.add(new Row(slider, value, of));
        grid.addRow(rows.size() - 1, label, slider, value);
    }

    private void show(NeuronModel.Shown shown) {
        following = true;
        for (Row row : rows) {
            double value = row.of().applyAsDouble(shown.plan());
            if (!row.slider().isValueChanging() && Math.abs(row.slider().getValue() - value) > GRAIN / 2) {
                row.slider().setValue(value);
            }
            row.value().setText(String.format(Locale.ROOT, "%.2f", value));
        }
        following = false;
        sum.getChildren().setAll(words("z ="));
        for (int i = 0; i < 2; i++) {
            sum.getChildren().addAll(number(new Address.Weight("w", i), shown.plan().weights().get(i), "neuron-weight-" + i), words("·"),
                    number(new Address.Input(0, i), shown.plan().inputs().get(i), "neuron-input-" + i), words("+"));
        }
        sum.getChildren().addAll(number(new Address.Weight("b", 0), shown.plan().bias(), "neuron-bias"), words("="),
                number(Neuron.SUM, shown.neuron().z(), "neuron-z"));
        output.getChildren().setAll(words("a = %s(z) =".formatted(model.activation().recipe().label())), number(Neuron.OUTPUT, shown.neuron().a(), "neuron-a"));
    }

    private Node number(Address address, double value, String id) {
        return numbers.number(Subject.NEURON, address, value, id);
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
