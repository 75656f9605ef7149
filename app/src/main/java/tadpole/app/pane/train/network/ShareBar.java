package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import tadpole.engine.recipe.Words;

/** One bar of the whole network, cut into the layers' shares; a click selects the layer. */
final class ShareBar extends Pane {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private record Piece(Link link, double share, Label label) {}

    private final NetworkModel model;
    private final ToLongFunction<Link> value;
    private final String unit;
    private List<Piece> pieces = List.of();

    /** @param style of the pieces */
    ShareBar(NetworkModel model, String style, String unit, ToLongFunction<Link> value) {
        this.model = model;
        this.value = value;
        this.unit = unit;
        getStyleClass().addAll("share-bar", style);
        setMinWidth(0);
        model.drawingProperty().subscribe(now -> show(now.map(Drawing::links).orElse(List.of())));
        model.selectedProperty().subscribe(_ -> mark());
    }

    private void show(List<Link> links) {
        long all = links.stream().mapToLong(value).sum();
        List<Piece> next = new ArrayList<>();
        for (Link link : links) {
            if (value.applyAsLong(link) > 0) {
                next.add(piece(link, all));
            }
        }
        pieces = next;
        getChildren().setAll(pieces.stream().map(Piece::label).toList());
        mark();
    }

    private Piece piece(Link link, long all) {
        double share = (double) value.applyAsLong(link) / all;
        String percent = Words.rounded(100 * share, share < 0.1 ? 2 : 3) + LayerFacts.NO_BREAK_SPACE + "%";
        Label label = new Label(link.name());
        label.getStyleClass().add("share-piece");
        label.setTooltip(new Tooltip("%s: %s %s, %s of all".formatted(link.name(), LayerFacts.count(value.applyAsLong(link)), unit, percent)));
        label.setOnMouseClicked(_ -> model.select(link.from()));
        return new Piece(link, share, label);
    }

    private void mark() {
        pieces.forEach(piece -> piece.label().pseudoClassStateChanged(CHOSEN, piece.link().holds(model.selectedProperty().get())));
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (Piece piece : pieces) {
            double end = x + piece.share() * getWidth();
            double width = Math.max(1, Math.floor(end) - Math.floor(x) - 1);
            // A name that would be cut is left to the pointer; changing the text here would ask for another layout.
            piece.label().setTextOverrun(OverrunStyle.CLIP);
            piece.label().pseudoClassStateChanged(NARROW, piece.label().prefWidth(-1) > width);
            piece.label().resizeRelocate(Math.floor(x), 0, width, getHeight());
            x = end;
        }
    }
}
