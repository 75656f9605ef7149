package tadpole.app.pane.kernels.trained;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.engine.convolution.TrainedLayer;

/** All filters of the chosen layer as they are stored: in color where they see three channels, else the chosen channel's kernels. */
final class Gallery extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int SIDE = 64;

    private final TrainedModel model;
    private final Label title = new Label();
    private final Label scale = new Label();
    private final FlowPane tiles = new FlowPane();
    private final List<Button> buttons = new ArrayList<>();

    Gallery(TrainedModel model) {
        this.model = model;
        setId("trained-gallery");
        getStyleClass().addAll("card", "trained-gallery");
        title.getStyleClass().add("section-title");
        title.setId("trained-gallery-title");
        scale.getStyleClass().add("muted");
        scale.setMinWidth(0);
        HBox heading = new HBox(title, scale);
        heading.getStyleClass().add("trained-heading");
        tiles.getStyleClass().add("trained-tiles");
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "trained-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(heading, scroll);
        model.trials().versionProperty().subscribe(_ -> draw());
        model.layerProperty().subscribe(_ -> draw());
        model.channelProperty().subscribe(_ -> drawOfChannel());
        model.desk().theme().kindProperty().subscribe(_ -> draw());
        model.filterProperty().subscribe(_ -> mark());
    }

    private void drawOfChannel() {
        if (model.shownLayer().filter(layer -> layer.depth() != 3).isPresent()) {
            draw();
        }
    }

    private void draw() {
        Optional<TrainedLayer> layer = model.shownLayer();
        if (layer.isEmpty()) {
            return;
        }
        TrainedLayer of = layer.get();
        title.setText("%s · %d filters %d×%d".formatted(of.name(), of.filters(), of.height(), of.width()));
        float most = model.scale();
        scale.setText(of.depth() == 3 ? "three channels as color: gray is 0, full color ±%s and beyond".formatted(Digits.shortest(most))
                : of.depth() == 1 ? "blue is below 0, orange above, full color ±%s and beyond".formatted(Digits.shortest(most))
                : "channel %d of %d · blue is below 0, orange above, full color ±%s and beyond".formatted(channel(of) + 1, of.depth(), Digits.shortest(most)));
        buttons.clear();
        IntStream.range(0, of.filters()).forEach(filter -> buttons.add(tile(of, filter, most)));
        tiles.getChildren().setAll(buttons);
        mark();
    }

    private int channel(TrainedLayer of) {
        return Math.min(model.channelProperty().get(), of.depth() - 1);
    }

    private Button tile(TrainedLayer of, int filter, float most) {
        int cell = Math.max(2, SIDE / Math.max(of.height(), of.width()));
        Image image = of.depth() == 3 ? FilterImage.colored(of, filter, most, cell)
                : FilterImage.signed(of, filter, channel(of), most, cell, model.desk().theme());
        Version version = model.version().orElseThrow();
        String sign = version.isOff(of.name(), filter) ? " off" : version.isChanged(of.name(), filter) ? " ✎" : "";
        Button tile = new Button((filter + 1) + sign, new ImageView(image));
        tile.setId("trained-filter-" + filter);
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.getStyleClass().add("trained-tile");
        tile.setAccessibleText("Filter %d of %s".formatted(filter + 1, of.name()));
        tile.setTooltip(new Tooltip("Filter %d%s, bias %s".formatted(filter + 1,
                version.isOff(of.name(), filter) ? ", switched off" : version.isChanged(of.name(), filter) ? ", changed" : "", of.bias(filter))));
        tile.setOnAction(_ -> model.chooseFilter(filter));
        return tile;
    }

    private void mark() {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).pseudoClassStateChanged(CHOSEN, i == model.filterProperty().get());
        }
    }
}
