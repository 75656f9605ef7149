package tadpole.app.pane.playground.points;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.shell.Theme;
import tadpole.app.xray.XRayLayer;

/** The network in a card: how many hidden layers it has, and what its lines mean. */
final class NetworkCard extends VBox {

    private static final double SAMPLE = 34;

    NetworkCard(PointsModel model, Theme theme, LookImages images, XRayLayer layer) {
        getStyleClass().addAll("card", "network-card");
        DiagramView diagram = new DiagramView(model, theme, images, layer);
        VBox.setVgrow(diagram, Priority.ALWAYS);
        HBox layers = new HBox();
        layers.getStyleClass().add("network-layers");
        Label name = new Label("Hidden layers");
        name.getStyleClass().add("muted");
        model.draftProperty().subscribe(now -> layers.getChildren().setAll(name, LayerControls.counter("layers", now.wiring().hidden().size(), 0,
                Wiring.MOST_LAYERS, "hidden layer", count -> model.forms().wire(model.draft().wiring().deep(count)))));
        layers.setMinWidth(USE_PREF_SIZE);
        FlowPane legend = new FlowPane(sample("validation", false, "w > 0", theme), sample("training", true, "w < 0", theme), thickness());
        legend.getStyleClass().add("network-legend");
        HBox.setHgrow(legend, Priority.ALWAYS);
        HBox foot = new HBox(layers, legend);
        foot.getStyleClass().add("network-foot");
        setMinSize(0, 0);
        getChildren().setAll(diagram, foot);
    }

    private static HBox sample(String token, boolean dashed, String words, Theme theme) {
        Canvas line = new Canvas(SAMPLE, 10);
        theme.kindProperty().subscribe(_ -> {
            GraphicsContext g = line.getGraphicsContext2D();
            g.clearRect(0, 0, SAMPLE, 10);
            g.setStroke(theme.color(token));
            g.setLineWidth(3);
            if (dashed) {
                g.setLineDashes(5, 3.5);
            }
            g.strokeLine(0, 5, SAMPLE, 5);
        });
        HBox sample = new HBox(line, small(words));
        sample.getStyleClass().add("legend-sample");
        return sample;
    }

    private static Label thickness() {
        Label words = small("thickness |w|, most at 4");
        words.setTooltip(new Tooltip("A line is as thick as its weight is large, up to 4. A dot at a neuron's corner is its bias. "
                + "Pictures of neurons are stretched to each one's own greatest value, zero in the card's color."));
        return words;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
