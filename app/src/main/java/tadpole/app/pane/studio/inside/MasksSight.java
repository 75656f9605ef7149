package tadpole.app.pane.studio.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.ToneScale;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.engine.picture.insight.Insight;
import tadpole.engine.picture.insight.LayerMasks;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The tight and the loose mask at every layer, small; the chosen layer's large. */
final class MasksSight implements Sight {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Function<String, Color> tokens;
    private final VBox all = new VBox();
    private final VBox side = new VBox();
    private final TilePane tiles = new TilePane();
    private final Viewport viewport = new Viewport();
    private final PlaneModel tight = new PlaneModel(viewport);
    private final PlaneModel loose = new PlaneModel(viewport);
    private final List<PlaneView> views = new ArrayList<>();
    private final ToneScale scale;
    private final Label title = new Label();
    private List<LayerMasks.Row> rows = List.of();
    private String chosen = LayerMasks.PIXELS;

    MasksSight(Function<String, Color> tokens) {
        this.tokens = tokens;
        PlaneView tightView = new PlaneView(tight, tokens);
        PlaneView looseView = new PlaneView(loose, tokens);
        tightView.setId("inside-mask-tight");
        looseView.setId("inside-mask-loose");
        tight.toningProperty().set(Toning.gray(0, 1));
        loose.toningProperty().set(Toning.gray(0, 1));
        scale = new ToneScale(tight, tokens);
        title.getStyleClass().add("section-title");
        tiles.getStyleClass().add("inside-tiles");
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "inside-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        all.getStyleClass().addAll("card", "inside-card");
        all.getChildren().setAll(new Label("Left the tight mask, where the object is; right the loose one, where pixels may change and losses look."), scroll);
        side.getStyleClass().add("inside-side");
        side.getChildren().setAll(title, Planes.titled("Tight", tight, tightView), Planes.titled("Loose", loose, looseView), scale);
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public Optional<Node> side() {
        return Optional.of(side);
    }

    @Override
    public void show(Insight insight) {
        if (insight instanceof LayerMasks masks) {
            rows = masks.rows();
            views.clear();
            tiles.getChildren().setAll(rows.stream().map(this::tile).toList());
            choose(rows.stream().map(LayerMasks.Row::layer).filter(chosen::equals).findFirst().orElse(LayerMasks.PIXELS));
        }
    }

    private Node tile(LayerMasks.Row row) {
        Label name = new Label(row.layer());
        Label size = new Label("%d × %d".formatted(row.tight().width(), row.tight().height()));
        size.getStyleClass().addAll("muted", "mono", "small");
        HBox head = new HBox(name, size);
        head.getStyleClass().add("inside-head");
        HBox both = new HBox(small(row.tight(), row.layer() + ", tight"), small(row.loose(), row.layer() + ", loose"));
        both.getStyleClass().add("inside-mask-pair");
        VBox tile = new VBox(head, both);
        tile.setId("inside-mask-" + row.layer());
        tile.getStyleClass().add("inside-tile");
        tile.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> choose(row.layer()));
        return tile;
    }

    private PlaneView small(Mask mask, String name) {
        PlaneModel model = new PlaneModel(new Viewport());
        model.nameProperty().set(name);
        model.toningProperty().set(Toning.gray(0, 1));
        model.valuesProperty().set(Optional.of(plane(mask)));
        PlaneView view = new PlaneView(model, tokens);
        view.getStyleClass().add("inside-mask");
        view.zoomableProperty().set(false);
        views.add(view);
        return view;
    }

    private void choose(String layer) {
        chosen = layer;
        for (int i = 0; i < rows.size(); i++) {
            LayerMasks.Row row = rows.get(i);
            tiles.getChildren().get(i).pseudoClassStateChanged(CHOSEN, row.layer().equals(layer));
            if (row.layer().equals(layer)) {
                title.setText("%s · %d × %d".formatted(layer.equals(LayerMasks.PIXELS) ? "Pixels" : layer,
                        row.tight().width(), row.tight().height()));
                tight.valuesProperty().set(Optional.of(plane(row.tight())));
                loose.valuesProperty().set(Optional.of(plane(row.loose())));
            }
        }
    }

    private static Tensor plane(Mask mask) {
        return Tensor.of(Shape.of(1, mask.height(), mask.width()), mask.values());
    }

    @Override
    public void repaint() {
        views.forEach(PlaneView::repaint);
        scale.repaint();
    }
}
