package tadpole.app.pane.train.network;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.tensor.Shape;

/** What goes from one card to the next: its shape, an arrow, and a button that puts a layer here. */
final class EdgeView extends VBox {

    /** Shows what can be put at a place, beside a node. */
    @FunctionalInterface
    interface Opener {
        void open(Region beside, int gap);
    }

    private final int gap;

    /**
     * @param gap   place in front of which a layer would come
     * @param sure  whether the shape is what comes out, or only what would come out of a mended layer
     */
    EdgeView(int gap, Optional<Shape> shape, boolean sure, Opener opens) {
        this.gap = gap;
        getStyleClass().add("edge");
        setId("edge-" + gap);
        Label words = new Label(shape.map(each -> sure ? each.toString() : each + "?").orElse("?"));
        words.getStyleClass().addAll("mono", "edge-shape");
        words.setMinWidth(USE_PREF_SIZE);
        words.setTooltip(new Tooltip(shape.map(EdgeView::told).orElse("Not known, for a layer before does not fit.")));
        Button add = new Button("", new FontIcon(Material2OutlinedAL.ADD));
        add.setId("add-at-" + gap);
        add.getStyleClass().addAll("icon-button", "edge-add");
        add.setTooltip(new Tooltip("Put a layer here"));
        add.setAccessibleText("Put a layer here");
        add.setOnAction(_ -> opens.open(add, gap));
        Region line = new Region();
        line.getStyleClass().add("edge-line");
        Region head = new Region();
        head.getStyleClass().add("edge-head");
        StackPane.setAlignment(head, Pos.CENTER_RIGHT);
        StackPane arrow = new StackPane(line, head, add);
        arrow.getStyleClass().add("edge-arrow");
        Region balance = new Region();
        balance.getStyleClass().add("edge-balance");
        getChildren().setAll(words, arrow, balance);
    }

    int gap() {
        return gap;
    }

    private static String told(Shape shape) {
        String numbers = LayerFacts.count(shape.size()) + " numbers of each sample";
        return shape.rank() == 3 ? "%d channels of %d×%d: %s".formatted(shape.at(0), shape.at(1), shape.at(2), numbers) : numbers;
    }
}
