package tadpole.app.pane.train.network;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.pane.train.RunMemory;
import tadpole.engine.design.Costs;

/** What the whole network costs, and in which layers that sits. */
final class CostsCard extends VBox {

    private final Label parameters = figure("costs-parameters");
    private final Label multiplyAdds = figure("costs-multiply-adds");
    private final Label memory = figure("costs-memory");
    private final Label batch = unit("");
    private final Label tooLarge = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));

    CostsCard(NetworkModel model, Node epoch) {
        setId("network-costs");
        getStyleClass().addAll("card", "costs-card");
        HBox figures = new HBox(
                box(parameters, unit("parameters")),
                box(multiplyAdds, unit("multiply-adds a sample")),
                box(memory, batch),
                space(),
                epoch);
        figures.getStyleClass().add("costs-figures");
        tooLarge.setId("costs-too-large");
        tooLarge.getStyleClass().addAll("misfit-sentence", "wrong-mark");
        tooLarge.setWrapText(true);
        tooLarge.setMinHeight(USE_PREF_SIZE);
        tooLarge.managedProperty().bind(tooLarge.visibleProperty());
        getChildren().setAll(
                figures,
                tooLarge,
                row("Parameters", new ShareBar(model, "share-parameters", "parameters", Link::parameters)),
                row("Multiply-adds", new ShareBar(model, "share-multiply-adds", "multiply-adds of a sample on its way forward", Link::multiplyAdds)));
        model.drawingProperty().subscribe(this::show);
    }

    private void show(Optional<Drawing> drawing) {
        setVisible(drawing.isPresent());
        drawing.ifPresent(now -> {
            Costs costs = now.design().costs();
            boolean all = now.design().parts().size() == costs.layers().size();
            String least = all ? "" : "≥ ";
            parameters.setText(least + LayerFacts.brief(costs.parameters()));
            parameters.setTooltip(new Tooltip(LayerFacts.count(costs.parameters()) + " numbers that training moves"));
            multiplyAdds.setText(least + LayerFacts.brief(costs.multiplyAdds()));
            multiplyAdds.setTooltip(new Tooltip(LayerFacts.count(costs.multiplyAdds())
                    + " products for one sample on its way forward; back costs about twice that"));
            memory.setText(least + LayerFacts.bytes(costs.bytes()));
            memory.setTooltip(new Tooltip("Outputs, parameters and gradients of one training batch; the optimizer's memory comes on top"));
            tooLarge.setText(RunMemory.tooLarge(now.experiment(), now.dataset(), Runtime.getRuntime().maxMemory()).orElse(""));
            tooLarge.setVisible(!tooLarge.getText().isEmpty());
            batch.setText("memory, batch of " + now.design().batch());
        });
    }

    private static HBox row(String name, ShareBar bar) {
        Label label = new Label(name);
        label.getStyleClass().add("share-name");
        label.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(8, label, bar);
        row.getStyleClass().add("share-row");
        return row;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static VBox box(Label figure, Label unit) {
        VBox box = new VBox(figure, unit);
        box.getStyleClass().add("costs-box");
        return box;
    }

    static Label figure(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll("mono", "costs-figure");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    static Label unit(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("layer-unit");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
