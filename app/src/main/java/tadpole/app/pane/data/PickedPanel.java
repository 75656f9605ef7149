package tadpole.app.pane.data;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundMZ;
import tadpole.app.image.Magnifier;
import tadpole.app.image.PixelGrid;
import tadpole.app.image.PixelModel;
import tadpole.app.image.PixelModel.Scale;
import tadpole.app.image.PixelView;
import tadpole.app.shell.Navigator;

/** The picked image large, with its numbers, beside what was measured on all training images. */
final class PickedPanel extends VBox {

    private final DataPaneModel model;
    private final PixelModel pixels;

    PickedPanel(DataPaneModel model, Navigator navigator) {
        this.model = model;
        this.pixels = model.picked().pixels();
        setId("picked-panel");
        getStyleClass().add("picked-panel");
        List<Node> filled = List.of(
                title(), image(), choices(), magnifier(), pointed(), new StatisticsCard(model), useIn(navigator));
        List<Node> empty = List.of(whatWillStandHere());
        model.datasetProperty().subscribe(open -> getChildren().setAll(open.isPresent() ? filled : empty));
    }

    private static Node whatWillStandHere() {
        Label words = new Label("The image that you pick, pixel by pixel.");
        words.setId("picked-nothing");
        words.getStyleClass().add("placeholder-text");
        words.setWrapText(true);
        return words;
    }

    private Node title() {
        Label name = new Label();
        name.setId("picked-name");
        name.getStyleClass().add("section-title");
        name.textProperty().bind(model.picked().nameProperty());
        Label place = new Label();
        place.setId("picked-place");
        place.getStyleClass().addAll("mono", "muted");
        place.textProperty().bind(model.picked().placeProperty());
        place.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox title = new HBox(name, space, place, enlarge());
        title.getStyleClass().add("picked-title");
        return title;
    }

    private Button enlarge() {
        Button enlarge = new Button("Enlarge", new FontIcon(Material2RoundMZ.OPEN_IN_FULL));
        enlarge.setId("enlarge");
        enlarge.getStyleClass().addAll("icon-button", "plain-button", "small-button");
        enlarge.setTooltip(new Tooltip("Shows the image on the whole stage with every pixel's value (Enter)."));
        enlarge.setOnAction(_ -> model.toggleEnlarged());
        return enlarge;
    }

    private Node image() {
        PixelView view = new PixelView(pixels);
        view.setId("picked-image");
        view.accessibleTextProperty().bind(model.picked().nameProperty().concat(", ").concat(model.picked().placeProperty()));
        view.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.toggleEnlarged();
            }
        });
        return new RoundedPicture(view);
    }

    private Node choices() {
        ToggleRow<Scale> scales = new ToggleRow<>(pixels.scaleProperty(), List.of(
                new ToggleRow.Choice<>(Scale.RAW, "Raw", "raw", "The file's own numbers, 0 to 255."),
                new ToggleRow.Choice<>(Scale.NORMALIZED, "Normalized", "normalized", "The numbers as a network gets them.")));
        scales.disableProperty().bind(model.picked().measuredProperty().map(Optional::isEmpty));
        ToggleRow<Number> channels = new ToggleRow<>(pixels.channelProperty(), List.of(
                new ToggleRow.Choice<>(0, "R", "channel-red", "The values of the red channel."),
                new ToggleRow.Choice<>(1, "G", "channel-green", "The values of the green channel."),
                new ToggleRow.Choice<>(2, "B", "channel-blue", "The values of the blue channel.")));
        BooleanBinding colored = Bindings.createBooleanBinding(
                () -> pixels.gridProperty().get().filter(PixelGrid::isColored).isPresent(), pixels.gridProperty());
        channels.visibleProperty().bind(colored);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(scales, space, channels);
    }

    private Node magnifier() {
        Magnifier magnifier = new Magnifier(pixels);
        magnifier.setId("magnifier");
        VBox.setVgrow(magnifier, Priority.ALWAYS);
        return magnifier;
    }

    private Node pointed() {
        Label pointed = new Label();
        pointed.setId("pointed-pixel");
        pointed.getStyleClass().addAll("mono", "pointed-pixel");
        pointed.textProperty().bind(Bindings.createStringBinding(
                pixels::pointedText, pixels.gridProperty(), pixels.scaleProperty(), pixels.focusProperty()));
        Tooltip said = new Tooltip();
        said.textProperty().bind(model.picked().measuredProperty()
                .map(measured -> measured.map(each -> "Normalized: " + each.said()).orElse("Measuring ...")));
        pointed.setTooltip(said);
        pointed.setMinHeight(USE_PREF_SIZE);
        return pointed;
    }

    private Node useIn(Navigator navigator) {
        Button train = use("Train on it", "use-in-train", "Opens the Train pane, where a network learns from this data set.");
        train.setOnAction(_ -> navigator.open("train"));
        Button kernels = use("Kernels", "use-in-kernels", "Opens the Kernels pane with this image: what convolutions make of it, number by number.");
        kernels.setOnAction(_ -> model.sendPick("kernels"));
        kernels.disableProperty().bind(model.picked().nameProperty().isEmpty());
        HBox uses = new HBox(8, train, kernels);
        HBox.setHgrow(train, Priority.ALWAYS);
        HBox.setHgrow(kernels, Priority.ALWAYS);
        return uses;
    }

    private static Button use(String label, String id, String tip) {
        Button use = new Button(label);
        use.setId(id);
        use.getStyleClass().addAll("tool-button", "use-in");
        use.setTooltip(new Tooltip(tip));
        use.setMaxWidth(Double.MAX_VALUE);
        return use;
    }
}
