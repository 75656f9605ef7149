package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.design.Costs;
import tadpole.engine.design.Misfit;
import tadpole.engine.design.Part;

/** One layer of the picture: its name, what is set on it, and what it costs. */
final class LayerCard extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final NetworkModel model;
    private final Link link;

    /** @param all of the whole network, for the shares */
    LayerCard(NetworkModel model, Link link, Costs all) {
        this.model = model;
        this.link = link;
        setId("layer-" + link.from());
        getStyleClass().addAll("card", "layer-card", "layer-" + kind(link.spec().type()));
        setFocusTraversable(true);
        setAccessibleText("%s, %s".formatted(link.name(), LayerFacts.settings(link.spec())));
        getChildren().addAll(head(), name());
        String settings = LayerFacts.settings(link.spec());
        if (!settings.isEmpty()) {
            Label words = new Label(settings);
            words.getStyleClass().add("layer-settings");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            getChildren().add(words);
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().add(space);
        link.misfit().filter(Misfit::refused).ifPresentOrElse(this::flag, () -> costs(all));
        pseudoClassStateChanged(CHOSEN, link.holds(model.selectedProperty().get()));
    }

    Link link() {
        return link;
    }

    void showChosen() {
        pseudoClassStateChanged(CHOSEN, link.holds(model.selectedProperty().get()));
    }

    /** A misfit says more than one column holds. */
    boolean isWide() {
        return link.misfit().filter(Misfit::refused).isPresent();
    }

    private static String kind(String type) {
        return switch (type) {
            case "conv2d", "linear", "residualBlock", "embedding", "rnn", "lstm", "gru" -> "learned";
            case "maxPool2d", "avgPool2d", "globalAvgPool2d", "flatten" -> "shape";
            case "batchNorm2d", "layerNorm", "dropout", "lockedDropout" -> "steady";
            default -> "bend";
        };
    }

    private HBox head() {
        Label label = new Label(LayerForm.recipe(link.spec().type()).label());
        label.getStyleClass().add("layer-label");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox head = new HBox(4, label);
        head.getStyleClass().add("layer-head");
        if (link.count() > 1) {
            Label times = new Label("× " + link.count());
            times.getStyleClass().addAll("mono", "layer-times");
            times.setMinWidth(USE_PREF_SIZE);
            times.setTooltip(new Tooltip("%d equal layers in a row. What is set here is set on all of them.".formatted(link.count())));
            head.getChildren().add(times);
        }
        link.misfit().ifPresent(misfit -> head.getChildren().add(mark(misfit)));
        return head;
    }

    private static Node mark(Misfit misfit) {
        FontIcon icon = new FontIcon(misfit.refused() ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedAL.INFO);
        icon.getStyleClass().add(misfit.refused() ? "wrong-mark" : "caution-mark");
        Tooltip.install(icon, new Tooltip((misfit.sentence() + "\n" + misfit.formula()).strip()));
        return icon;
    }

    private Label name() {
        Label name = new Label(link.name());
        name.getStyleClass().addAll("mono", "layer-name");
        name.setMinWidth(0);
        return name;
    }

    private void flag(Misfit misfit) {
        getStyleClass().add("layer-wrong");
        getChildren().add(new MisfitBox(misfit, model::repair));
    }

    private void costs(Costs all) {
        if (link.first() instanceof Part.NotKnown) {
            Label waits = new Label("waits for a layer before it");
            waits.getStyleClass().add("layer-unit");
            waits.setWrapText(true);
            getChildren().add(waits);
            return;
        }
        if (link.parameters() == 0 && link.multiplyAdds() == 0) {
            getChildren().add(plain("nothing to learn"));
        } else {
            getChildren().addAll(
                    figure(LayerFacts.brief(link.parameters()), "parameters"),
                    share(link.parameters(), all.parameters(), "share-parameters"),
                    figure(LayerFacts.brief(link.multiplyAdds()), "multiply-adds"),
                    share(link.multiplyAdds(), all.multiplyAdds(), "share-multiply-adds"));
        }
        getChildren().add(link.bytes() == 0 ? plain("no memory of its own") : figure(LayerFacts.bytes(link.bytes()), "memory"));
    }

    private static HBox figure(String number, String unit) {
        Label figure = new Label(number);
        figure.getStyleClass().addAll("mono", "layer-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        HBox line = plain(unit);
        line.getChildren().addFirst(figure);
        return line;
    }

    private static HBox plain(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("layer-unit");
        HBox line = new HBox(5, label);
        line.getStyleClass().add("layer-line");
        return line;
    }

    private static StackPane share(long part, long all, String style) {
        ShareLine bar = new ShareLine(all == 0 ? 0 : (double) part / all);
        bar.getStyleClass().addAll("share-line", style);
        return bar;
    }

    /** A thin line as long as the share. */
    private static final class ShareLine extends StackPane {

        private final double share;
        private final Region filled = new Region();

        ShareLine(double share) {
            this.share = share;
            filled.getStyleClass().add("share-filled");
            filled.setManaged(false);
            getChildren().add(filled);
        }

        @Override
        protected void layoutChildren() {
            filled.resizeRelocate(0, 0, share == 0 ? 0 : Math.max(2, share * getWidth()), getHeight());
        }
    }

    /** What can be done with the layer, beside its drawer. */
    List<MenuItem> menu(Runnable addBehind) {
        List<MenuItem> items = new ArrayList<>(List.of(
                item("layer-menu-add", "Add a layer behind it...", addBehind),
                item("layer-menu-copy", "Duplicate    Ctrl+D", () -> model.duplicate(link)),
                item("layer-menu-back", "Move back    Alt+Up", () -> model.moveBy(link, -1)),
                item("layer-menu-on", "Move on    Alt+Down", () -> model.moveBy(link, 1))));
        if (link.spec().settings().asMap().get("bias") instanceof Boolean bias) {
            items.add(item("layer-menu-bias", bias ? "Without bias" : "With bias", () -> model.set(link, "bias", !bias)));
        }
        if (link.count() > 1) {
            items.add(item("layer-menu-unfold", "Unfold the %d equal layers".formatted(link.count()), () -> model.foldedProperty().set(false)));
            items.add(item("layer-menu-fewer", "Remove one of them", () -> model.removeOne(link)));
        }
        items.add(item("layer-menu-remove", link.count() > 1 ? "Remove all of them    Del" : "Remove    Del", () -> model.remove(link)));
        return items;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
