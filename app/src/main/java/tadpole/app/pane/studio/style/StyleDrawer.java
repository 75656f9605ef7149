package tadpole.app.pane.studio.style;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.app.job.Background;
import tadpole.app.pane.studio.FeaturesChooser;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.style.StylePlan;
import tadpole.engine.picture.style.StylePreset;
import tadpole.engine.recipe.Setting;

/** What is painted, in whose style, and how. */
final class StyleDrawer extends VBox {

    private static final double THUMB = 44;

    private final StyleModel model;
    private final StyleExamples examples;
    private final VBox rows = new VBox();

    StyleDrawer(StyleModel model, StyleExamples examples) {
        this.model = model;
        this.examples = examples;
        setId("style-drawer");
        getStyleClass().addAll("form", "style-drawer");
        rows.setId("style-rows");
        rows.getStyleClass().add("style-rows");
        model.styles().addListener((ListChangeListener<StyleSource>) _ -> show());
        show();
        VBox content = section("Content", new ContentRow(model), buttons("style-content", "Open...", model::openContent, model::setContent));
        drops(content, files -> model.openContent(files.getFirst()));
        VBox styles = section("Style", rows, buttons("style-style", "Add...", model::openStyle, model::add));
        drops(styles, files -> files.forEach(model::openStyle));
        String[] rare = StylePlan.RECIPE.settings().stream().map(Setting::key).filter(key -> !StylePlan.MAIN.contains(key)).toArray(String[]::new);
        getChildren().setAll(content, line(), styles, line(), row("Features", new FeaturesChooser("style", model.studio().networks())), presets(),
                new RecipeForm(model.form(), FormLayout.PLAIN.named("style").rare("More", rare)), new StylePulls(model.pulls(), model.studio().desk(), new Background("style-chart")));
        disableWhileRunning(content, styles);
    }

    private void disableWhileRunning(Node... nodes) {
        for (Node each : nodes) {
            each.disableProperty().bind(model.stateProperty().map(state -> state.isGoingOn()));
        }
    }

    private void show() {
        rows.getChildren().setAll(model.styles().stream().map(this::styleRow).toList());
    }

    private Node styleRow(StyleSource source) {
        int number = model.styles().indexOf(source);
        Slider share = new Slider(0, StyleSource.MOST, source.shareProperty().get());
        share.setId("style-share-" + number);
        share.setAccessibleText("Share of " + source.picture().name());
        share.setTooltip(new Tooltip("How much of this style goes into the blend"));
        share.valueProperty().bindBidirectional(source.shareProperty());
        share.setVisible(model.styles().size() > 1);
        share.setManaged(share.isVisible());
        Button away = new Button("Remove " + source.picture().name(), new FontIcon(Material2OutlinedAL.CLOSE));
        away.setId("style-remove-" + number);
        away.getStyleClass().add("icon-button");
        away.setTooltip(new Tooltip("Takes this style away"));
        away.setOnAction(_ -> model.remove(source));
        Label percent = new Label();
        percent.setId("style-percent-" + number);
        percent.getStyleClass().add("mono");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        percent.visibleProperty().bind(share.visibleProperty());
        percent.managedProperty().bind(share.visibleProperty());
        percent.textProperty().bind(Bindings.createStringBinding(() -> model.percent(source),
                model.styles().stream().map(StyleSource::shareProperty).toArray(Observable[]::new)));
        VBox words = new VBox(name(source.picture()), share);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(thumb(source.picture()), words, percent, away);
        row.getStyleClass().add("style-row");
        return row;
    }

    private static final class ContentRow extends HBox {

        ContentRow(StyleModel model) {
            getStyleClass().add("style-row");
            model.contentProperty().subscribe(now -> getChildren().setAll(now.<List<Node>>map(picture -> List.of(thumb(picture), name(picture)))
                    .orElseGet(() -> List.of(new Label("Drop a picture here.")))));
        }
    }

    private HBox buttons(String id, String text, Consumer<Path> open, Consumer<Picture> made) {
        Button file = new Button(text, new FontIcon(Material2OutlinedAL.FOLDER_OPEN));
        file.setId(id + "-open");
        file.getStyleClass().add("small-button");
        file.setTooltip(new Tooltip(PictureFile.KINDS + "; or drop it here"));
        file.setOnAction(_ -> choose().ifPresent(open));
        MenuButton menu = new MenuButton("Made here", new FontIcon(Material2OutlinedAL.COLOR_LENS));
        menu.setId(id + "-made");
        menu.getStyleClass().add("small-button");
        menu.setTooltip(new Tooltip("Pictures that come with Tadpole"));
        examples.names().forEach((key, label) -> {
            MenuItem item = new MenuItem(label);
            item.setId(id + "-" + key);
            item.setOnAction(_ -> examples.make(key, made));
            menu.getItems().add(item);
        });
        HBox row = new HBox(file, menu);
        row.getStyleClass().add("style-buttons");
        return row;
    }

    private Optional<Path> choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a picture");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Pictures", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.tif", "*.tiff"));
        return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).map(File::toPath);
    }

    private static void drops(Node node, Consumer<List<Path>> use) {
        node.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
                drag.consume();
            }
        });
        node.setOnDragDropped(drop -> {
            List<Path> files = drop.getDragboard().getFiles().stream().map(File::toPath).toList();
            if (!files.isEmpty() && files.stream().allMatch(PictureFile::isNamedLikeOne)) {
                use.accept(files);
                drop.setDropCompleted(true);
                drop.consume();
            }
        });
    }

    private Node presets() {
        ComboBox<StylePreset> choice = new ComboBox<>();
        choice.setId("style-preset");
        choice.getStyleClass().add("choice");
        choice.setAccessibleText("Preset");
        choice.setTooltip(new Tooltip("Constants that belong together"));
        choice.setConverter(new ByLabel());
        choice.setPromptText("Your own");
        Runnable follow = () -> choice.setValue(model.preset().orElse(null));
        model.studio().featuresProperty().subscribe(now -> {
            choice.getItems().setAll(now.map(StylePlan::presets).orElse(List.of()));
            follow.run();
        });
        model.form().settingsProperty().subscribe(_ -> follow.run());
        choice.setOnAction(_ -> Optional.ofNullable(choice.getValue()).ifPresent(model::take));
        return row("Preset", choice);
    }

    private static final class ByLabel extends StringConverter<StylePreset> {

        @Override
        public String toString(StylePreset preset) {
            return preset == null ? "" : preset.label();
        }

        @Override
        public StylePreset fromString(String label) {
            throw new UnsupportedOperationException("Presets are chosen, not typed.");
        }
    }

    private static ImageView thumb(Picture picture) {
        ImageView view = new ImageView(WipeView.image(picture));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(THUMB);
        view.setFitHeight(THUMB);
        return view;
    }

    private static VBox name(Picture picture) {
        Label name = new Label(picture.name());
        name.getStyleClass().add("style-name");
        Label size = new Label("%d × %d".formatted(picture.width(), picture.height()));
        size.getStyleClass().add("muted");
        return new VBox(name, size);
    }

    private static VBox section(String title, Node... nodes) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        VBox box = new VBox(label);
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("style-section");
        return box;
    }

    private static HBox row(String name, Node field) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, field);
        row.getStyleClass().add("row");
        return row;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
