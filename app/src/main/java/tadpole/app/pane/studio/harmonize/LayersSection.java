package tadpole.app.pane.studio.harmonize;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.pane.studio.canvas.CanvasModel;
import tadpole.app.pane.studio.canvas.Layer;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The layers on the canvas: a small picture and facts of each. */
final class LayersSection extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int WIDTH = 36;
    private static final int HEIGHT = 30;

    private final CanvasModel canvas;
    private final Row mask;
    private final Row object;
    private final Row painting;

    LayersSection(StudioModel studio, HarmonizeModel model) {
        canvas = studio.canvas();
        mask = new Row(Layer.MASK, "Mask");
        object = new Row(Layer.OBJECT, "Object");
        painting = new Row(Layer.PAINTING, "Painting");
        getStyleClass().add("layers");
        Label title = new Label("Layers");
        title.getStyleClass().add("section-title");
        Label locked = new Label("Locked: stop the run to edit");
        locked.setId("layers-locked");
        locked.getStyleClass().add("muted");
        locked.visibleProperty().bind(model.situationProperty().map(Situation::isGoingOn));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, locked);
        head.getStyleClass().add("layers-head");
        getChildren().setAll(head, mask, object, painting);
        studio.document().compositionProperty().subscribe(now -> show(now, studio.paintingProperty().get().isEmpty()));
        studio.paintingProperty().subscribe(now -> show(studio.document().composition(), now.isEmpty()));
    }

    private void show(Optional<Composition> layers, boolean idle) {
        String none = idle ? "none yet" : "being painted...";
        mask.show(layers.map(each -> gray(each.mask())), layers.map(each -> selected(each.mask())).orElse(none));
        object.show(layers.flatMap(Composition::object), layers.flatMap(each -> each.object().map(picture -> "%s, %s %% size".formatted(picture.name(),
                String.format(Locale.ROOT, "%.0f", 100 * each.placement().scale())))).orElse(none));
        painting.show(layers.map(Composition::painting), layers.map(each -> "%d × %d".formatted(each.painting().width(), each.painting().height()))
                .orElse(none));
    }

    private static String selected(Mask mask) {
        int count = 0;
        for (float value : mask.values()) {
            count += value >= 0.5f ? 1 : 0;
        }
        return count == 0 ? "empty" : String.format(Locale.ROOT, "%.1f %% of the painting", 100.0 * count / mask.values().length);
    }

    private static Picture gray(Mask mask) {
        float[] values = new float[mask.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = 255 * mask.values()[i];
        }
        return Picture.ofBytes("mask", Tensor.of(Shape.of(1, mask.height(), mask.width()), values));
    }

    private final class Row extends HBox {

        private final ImageView picture = new ImageView();
        private final Label facts = new Label();

        Row(Layer layer, String name) {
            setId("layer-" + name.toLowerCase(Locale.ROOT));
            getStyleClass().add("layer");
            picture.setFitWidth(WIDTH);
            picture.setFitHeight(HEIGHT);
            Label title = new Label(name);
            title.getStyleClass().add("layer-name");
            facts.getStyleClass().add("layer-facts");
            VBox words = new VBox(title, facts);
            HBox.setHgrow(words, Priority.ALWAYS);
            facts.setMinWidth(0);
            ToggleButton eye = new ToggleButton("", new FontIcon(Material2OutlinedMZ.VISIBILITY));
            eye.setId("eye-" + name.toLowerCase(Locale.ROOT));
            eye.getStyleClass().setAll("layer-eye");
            eye.setTooltip(new Tooltip());
            eye.setAccessibleText("Show the layer " + name);
            eye.selectedProperty().bindBidirectional(canvas.visibleProperty(layer));
            eye.selectedProperty().subscribe(on -> {
                eye.setGraphic(new FontIcon(on ? Material2OutlinedMZ.VISIBILITY : Material2OutlinedMZ.VISIBILITY_OFF));
                eye.getTooltip().setText(on ? "Hide this layer on the canvas" : "Show this layer on the canvas");
            });
            getChildren().setAll(picture, words, eye);
            canvas.selectedProperty().subscribe(now -> pseudoClassStateChanged(SELECTED, now == layer));
            setOnMouseClicked(_ -> canvas.selectedProperty().set(layer));
        }

        void show(Optional<Picture> of, String said) {
            facts.setText(said);
            picture.setImage(of.map(each -> {
                WritableImage image = new WritableImage(2 * WIDTH, 2 * HEIGHT);
                image.getPixelWriter().setPixels(0, 0, 2 * WIDTH, 2 * HEIGHT, PixelFormat.getIntArgbInstance(),
                        new PackedPicture(each).part(Part.middle(each.width(), each.height(), (double) WIDTH / HEIGHT), 2 * WIDTH, 2 * HEIGHT), 0, 2 * WIDTH);
                return image;
            }).orElse(null));
        }
    }
}
