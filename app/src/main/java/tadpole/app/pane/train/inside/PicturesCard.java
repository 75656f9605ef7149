package tadpole.app.pane.train.inside;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Pace;
import tadpole.app.image.PictureWall;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.ToneScale;
import tadpole.app.image.Viewport;
import tadpole.app.pane.train.LayerNames;
import tadpole.engine.insight.LayerPictures;

/** The weights, activations or gradients of one layer as pictures, with the range of their colors. */
final class PicturesCard extends VBox {

    private final PicturesModel model;
    private final PictureWall wall;
    private final PlaneModel scaled = new PlaneModel(new Viewport());
    private final ToneScale scale;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final ComboBox<String> layer = new ComboBox<>();
    private final Label words = new Label();
    private final Tooltip full = new Tooltip();
    private final Label readout = new Label();
    private final Label own = new Label("each its own range");
    private final Label hint = new Label();
    private final HBox images = new HBox();
    private boolean filling;

    PicturesCard(PicturesModel model, Function<String, Color> tokens, Executor ui) {
        this.model = model;
        this.wall = new PictureWall(tokens, picture -> {
            if (!model.picturesProperty().get().map(now -> now.shown().isMatrix()).orElse(true) || picture == 0) {
                model.openedProperty().set(OptionalInt.of(picture));
            }
        });
        this.scale = new ToneScale(scaled, tokens);
        setId("inside-pictures");
        getStyleClass().addAll("card", "inside-pictures");
        wall.setId("inside-wall");
        hint.getStyleClass().add("placeholder-text");
        hint.setId("inside-hint");
        hint.setWrapText(true);
        StackPane center = new StackPane(wall, hint);
        VBox.setVgrow(center, Priority.ALWAYS);
        getChildren().setAll(head(), center);
        model.picturesProperty().subscribe(this::show);
        model.ownRangesProperty().subscribe(_ -> show(model.picturesProperty().get()));
        // The wall counts them while it is laid out: a label set then would keep its old text.
        Pace pace = new Pace(this::tell);
        wall.seenProperty().subscribe(_ -> ui.execute(pace::ask));
        wall.pointedProperty().subscribe(_ -> tell());
    }

    private HBox head() {
        kind.getItems().setAll(Kind.values());
        kind.valueProperty().bindBidirectional(model.kindProperty());
        kind.setId("inside-kind");
        layer.setId("inside-layer");
        layer.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : LayerNames.words(name);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        layer.setOnAction(_ -> {
            if (!filling && layer.getValue() != null) {
                model.layerProperty().set(layer.getValue());
            }
        });
        Label of = new Label("of");
        of.getStyleClass().add("inside-of");
        of.setMinWidth(Region.USE_PREF_SIZE);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        layer.setMinWidth(Region.USE_PREF_SIZE);
        images.setMinWidth(Region.USE_PREF_SIZE);
        words.setTooltip(full);
        full.textProperty().bind(words.textProperty());
        words.getStyleClass().add("inside-detail");
        words.setId("inside-words");
        words.setMinWidth(0);
        readout.getStyleClass().addAll("mono", "muted", "small");
        readout.setId("inside-readout");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        own.getStyleClass().addAll("muted", "small");
        own.visibleProperty().bind(model.ownRangesProperty());
        own.managedProperty().bind(own.visibleProperty());
        scale.visibleProperty().bind(model.ownRangesProperty().not().and(Bindings.createBooleanBinding(
                () -> model.picturesProperty().get().isPresent(), model.picturesProperty())));
        scale.managedProperty().bind(scale.visibleProperty());
        scale.setId("inside-scale");
        scale.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(kind, of, layer, images(), words, readout, scale, own, more());
        head.getStyleClass().add("inside-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox images() {
        Button before = icon(Material2OutlinedAL.CHEVRON_LEFT, "The image before", -1);
        Button next = icon(Material2OutlinedAL.CHEVRON_RIGHT, "The next image", 1);
        before.setId("inside-image-before");
        next.setId("inside-image-next");
        images.getChildren().setAll(before, next);
        images.getStyleClass().add("inside-images");
        images.setAlignment(Pos.CENTER);
        images.visibleProperty().bind(model.kindProperty().isEqualTo(Kind.ACTIVATIONS));
        images.managedProperty().bind(images.visibleProperty());
        return images;
    }

    private Button icon(Ikon code, String tip, int by) {
        Button button = new Button();
        button.setGraphic(new FontIcon(code));
        button.getStyleClass().addAll("small-button", "icon-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> model.step(by));
        return button;
    }

    private MenuButton more() {
        CheckMenuItem each = new CheckMenuItem("Each picture its own range");
        each.setId("inside-own-ranges");
        each.selectedProperty().bindBidirectional(model.ownRangesProperty());
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT), each);
        more.setId("inside-more");
        more.getStyleClass().addAll("small-button", "icon-button", "inside-more");
        more.setAccessibleText("How the pictures are colored");
        more.setTooltip(new Tooltip("One range for all pictures of the layer, so that they can be compared, or each its own, so that weak ones are seen."));
        return more;
    }

    private void show(Optional<Pictures> made) {
        hint.setVisible(made.isEmpty());
        hint.setText("The weights of each layer appear here as pictures once there is a network.");
        layer.setDisable(made.isEmpty());
        if (made.isEmpty()) {
            wall.clear();
            tell();
            return;
        }
        Pictures now = made.get();
        filling = true;
        if (!layer.getItems().equals(now.layers())) {
            layer.getItems().setAll(now.layers());
        }
        layer.setValue(now.shown().layer());
        filling = false;
        boolean apart = model.ownRangesProperty().get();
        scaled.toningProperty().set(now.toning());
        wall.show(now.shown(), apart ? now::toning : _ -> now.toning());
        tell();
    }

    private void tell() {
        Optional<Pictures> made = model.picturesProperty().get();
        words.setText(made.map(now -> "%s%s, step %s".formatted(now.words(wall.seenProperty().get()), now.of().isEmpty() ? "" : " " + now.of(),
                Digits.count(now.sight().step()))).orElse(""));
        wall.setAccessibleText(made.map(now -> "%s of %s: %s".formatted(now.kind(), LayerNames.words(now.shown().layer()), words.getText())).orElse("Pictures of a layer"));
        readout.setText(made.filter(now -> !now.shown().isMatrix()).flatMap(now -> pointed(now.shown())).orElse(""));
        readout.setManaged(!readout.getText().isEmpty());
    }

    private Optional<String> pointed(LayerPictures shown) {
        OptionalInt at = wall.pointedProperty().get();
        if (at.isEmpty() || at.getAsInt() >= shown.count()) {
            return Optional.empty();
        }
        LayerPictures.Range range = shown.range(at.getAsInt());
        return Optional.of("%s: %s to %s".formatted(shown.name(at.getAsInt()), Digits.shortest(range.least()), Digits.shortest(range.greatest())));
    }

    /** Colors that changed with the theme. */
    void repaint() {
        wall.repaint();
        scale.repaint();
    }
}
