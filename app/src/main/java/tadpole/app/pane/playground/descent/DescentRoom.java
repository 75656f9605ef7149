package tadpole.app.pane.playground.descent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Background;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.app.xray.XRayModel;
import tadpole.engine.file.FileHead;
import tadpole.resources.Resources;

/** The room where one number goes down a curve: rates that creep, converge, swing and explode, and a start that decides. */
public final class DescentRoom implements PaneView {

    private static final Duration BETWEEN_STEPS = Duration.millis(350);

    private final DescentModel model;
    private final DescentTools tools;
    private final DescentDrawer drawer;
    private final DescentFiles files;
    private final XRayModel xray = new XRayModel();
    private final StackPane stage = new StackPane();

    /** @param walks the folder whose walks one click opens */
    public DescentRoom(Desk desk, Path walks) {
        Background background = new Background("descent-room");
        this.model = new DescentModel(background, desk.jobs().ui());
        this.files = new DescentFiles(model, desk, background, new Examples(walks, List.of()));
        this.tools = new DescentTools(model, files, () -> stage.getScene().getWindow());
        this.drawer = new DescentDrawer(model);
        XRayLayer layer = new XRayLayer(xray);
        model.shownProperty().subscribe(_ -> xray.explain(Optional.of(model.explainer())));
        PathCard path = new PathCard(model, desk, background, layer);
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox above = new HBox(path, losses(desk, background));
        above.getStyleClass().add("descent-row");
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox all = new VBox(above, new SmallMultiples(model, desk, background));
        all.getStyleClass().add("descent-stage");
        stage.setId("descent-stage");
        stage.getChildren().setAll(all, layer);
        String sheet = Resources.url("css/pane-playground-descent.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
        stage.setOnMousePressed(_ -> stage.requestFocus());
        play();
    }

    private void play() {
        Timeline clock = new Timeline(new KeyFrame(BETWEEN_STEPS, _ -> model.next()));
        clock.setCycleCount(Animation.INDEFINITE);
        model.playingProperty().subscribe(playing -> {
            if (playing) {
                clock.play();
            } else {
                clock.stop();
            }
        });
        stage.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.playingProperty().set(false);
            }
        });
    }

    private VBox losses(Desk desk, Background background) {
        ChartView chart = new ChartView(() -> DescentPictures.losses(model.shown()), desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        chart.setId("descent-losses");
        model.shownProperty().subscribe(_ -> chart.refresh());
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox card = new VBox(chart);
        card.getStyleClass().addAll("card", "descent-losses");
        return card;
    }

    DescentModel model() {
        return model;
    }

    DescentFiles files() {
        return files;
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
        return Bindings.createStringBinding(() -> "%s · %s, rate %s · %s".formatted(model.shown().curve().label(),
                model.optimizer().recipe().label(), Digits.shortest(model.rate()), model.shown().verdict().word()), model.shownProperty());
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Close the X-ray", "Esc", xray.openProperty(), xray::close),
                Action.of("Play or pause the descent", "Space", always, model::playOrPause),
                Action.of("One step down the curve", "S", always, model::next),
                Action.of("Back to the start of the descent", "R", always, model::restart),
                Action.of("Open a walk", "Shortcut+O", always, tools::open),
                Action.of("Save the walk as a file", "Shortcut+S", always, tools::save));
    }

    @Override
    public boolean open(List<Path> dropped) {
        boolean ours = FileWork.isOne(dropped, FileHead.Kind.WALK);
        if (ours) {
            files.open(dropped.getFirst());
        }
        return ours;
    }
}
