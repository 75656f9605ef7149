package tadpole.app.pane.studio.inside;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.PlaneWall;
import tadpole.app.image.ToneScale;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.engine.picture.insight.Insight;
import tadpole.engine.picture.insight.LayerMaps;

/** All maps of one layer, small; the chosen one large, of the picture and of the painting. */
final class MapsSight implements Sight {

    private final VBox all = new VBox();
    private final VBox side = new VBox();
    private final PlaneWall wall;
    private final Viewport viewport = new Viewport();
    private final PlaneModel current = new PlaneModel(viewport);
    private final PlaneModel painting = new PlaneModel(viewport);
    private final PlaneView currentView;
    private final PlaneView paintingView;
    private final ToneScale scale;
    private final Label title = new Label();
    private final ToggleButton ofPainting = new ToggleButton("Painting");
    private Optional<LayerMaps> shown = Optional.empty();

    MapsSight(Function<String, Color> tokens) {
        wall = new PlaneWall(tokens);
        wall.setId("inside-maps-wall");
        currentView = new PlaneView(current, tokens);
        paintingView = new PlaneView(painting, tokens);
        currentView.setId("inside-maps-current");
        paintingView.setId("inside-maps-painting");
        scale = new ToneScale(current, tokens);
        title.getStyleClass().add("section-title");
        ToggleGroup group = new ToggleGroup();
        ToggleButton ofCurrent = new ToggleButton("Picture now");
        ofCurrent.setToggleGroup(group);
        ofPainting.setToggleGroup(group);
        ofPainting.setId("inside-maps-of-painting");
        ofCurrent.setSelected(true);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
            drawWall();
        });
        ScrollPane scroll = new ScrollPane(wall);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "inside-scroll");
        scroll.viewportBoundsProperty().subscribe(bounds -> wall.setRoom(bounds.getHeight()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox choice = new HBox(ofCurrent, ofPainting);
        choice.getStyleClass().add("inside-choice");
        all.getChildren().setAll(choice, scroll);
        all.getStyleClass().addAll("card", "inside-card");
        side.getChildren().setAll(title, Planes.titled("Picture now", current, currentView), Planes.titled("Painting", painting, paintingView), scale);
        side.getStyleClass().add("inside-side");
        title.textProperty().bind(Bindings.createStringBinding(() -> shown.map(now -> "%s · map %d of %d".formatted(now.question().layer(),
                wall.chosenProperty().get() + 1, now.channels())).orElse(""), wall.chosenProperty(), current.valuesProperty()));
        wall.chosenProperty().addListener(_ -> choose());
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
        if (insight instanceof LayerMaps maps) {
            shown = Optional.of(maps);
            Toning toning = Toning.magnitude(maps.most());
            current.toningProperty().set(toning);
            painting.toningProperty().set(toning);
            drawWall();
            choose();
            current.valuesProperty().set(Optional.of(maps.current()));
            painting.valuesProperty().set(Optional.of(maps.painting()));
        }
    }

    private void drawWall() {
        shown.ifPresent(maps -> wall.show(ofPainting.isSelected() ? maps.painting() : maps.current(), Toning.magnitude(maps.most())));
    }

    private void choose() {
        current.channelProperty().set(wall.chosenProperty().get());
        painting.channelProperty().set(wall.chosenProperty().get());
    }

    @Override
    public void repaint() {
        wall.repaint();
        currentView.repaint();
        paintingView.repaint();
        scale.repaint();
    }
}
