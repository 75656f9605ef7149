package tadpole.app.pane.studio.style;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import javafx.stage.FileChooser;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.Background;
import tadpole.app.job.RunningJob;
import tadpole.app.job.WorkState;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.style.StyleEvent;
import tadpole.resources.Resources;

/** The room that paints a whole picture in another's style. */
public final class StyleRoom implements PaneView {

    private final StyleModel model;
    private final VBox stage = new VBox();
    private final StyleDrawer drawer;
    private final List<Node> tools;

    public StyleRoom(StudioModel studio) {
        this(studio, new Background("style"));
    }

    private StyleRoom(StudioModel studio, Executor background) {
        this(new StyleModel(studio, background), new StyleExamples(studio.desk(), background));
    }

    StyleRoom(StyleModel model, StyleExamples examples) {
        this.model = model;
        model.studio().files().add(model);
        examples.first(model);
        drawer = new StyleDrawer(model, examples);
        WipeView picture = new WipeView();
        VBox.setVgrow(picture, Priority.ALWAYS);
        model.contentProperty().subscribe(_ -> picture.show(model.contentProperty().get(), model.resultProperty().get()));
        model.resultProperty().subscribe(_ -> picture.show(model.contentProperty().get(), model.resultProperty().get()));
        stage.setId("style-stage");
        stage.getStyleClass().add("style-stage");
        stage.getChildren().setAll(picture, below());
        tools = List.of(main(), stop());
        String sheet = Resources.url("css/pane-studio-style.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        tools.forEach(each -> ((Parent) each).getStylesheets().add(sheet));
    }

    private Button main() {
        Button main = new Button("Paint");
        main.setId("style-go");
        main.getStyleClass().addAll("main-button", "style-go");
        main.setOnAction(_ -> model.startOrPause());
        Tooltip tip = new Tooltip();
        main.setTooltip(tip);
        Runnable show = () -> {
            WorkState state = model.stateProperty().get();
            boolean goesOn = state == WorkState.PAUSED || model.canResume();
            main.setText(state == WorkState.RUNNING ? "Pause" : goesOn ? "Resume" : "Paint");
            main.setGraphic(new FontIcon(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW));
            String lack = state.isGoingOn() ? "" : model.obstacleProperty().get();
            main.setDisable(!lack.isEmpty());
            tip.setText(!lack.isEmpty() ? lack : state == WorkState.RUNNING ? "Stands still after this iteration (Space)"
                    : goesOn ? "Goes on from where it is (Space)" : "Paints the content in the style (Space)");
        };
        model.stateProperty().subscribe(_ -> show.run());
        model.obstacleProperty().subscribe(_ -> show.run());
        model.lineProperty().subscribe(_ -> show.run());
        model.estimateProperty().subscribe(_ -> show.run());
        return main;
    }

    private Button stop() {
        Button stop = tool("style-stop", "Stop", Material2OutlinedMZ.STOP, "Stops and keeps what there is; Resume goes on from there (Esc)", model::stop);
        stop.disableProperty().bind(model.stateProperty().map(state -> !state.isGoingOn()));
        return stop;
    }

    private Node below() {
        Button save = tool("style-save", "Save picture...", Material2OutlinedMZ.SAVE_ALT, "Writes the picture as PNG", this::save);
        Button again = tool("style-use", "Paint over it", Material2OutlinedAL.LAYERS, "Takes the result as the content of the next run", model::useResult);
        Button film = tool("style-film", "Film...", Material2OutlinedMZ.MOVIE, "Writes the run as an animated GIF", this::saveFilm);
        Button canvas = tool("style-canvas", "To the canvas", Material2OutlinedMZ.WALLPAPER, "Makes the result the painting of the room Harmonize", model::toCanvas);
        for (Button each : List.of(save, again, canvas, film)) {
            each.disableProperty().bind(model.resultProperty().map(Optional::isEmpty));
        }
        Label headline = new Label();
        headline.setId("style-headline");
        headline.getStyleClass().add("section-title");
        Label line = new Label();
        line.setId("style-line");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        Runnable show = () -> {
            headline.setText(headline());
            line.setText(line());
            boolean refused = !model.stateProperty().get().isGoingOn() && (!model.obstacleProperty().get().isEmpty() || model.stateProperty().get() == WorkState.FAILED);
            line.getStyleClass().setAll("label", refused ? "refusal" : "muted");
        };
        model.stateProperty().subscribe(_ -> show.run());
        model.placeProperty().subscribe(_ -> show.run());
        model.obstacleProperty().subscribe(_ -> show.run());
        model.estimateProperty().subscribe(_ -> show.run());
        model.lineProperty().subscribe(_ -> show.run());
        VBox words = new VBox(headline, line);
        words.getStyleClass().add("style-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, again, canvas, film, save);
        row.getStyleClass().add("style-below");
        return row;
    }

    private String headline() {
        return switch (model.stateProperty().get()) {
            case READY -> model.canResume() ? "Stopped" : "Ready";
            case RUNNING, PAUSED -> model.placeProperty().get().map(StyleRoom::where).orElse("Looking at the pictures");
            case ENDED -> model.canResume() ? "Stopped" : "Finished";
            case FAILED -> "It could not go on";
        };
    }

    private static String where(StyleEvent.Iterated at) {
        return "Iteration %d of %d · %d × %d".formatted(at.iteration(), at.of(), at.width(), at.height());
    }

    private String line() {
        if (model.stateProperty().get().isGoingOn()) {
            String left = model.runningProperty().get().map(RunningJob::remainingText).orElse("");
            return left.isEmpty() ? model.lineProperty().get() : left;
        }
        String lack = model.obstacleProperty().get();
        return !lack.isEmpty() ? lack : !model.lineProperty().get().isEmpty() ? model.lineProperty().get() : model.estimateProperty().get();
    }

    private void save() {
        choose("Save the picture", "styled.png", new FileChooser.ExtensionFilter("PNG", "*.png")).ifPresent(model::save);
    }

    private void saveFilm() {
        choose("Save the film", "styled.gif", new FileChooser.ExtensionFilter("Animated GIF", "*.gif")).ifPresent(model::saveFilm);
    }

    private Optional<Path> choose(String title, String name, FileChooser.ExtensionFilter kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(kind);
        return Optional.ofNullable(chooser.showSaveDialog(stage.getScene().getWindow())).map(File::toPath);
    }

    private static Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    StyleModel model() {
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
        return model.contentProperty().map(now -> now.map(Picture::name).orElse(""));
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public List<Action> actions() {
        ObservableBooleanValue always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Paint in the style, or pause", "Space", always, model::startOrPause),
                Action.of("Stop painting", "Esc", always, model::stop),
                Action.of("Paint again from the start", "R", always, model::restart),
                Action.of("Paint over the result", always, model::useResult),
                Action.of("Make the result the painting on the canvas", always, model::toCanvas));
    }

    @Override
    public boolean open(List<Path> dropped) {
        return model.open(dropped);
    }
}
