package tadpole.app.pane.train.network;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.engine.design.Part;
import tadpole.engine.layer.ResidualBlock;

/** The selected layer: what it does, what can be set, and what is wrong with it. */
final class LayerSection extends VBox {

    private static final FormLayout LAYOUT = FormLayout.PLAIN.named("layer").rare("More: dilation, start weights",
            "init", "deviation", "fan", "gain", "paddingWidth", "paddingSame", "paddingMode", "dilation", "groups", "kernelWidth", "momentum", "epsilon");

    private final NetworkModel model;
    private final Label title = new Label();
    private final Label name = new Label();
    private final Label help = new Label();
    private final VBox settings = new VBox();
    private final VBox facts = new VBox(8);
    private final HBox tools;

    LayerSection(NetworkModel model) {
        this.model = model;
        setId("layer-section");
        getStyleClass().add("form");
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().addAll("mono", "layer-name");
        name.setMinWidth(0);
        name.setId("layer-name");
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, space, name);
        head.getStyleClass().add("layer-head");
        tools = new HBox(4,
                tool("layer-back", Material2OutlinedAL.ARROW_BACK, "Move back (Alt+Up)", () -> model.selected().ifPresent(link -> model.moveBy(link, -1))),
                tool("layer-on", Material2OutlinedAL.ARROW_FORWARD, "Move on (Alt+Down)", () -> model.selected().ifPresent(link -> model.moveBy(link, 1))),
                tool("layer-copy", Material2OutlinedAL.CONTENT_COPY, "Duplicate (Ctrl+D)", () -> model.selected().ifPresent(model::duplicate)),
                tool("layer-remove", Material2OutlinedAL.DELETE, "Remove (Del)", () -> model.selected().ifPresent(model::remove)));
        getChildren().setAll(head, help, tools, settings, facts);
        model.settingsProperty().subscribe(this::show);
        model.drawingProperty().subscribe(_ -> showFacts());
        model.selectedProperty().subscribe(_ -> showFacts());
    }

    private void show(Optional<LayerForm> form) {
        tools.setVisible(form.isPresent());
        tools.setManaged(form.isPresent());
        title.setText(form.map(each -> each.recipe().label()).orElse("Layer"));
        help.setText(form.map(each -> each.recipe().help()).orElse("Click a card to see and set what it does. Drag it to another place, or put a new one on any edge."));
        settings.getChildren().setAll(form.filter(each -> !each.recipe().settings().isEmpty())
                .map(each -> List.of(new RecipeForm(each.form(), layout(each)))).orElse(List.of()));
    }

    /** Where nothing rare is there, nothing is folded away. */
    private static FormLayout layout(LayerForm form) {
        List<String> keys = form.recipe().settings().stream().map(each -> each.key()).toList();
        if (keys.contains("dilation")) {
            return LAYOUT;
        }
        if (keys.contains("init")) {
            return FormLayout.PLAIN.named("layer").rare("More: start weights", "init", "deviation", "fan", "gain");
        }
        return FormLayout.PLAIN.named("layer");
    }

    private void showFacts() {
        Optional<Link> link = model.selected();
        name.setText(link.map(Link::name).orElse(""));
        facts.getChildren().clear();
        link.flatMap(Link::misfit).ifPresent(misfit -> facts.getChildren().add(new MisfitBox(misfit, model::repair)));
        link.filter(each -> each.count() > 1).ifPresent(each -> facts.getChildren().add(
                note("%d equal layers are folded: what is set here is set on all of them.".formatted(each.count()))));
        link.map(Link::first).ifPresent(part -> {
            if (part instanceof Part.Fitting fitting && part.spec().type().equals(ResidualBlock.RECIPE.type())) {
                facts.getChildren().add(new InnerLayers(part.spec().settings(), fitting.cost().input()));
            }
        });
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    private static Button tool(String id, Ikon icon, String tip, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "small-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
