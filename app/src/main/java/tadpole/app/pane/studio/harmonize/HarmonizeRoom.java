package tadpole.app.pane.studio.harmonize;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
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
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.Background;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.pane.studio.canvas.CanvasView;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.engine.picture.studio.Composition;
import tadpole.resources.Resources;

/** The room in which the object takes on the painting's strokes. */
public final class HarmonizeRoom implements PaneView {

    private final StudioModel studio;
    private final HarmonizeModel model;
    private final VBox stage;
    private final HarmonizeDrawer drawer;
    private final List<Node> tools;

    public HarmonizeRoom(StudioModel studio) {
        this(studio, new HarmonizeModel(studio, Workshop.on(studio.desk().device()), StandIn::scene, System::nanoTime));
    }

    HarmonizeRoom(StudioModel studio, HarmonizeModel model) {
        this.studio = studio;
        this.model = model;
        CanvasView canvas = new CanvasView(studio.canvas());
        VBox.setVgrow(canvas, Priority.ALWAYS);
        FilmStrip film = new FilmStrip(model, () -> studio.document().composition().map(Composition::mask));
        HBox.setHgrow(film, Priority.ALWAYS);
        HBox below = new HBox(film, words());
        below.getStyleClass().add("harmonize-below");
        stage = new VBox(canvas, below);
        stage.setId("harmonize-stage");
        stage.getStyleClass().add("harmonize-stage");
        Label features = new Label();
        features.getStyleClass().add("features-name");
        features.textProperty().bind(studio.featuresProperty().map(now -> now.map(Object::toString).orElse("none yet")));
        drawer = new HarmonizeDrawer(studio, model, features, new Background("harmonize-chart"));
        tools = List.of(main(), stop());
        String sheet = Resources.url("css/pane-studio-harmonize.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        tools.forEach(each -> ((Parent) each).getStylesheets().add(sheet));
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
        Words words = new Words(model);
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
        return List.of(
                Action.of("Harmonize, or pause", "Space", always, model::startOrPause),
                Action.of("One step of the harmonization", "S", always, model::step),
                Action.of("Stop the harmonization", "Esc", always, model::stop),
                Action.of("Harmonize again from the start", "R", always, model::restart));
    }

    @Override
    public boolean open(List<Path> dropped) {
        return false;
    }
}
