package tadpole.app.pane.kernels.input;

import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipePicker;
import tadpole.app.job.RunningJob;
import tadpole.app.shell.Action;
import tadpole.app.shell.Navigator;
import tadpole.resources.Resources;

/** The drawer's section on where the picture comes from: one choice, what belongs to it, and what is shown. */
public final class InputSection extends VBox {

    private static final FormLayout MADE = FormLayout.PLAIN.named("made").rare("Size and more", "width", "height", "seed", "dark", "light");

    private final InputModel model;
    private final Navigator navigator;
    private final Map<Source, Node> choices = new EnumMap<>(Source.class);
    private final VBox chosen = new VBox();

    /** @param navigator leads to the Data pane */
    public InputSection(InputModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        setId("input-section");
        getStyleClass().addAll("form", "input-section");
        getStylesheets().add(Resources.url("css/pane-kernels-input.css").toExternalForm());
        chosen.getStyleClass().add("form");
        chosen.managedProperty().bind(chosen.visibleProperty());
        model.sourceProperty().subscribe(this::showChoice);
        getChildren().addAll(title(), sources(), chosen, underWay(), refusal(), facts());
    }

    /** What belongs to keys and to the search by name, whichever view is in front. */
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        BooleanBinding bundled = Bindings.createBooleanBinding(
                () -> model.sourceProperty().get() == Source.POND || model.sourceProperty().get() == Source.DIGITS, model.sourceProperty());
        return List.of(
                Action.of("Open a picture", "Shortcut+O", always, this::chooseFile),
                Action.of("Next bundled image", "N", bundled, () -> model.step(1)),
                Action.of("Bundled image before", "Shift+N", bundled, () -> model.step(-1)),
                Action.of("Draw a picture of your own", always, () -> model.sourceProperty().set(Source.DRAWING)),
                Action.of("Take the image that is picked in Data", always, () -> model.sourceProperty().set(Source.PICKED)),
                Action.of("Undo the last stroke of the drawing", Bindings.and(model.drawingProperty(), model.sketch().undoableProperty()), model.sketch()::undo));
    }

    private Node title() {
        Label title = new Label("Input");
        title.getStyleClass().add("section-title");
        Button open = new Button("Open", new FontIcon(Material2OutlinedAL.FOLDER_OPEN));
        open.setId("input-open");
        open.getStyleClass().addAll("icon-button", "plain-button", "small-button");
        open.setTooltip(new Tooltip("Opens a picture of your own: PNG, JPEG, BMP, GIF or TIFF (Ctrl+O). Dropping it on the window does the same."));
        open.setOnAction(_ -> chooseFile());
        HBox row = new HBox(title, space(), new RecentMenu(model), open);
        row.getStyleClass().addAll("row", "input-title");
        return row;
    }

    private Node sources() {
        Label name = new Label("From");
        name.getStyleClass().add("field-label");
        ComboBox<Source> choice = new ComboBox<>();
        choice.setId("input-source");
        choice.getStyleClass().add("choice");
        choice.setAccessibleText("Where the picture comes from");
        choice.setConverter(new ByLabel());
        choice.setTooltip(new Tooltip());
        model.sourceProperty().subscribe(now -> {
            // A combo box shows nothing of a value that is no item of it.
            choice.getItems().setAll(Stream.of(Source.values()).filter(each -> each.isChosen() || each == now).toList());
            choice.setValue(now);
            choice.getTooltip().setText(now.help());
        });
        choice.valueProperty().subscribe(picked -> {
            if (picked != null) {
                model.sourceProperty().set(picked);
            }
        });
        name.setLabelFor(choice);
        HBox row = new HBox(name, space(), choice);
        row.getStyleClass().add("row");
        return row;
    }

    private void showChoice(Source source) {
        Node node = choices.computeIfAbsent(source, this::choice);
        chosen.getChildren().setAll(node);
        chosen.setVisible(source != Source.PICKED && source.isChosen());
    }

    private Node choice(Source source) {
        return switch (source) {
            case PICKED, NETWORK, SMALL -> new Region();
            case POND, DIGITS -> new ImageRow(model, source);
            case MADE -> new RecipePicker<>("Picture", model.made(), MADE);
            case FILE -> chooser();
            case DRAWING -> new SketchTools(model.sketch());
        };
    }

    private Node chooser() {
        Button open = new Button("Open a picture...");
        open.setId("input-choose-file");
        open.getStyleClass().add("small-button");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(_ -> chooseFile());
        Label drop = new Label("or drop one on the window");
        drop.getStyleClass().add("muted");
        VBox all = new VBox(open, drop);
        all.getStyleClass().add("input-chooser");
        return all;
    }

    private Node underWay() {
        Label words = new Label();
        words.setId("input-under-way");
        words.getStyleClass().add("muted");
        words.textProperty().bind(model.underWayProperty().concat(" ..."));
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of reading the picture");
        model.readingProperty().subscribe(now -> follow(bar, now));
        VBox all = new VBox(4, words, bar);
        all.visibleProperty().bind(model.underWayProperty().isNotEmpty());
        all.managedProperty().bind(all.visibleProperty());
        return all;
    }

    private static void follow(ProgressBar bar, Optional<RunningJob<?>> job) {
        bar.progressProperty().unbind();
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        job.ifPresent(each -> bar.progressProperty().bind(each.progressProperty().map(now -> now.isKnown() ? now.fraction() : ProgressBar.INDETERMINATE_PROGRESS)));
    }

    private Node refusal() {
        Label sentence = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        sentence.setId("input-refusal");
        sentence.getStyleClass().add("refusal");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty().bind(model.refusalProperty());
        Button data = new Button("Pick one in Data");
        data.setId("input-go-to-data");
        data.getStyleClass().add("small-button");
        data.setMaxWidth(Double.MAX_VALUE);
        data.setOnAction(_ -> navigator.open("data"));
        data.visibleProperty().bind(model.sourceProperty().isEqualTo(Source.PICKED));
        data.managedProperty().bind(data.visibleProperty());
        VBox all = new VBox(8, sentence, data);
        all.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        all.managedProperty().bind(all.visibleProperty());
        return all;
    }

    private Node facts() {
        Label name = new Label();
        name.setId("input-name");
        name.getStyleClass().add("input-name");
        Tooltip whole = new Tooltip();
        name.setTooltip(whole);
        Label facts = new Label();
        facts.setId("input-facts");
        facts.getStyleClass().add("muted");
        Label notes = new Label("", new FontIcon(Material2OutlinedAL.INFO));
        notes.setId("input-notes");
        notes.getStyleClass().add("input-notes");
        notes.setWrapText(true);
        notes.setMinHeight(USE_PREF_SIZE);
        notes.visibleProperty().bind(notes.textProperty().isNotEmpty());
        notes.managedProperty().bind(notes.visibleProperty());
        model.shownProperty().subscribe(now -> {
            name.setText(now.map(each -> each.picture().name()).orElse(""));
            whole.setText(name.getText());
            facts.setText(now.map(InputPicture::facts).orElse(""));
            notes.setText(now.map(each -> String.join(" ", each.notes())).orElse(""));
        });
        VBox all = new VBox(name, facts, notes);
        all.getStyleClass().add("input-shown");
        all.visibleProperty().bind(model.shownProperty().map(Optional::isPresent));
        all.managedProperty().bind(all.visibleProperty());
        return all;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a picture");
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter("Pictures (PNG, JPEG, BMP, GIF, TIFF)", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.tif", "*.tiff",
                        "*.PNG", "*.JPG", "*.JPEG", "*.BMP", "*.GIF", "*.TIF", "*.TIFF"),
                new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(Optional.ofNullable(getScene()).map(Scene::getWindow).orElse(null));
        Optional.ofNullable(file).map(File::toPath).ifPresent(model::open);
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static final class ByLabel extends StringConverter<Source> {

        @Override
        public String toString(Source source) {
            return source == null ? "" : source.label();
        }

        @Override
        public Source fromString(String label) {
            return List.of(Source.values()).stream().filter(source -> source.label().equals(label)).findFirst().orElseThrow();
        }
    }
}
