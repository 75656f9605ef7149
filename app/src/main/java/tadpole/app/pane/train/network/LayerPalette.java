package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import tadpole.engine.design.Design;
import tadpole.engine.design.Part;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.resources.Resources;

/** All layers there are, in groups and with a sentence each, to put one of them at a place. */
final class LayerPalette {

    private static final double LINE_EM = 20;

    private record Group(String name, List<String> types) {}

    private static final List<List<Group>> COLUMNS = List.of(
            List.of(new Group("Learn", List.of("conv2d", "linear", "residualBlock")),
                    new Group("Shape", List.of("maxPool2d", "avgPool2d", "globalAvgPool2d", "flatten"))),
            List.of(new Group("Bend", List.of("relu", "leakyRelu", "gelu", "silu", "sigmoid", "tanh", "softmax", "logSoftmax"))),
            List.of(new Group("Steady", List.of("batchNorm2d", "layerNorm", "dropout")),
                    new Group("Sequences and others", List.of())));

    private final NetworkModel model;
    private final Popup popup = new Popup();

    LayerPalette(NetworkModel model) {
        this.model = model;
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /** Opens beside a node. */
    void open(Region beside, int gap) {
        if (model.drawing().isEmpty()) {
            return;
        }
        HBox columns = new HBox(16);
        COLUMNS.forEach(groups -> columns.getChildren().add(column(groups, gap)));
        Label title = new Label("Put a layer here");
        title.getStyleClass().add("section-title");
        VBox all = new VBox(8, title, columns);
        all.getStyleClass().addAll("floating", "layer-palette");
        all.getStylesheets().add(Resources.url("css/pane-train-network.css").toExternalForm());
        all.setId("layer-palette");
        popup.getContent().setAll(all);
        Bounds at = beside.localToScreen(beside.getBoundsInLocal());
        popup.show(beside.getScene().getWindow(), at.getMinX(), at.getMaxY() + 4);
    }

    private VBox column(List<Group> groups, int gap) {
        VBox column = new VBox(2);
        column.getStyleClass().add("palette-column");
        for (Group group : groups) {
            Label name = new Label(group.name());
            name.getStyleClass().addAll("muted", "palette-group");
            column.getChildren().add(name);
            of(group).forEach(recipe -> column.getChildren().add(button(recipe, gap)));
        }
        return column;
    }

    /** A group without types holds what no other one has. */
    private static List<Recipe<LayerMaker>> of(Group group) {
        List<String> named = COLUMNS.stream().flatMap(List::stream).flatMap(each -> each.types().stream()).toList();
        return group.types().isEmpty()
                ? Layers.ALL.stream().filter(recipe -> !named.contains(recipe.type())).toList()
                : group.types().stream().map(LayerForm::recipe).toList();
    }

    private Button button(Recipe<LayerMaker> recipe, int gap) {
        Label name = new Label(recipe.label());
        name.getStyleClass().add("palette-name");
        Optional<String> refusal = refusal(recipe, gap);
        // Buttons ask for a height without a width, at which a label would not wrap.
        Text help = new Text(refusal.map(_ -> "does not fit here as it is").orElse(recipe.help()));
        help.getStyleClass().add("palette-help");
        help.fontProperty().subscribe(font -> help.setWrappingWidth(LINE_EM * font.getSize()));
        VBox words = new VBox(name, help);
        Button button = new Button("", words);
        button.setId("palette-" + recipe.type());
        button.getStyleClass().addAll("plain-button", "palette-button");
        refusal.ifPresent(_ -> button.getStyleClass().add("palette-unfit"));
        button.setTooltip(new Tooltip(refusal.map(why -> recipe.help() + "\n" + why).orElse(recipe.help())));
        button.setAccessibleText(recipe.label());
        button.setOnAction(_ -> {
            popup.hide();
            model.add(gap, recipe);
        });
        return button;
    }

    /** Why it does not fit what comes in at this place. */
    private Optional<String> refusal(Recipe<LayerMaker> recipe, int gap) {
        return model.drawing().flatMap(now -> {
            List<Spec> upToHere = new ArrayList<>(model.layers().subList(0, gap));
            upToHere.add(recipe.standard());
            Design tried = Design.of(now.design().input(), upToHere, 1);
            return tried.parts().getLast() instanceof Part.Misfitting wrong ? Optional.of(wrong.misfit().sentence()) : Optional.empty();
        });
    }
}
