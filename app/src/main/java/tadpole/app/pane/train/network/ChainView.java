package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.engine.design.Costs;
import tadpole.engine.design.Part;
import tadpole.engine.loss.Losses;
import tadpole.engine.tensor.Shape;

/** The network from what comes in to the loss, card after card; the shape stands on every edge. */
final class ChainView extends ScrollPane {

    private final NetworkModel model;
    private final ChainPane chain = new ChainPane();
    private final LayerPalette palette;
    private final CardDrag drag;
    private final List<LayerCard> cards = new ArrayList<>();
    private final ContextMenu menu = new ContextMenu();

    ChainView(NetworkModel model) {
        this.model = model;
        this.palette = new LayerPalette(model);
        this.drag = new CardDrag(model, chain);
        setId("network-chain");
        getStyleClass().addAll("edge-to-edge", "chain-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(chain);
        setMinHeight(0);
        chain.setOnMousePressed(_ -> model.select(NetworkModel.NONE));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.drawingProperty().subscribe(this::show);
        model.selectedProperty().subscribe(_ -> cards.forEach(LayerCard::showChosen));
    }

    private void show(Optional<Drawing> drawing) {
        boolean focused = cards.stream().anyMatch(Region::isFocused);
        cards.clear();
        List<Region> cells = new ArrayList<>();
        List<EdgeView> edges = new ArrayList<>();
        drawing.ifPresent(now -> fill(now, cells, edges));
        chain.show(cells);
        drag.over(edges);
        if (focused) {
            focusChosen();
        }
    }

    private void fill(Drawing now, List<Region> cells, List<EdgeView> edges) {
        Costs all = now.design().costs();
        EdgeView in = new EdgeView(0, Optional.of(now.design().input()), true, palette::open);
        edges.add(in);
        cells.add(cell(input(now), in));
        boolean sure = true;
        for (Link link : now.links()) {
            sure &= link.first() instanceof Part.Fitting;
            EdgeView out = new EdgeView(link.end(), output(link), sure, palette::open);
            edges.add(out);
            cells.add(cell(card(link, all), out));
        }
        cells.add(end(now));
    }

    private static Optional<Shape> output(Link link) {
        return link.parts().getLast().output();
    }

    private LayerCard card(Link link, Costs all) {
        LayerCard card = new LayerCard(model, link, all);
        drag.follow(card);
        card.setOnContextMenuRequested(event -> {
            model.select(link.from());
            menu.getItems().setAll(card.menu(() -> palette.open(card, link.end())));
            menu.show(card, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        cards.add(card);
        return card;
    }

    private static Region cell(Region card, EdgeView edge) {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        HBox cell = new HBox(card, edge);
        cell.getStyleClass().add("cell");
        ChainPane.setWide(cell, card instanceof LayerCard layer && layer.isWide());
        return cell;
    }

    private static VBox input(Drawing now) {
        VBox card = plain("Input", now.dataset().title());
        card.setId("network-input");
        card.getChildren().add(words("layer-unit", LayerFacts.count(now.design().input().size()) + " numbers a sample"));
        return card;
    }

    /** The loss, and what of the end it does not take. */
    private Region end(Drawing now) {
        String label = Losses.ALL.stream().filter(each -> each.type().equals(now.experiment().loss().type())).findFirst().orElseThrow().label();
        VBox card = plain("Loss", label);
        card.setId("network-end");
        int outputs = NetworkModel.goal(now).outputs();
        String wanted = now.dataset().classes().isEmpty() ? LayerFacts.count(outputs) + " numbers" : LayerFacts.count(outputs) + " classes";
        card.getChildren().add(words("layer-unit", "takes " + wanted));
        now.design().end().ifPresent(misfit -> {
            if (misfit.refused()) {
                card.getStyleClass().add("layer-wrong");
            }
            card.getChildren().add(new MisfitBox(misfit, model::repair));
        });
        HBox.setHgrow(card, Priority.ALWAYS);
        Region noEdge = new Region();
        noEdge.getStyleClass().add("edge");
        HBox cell = new HBox(card, noEdge);
        cell.getStyleClass().add("cell");
        ChainPane.setWide(cell, now.design().end().isPresent());
        return cell;
    }

    private static VBox plain(String title, String says) {
        Label label = new Label(title);
        label.getStyleClass().add("layer-label");
        VBox card = new VBox(label, words("layer-settings", says));
        card.getStyleClass().addAll("card", "layer-card", "layer-end");
        return card;
    }

    private static Label words(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void press(KeyEvent key) {
        if (cards.stream().noneMatch(Region::isFocused)) {
            return;
        }
        Map<KeyCode, Integer> ways = Map.of(KeyCode.UP, -1, KeyCode.LEFT, -1, KeyCode.DOWN, 1, KeyCode.RIGHT, 1);
        if (ways.containsKey(key.getCode()) && key.isAltDown()) {
            model.selected().ifPresent(link -> model.moveBy(link, ways.get(key.getCode())));
        } else if (ways.containsKey(key.getCode())) {
            model.selectBy(ways.get(key.getCode()));
            focusChosen();
        } else if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
            model.selected().ifPresent(model::remove);
        } else {
            return;
        }
        key.consume();
    }

    private void focusChosen() {
        cards.stream().filter(card -> card.link().holds(model.selectedProperty().get())).findFirst().ifPresent(card -> {
            card.requestFocus();
            reveal(card);
        });
    }

    /** Scrolls as little as it takes. */
    private void reveal(Region card) {
        chain.layout();
        double room = chain.getHeight() - getViewportBounds().getHeight();
        if (room <= 0) {
            return;
        }
        double top = card.getParent().getLayoutY();
        double from = getVvalue() * room;
        double least = top + card.getHeight() - getViewportBounds().getHeight();
        setVvalue(Math.clamp(Math.clamp(from, Math.min(least, top), Math.max(least, top)) / room, 0, 1));
    }
}
