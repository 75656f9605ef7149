package tadpole.app.pane.playground.points;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Recipe;

/** Over each hidden layer: how many neurons it has, and its activation. */
final class LayerControls extends Pane {

    private static final double FROM_TOP = 12;

    private final PointsModel model;
    private final List<VBox> columns = new ArrayList<>();
    private final Runnable whenBuilt;
    private Wiring shown = new Wiring(List.of(), "");

    /** @param whenBuilt told when there are other controls, which wait for {@link #place} */
    LayerControls(PointsModel model, Runnable whenBuilt) {
        this.model = model;
        this.whenBuilt = whenBuilt;
        setPickOnBounds(false);
        model.draftProperty().subscribe(now -> build(now.wiring()));
    }

    private void build(Wiring wiring) {
        if (wiring.equals(shown)) {
            return;
        }
        shown = wiring;
        columns.clear();
        for (int i = 0; i < wiring.hidden().size(); i++) {
            columns.add(column(i, wiring.hidden().get(i)));
        }
        getChildren().setAll(columns);
        whenBuilt.run();
    }

    private VBox column(int layer, Wiring.Hidden hidden) {
        VBox column = new VBox(counter("layer-%d".formatted(layer + 1), hidden.neurons(), 1, Wiring.MOST_NEURONS, "neuron",
                now -> model.forms().wire(model.draft().wiring().wide(layer, now))), activation(layer, hidden));
        column.getStyleClass().add("layer-controls");
        column.setVisible(false);
        return column;
    }

    /** What a counter's buttons do. */
    @FunctionalInterface
    interface Counted {
        void to(int count);
    }

    /** A number between a minus and a plus. */
    static HBox counter(String id, int count, int least, int most, String thing, Counted counted) {
        Label number = new Label(Integer.toString(count));
        number.setId(id + "-count");
        number.getStyleClass().addAll("mono", "counter-number");
        HBox counter = new HBox(button(id + "-minus", "−", "One %s less".formatted(thing), count <= least, () -> counted.to(count - 1)), number,
                button(id + "-plus", "+", "One %s more".formatted(thing), count >= most, () -> counted.to(count + 1)));
        counter.getStyleClass().add("counter");
        return counter;
    }

    private static Node button(String id, String sign, String tip, boolean disabled, Runnable run) {
        Button button = new Button(sign);
        button.setId(id);
        button.getStyleClass().add("counter-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setDisable(disabled);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private MenuButton activation(int layer, Wiring.Hidden hidden) {
        MenuButton menu = new MenuButton(Wiring.label(hidden.activation()));
        menu.setId("layer-%d-activation".formatted(layer + 1));
        menu.getStyleClass().add("activation-menu");
        menu.setFocusTraversable(false);
        menu.setTooltip(new Tooltip("The activation of this layer. Without one, layers that follow each other are as one."));
        for (String each : activations()) {
            MenuItem item = new MenuItem(Wiring.label(each));
            item.setOnAction(_ -> model.forms().wire(model.draft().wiring().activated(layer, each)));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Types of all activations, and none. */
    static List<String> activations() {
        List<String> all = new ArrayList<>(Layers.ACTIVATIONS.stream().map(Recipe::type).toList());
        all.add(Wiring.NONE);
        return all;
    }

    void place(Diagram diagram) {
        for (int i = 0; i < columns.size() && i + 2 < diagram.columns().sizes().size(); i++) {
            VBox column = columns.get(i);
            column.applyCss();
            column.autosize();
            column.relocate(Math.rint(diagram.x(i + 1) - column.getWidth() / 2), FROM_TOP * diagram.zoom());
            column.setVisible(true);
        }
    }
}
