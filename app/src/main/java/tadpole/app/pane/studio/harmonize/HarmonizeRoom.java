package tadpole.app.pane.studio.harmonize;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.Background;
import tadpole.app.pane.studio.FeaturesChooser;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.pane.studio.canvas.CanvasView;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.engine.picture.studio.Compositor;
import tadpole.resources.Resources;

/** The room in which the object takes on the painting's strokes. */
public final class HarmonizeRoom implements PaneView {

    private final StudioModel studio;
    private final HarmonizeModel model;
    private final CanvasView canvas;
    private final VBox stage;
    private final HarmonizeDrawer drawer;
    private final HarmonizeFiles files;
    private final List<Node> tools;

    public HarmonizeRoom(StudioModel studio) {
        this(studio, new HarmonizeModel(studio, Workshop.on(studio.desk().device()), new Compositor(studio.desk().device())::scene, new Background("harmonize"), System::nanoTime));
    }

    HarmonizeRoom(StudioModel studio, HarmonizeModel model) {
        this.studio = studio;
        this.model = model;
        canvas = new CanvasView(studio.canvas());
        StackPane floor = new StackPane(canvas, nothing());
        floor.setMinSize(0, 0);
        VBox.setVgrow(floor, Priority.ALWAYS);
        FilmStrip film = new FilmStrip(model, studio.document()::composition);
        HBox.setHgrow(film, Priority.ALWAYS);
        HBox below = new HBox(film, words());
        below.getStyleClass().add("harmonize-below");
        stage = new VBox(floor, below);
        stage.setId("harmonize-stage");
        stage.getStyleClass().add("harmonize-stage");
        drawer = new HarmonizeDrawer(studio, model, new FeaturesChooser("harmonize", studio.networks()), new Background("harmonize-chart"));
        files = new HarmonizeFiles(model, studio.desk(), new Background("harmonize-files"));
        tools = List.of(main(), stop());
        studio.files().add(model);
        String sheet = Resources.url("css/pane-studio-harmonize.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        tools.forEach(each -> ((Parent) each).getStylesheets().add(sheet));
    }

    private Node nothing() {
        Label sentence = new Label();
        sentence.setId("harmonize-nothing");
        sentence.getStyleClass().add("placeholder-text");
        sentence.setWrapText(true);
        Button example = new Button("Open an example");
        example.setId("harmonize-example");
        example.setOnAction(_ -> studio.openExample());
        Label drop = new Label("or drop a painting of your own here");
        drop.getStyleClass().add("muted");
        VBox all = new VBox(sentence, example, drop);
        all.getStyleClass().addAll("card", "harmonize-nothing");
        all.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ObservableValue<Boolean> painting = studio.paintingProperty().isNotEmpty();
        sentence.textProperty().bind(studio.paintingProperty().map(name -> name.isEmpty()
                ? "Paste an object into a painting, and it takes on the painting's strokes and colors." : "Painting the example \"%s\"...".formatted(name)));
        for (Node each : List.of(example, drop)) {
            each.visibleProperty().bind(painting.map(now -> !now));
            each.managedProperty().bind(each.visibleProperty());
        }
        all.visibleProperty().bind(studio.document().compositionProperty().map(Optional::isEmpty).flatMap(empty -> painting.map(now -> now || empty)));
        return all;
    }

    private Button main() {
        Button main = new Button("Harmonize");
        main.setId("harmonize-go");
        main.getStyleClass().addAll("main-button", "harmonize-go");
        main.setTooltip(new Tooltip());
        main.setOnAction(_ -> model.startOrPause());
        Runnable show = () -> {
            boolean running = model.situation() == Situation.RUNNING;
            main.setText(switch (model.situation()) {
                case RUNNING -> "Pause";
                case PAUSED, STOPPED -> "Resume";
                case EMPTY, READY, ENDED, FAILED -> "Harmonize";
            });
            main.setGraphic(new FontIcon(running ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW));
            String lack = model.situation().isGoingOn() ? "" : model.obstacleProperty().get();
            main.setDisable(model.situation() == Situation.EMPTY || !lack.isEmpty());
            main.getTooltip().setText(!lack.isEmpty() ? lack : switch (model.situation()) {
                case RUNNING -> "Stands still after this iteration (Space)";
                case PAUSED, STOPPED -> "Goes on from where it is (Space)";
                case EMPTY, READY, ENDED, FAILED -> "Lets the object take on the painting's strokes and colors (Space)";
            });
        };
        model.situationProperty().subscribe(_ -> show.run());
        model.obstacleProperty().subscribe(_ -> show.run());
        return main;
    }

    private Button stop() {
        Button stop = new Button("Stop", new FontIcon(Material2OutlinedMZ.STOP));
        stop.setId("harmonize-stop");
        stop.getStyleClass().add("tool-button");
        stop.setTooltip(new Tooltip("Stops and keeps what there is; Resume goes on from there (Esc)"));
        stop.setOnAction(_ -> model.stop());
        stop.disableProperty().bind(model.situationProperty().map(now -> !now.isGoingOn()));
        return stop;
    }

    private Node words() {
        Telling words = new Telling(model);
        Label headline = new Label();
        headline.setId("harmonize-headline");
        headline.getStyleClass().add("section-title");
        headline.textProperty().bind(words.headlineProperty());
        Label line = new Label();
        line.setId("harmonize-line");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        words.lineProperty().subscribe(now -> {
            line.setText(now.text());
            line.getStyleClass().setAll("label", now.kind().style());
        });
        VBox box = new VBox(headline, line);
        box.getStyleClass().add("harmonize-words");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private BooleanBinding hasFilm() {
        return Bindings.createBooleanBinding(() -> !model.filmProperty().get().frames().isEmpty(), model.filmProperty());
    }

    private void savePicture() {
        chosen("Save the harmonized picture", "PNG pictures", "*.png", "harmonized.png").ifPresent(files::savePicture);
    }

    private void saveFilm() {
        chosen("Save the run as a film", "Animated GIF", "*.gif", "harmonized.gif").ifPresent(files::saveFilm);
    }

    private void saveFrames() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save the run as PNG frames into a folder");
        Optional.ofNullable(chooser.showDialog(stage.getScene().getWindow())).map(File::toPath).ifPresent(files::saveFilm);
    }

    private Optional<Path> chosen(String title, String kind, String pattern, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, pattern));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(stage.getScene().getWindow())).map(File::toPath);
    }

    HarmonizeModel model() {
        return model;
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(drawer);
    }

    @Override
    public ObservableValue<String> subtitle() {
        return Bindings.createStringBinding(() -> studio.document().composition().map(layers -> "%s · %d × %d".formatted(studio.nameProperty().get(),
                layers.painting().width(), layers.painting().height())).orElse(""), studio.nameProperty(), studio.document().compositionProperty());
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public List<Action> actions() {
        ObservableBooleanValue always = new SimpleBooleanProperty(true);
        List<Action> all = new ArrayList<>(List.of(
                Action.of("Harmonize, or pause", "Space", always, model::startOrPause),
                Action.of("One step of the harmonization", "S", always, model::step),
                Action.of("Stop the harmonization", "Esc", Bindings.createBooleanBinding(() -> model.situation().isGoingOn(), model.situationProperty()), model::stop),
                Action.of("Harmonize again from the start", "R", always, model::restart)));
        all.add(Action.of("Export the harmonized picture", hasFilm(), this::savePicture));
        all.add(Action.of("Export the run as a film", hasFilm(), this::saveFilm));
        all.add(Action.of("Export the run as PNG frames", hasFilm(), this::saveFrames));
        all.addAll(canvas.actions());
        return all;
    }

    @Override
    public boolean open(List<Path> dropped) {
        return canvas.open(dropped);
    }
}
