package tadpole.app.pane.playground.points;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.job.Background;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.resources.Resources;

/** The room where a network divides the plane into classes, while one watches every neuron. */
public final class PointsRoom implements PaneView {

    private static final double MAP_SHARE = 0.4;
    /** What stands in the map's card beside the map, in pixels at the standard type size. */
    private static final double BESIDE_MAP_WIDE = 26;
    private static final double BESIDE_MAP_HIGH = 154;
    private static final double LOSS_SHARE = 0.28;

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final PointsModel model;
    private final PointsTools tools;
    private final PointsDrawer drawer;
    private final StackPane stage;

    public PointsRoom(Desk desk) {
        Background background = new Background("playground");
        this.model = new PointsModel(desk, background, inks(desk));
        desk.theme().kindProperty().subscribe(_ -> model.setInks(inks(desk)));
        this.tools = new PointsTools(model, new PlayFiles(desk, new Background("playground-files")), () -> stage().getScene().getWindow());
        this.drawer = new PointsDrawer(model, tools::openTable);
        XRayLayer layer = new XRayLayer(model.xray().model());
        layer.setWords(model.xray()::words);
        LookImages images = new LookImages();
        NetworkCard network = new NetworkCard(model, desk.theme(), images, layer);
        MapCard map = new MapCard(model, desk.theme(), images, layer);
        HBox.setHgrow(network, Priority.ALWAYS);
        HBox row = new HBox(network, map);
        row.getStyleClass().add("points-row");
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox losses = losses(desk);
        VBox all = new VBox(row, losses);
        all.getStyleClass().add("points-stage");
        this.stage = new StackPane(all, layer);
        losses.prefHeightProperty().bind(stage.heightProperty().multiply(LOSS_SHARE));
        // As large as the height allows, and no wider than its share.
        map.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(240, Math.min(row.getHeight() - BESIDE_MAP_HIGH + BESIDE_MAP_WIDE, MAP_SHARE * row.getWidth())), row.widthProperty(), row.heightProperty()));
        map.minWidthProperty().bind(map.prefWidthProperty());
        String sheet = Resources.url("css/pane-playground-points.css").toExternalForm();
        stage.setId("points-stage");
        stage.getStylesheets().add(sheet);
        // Keys such as Space reach the room again after one has typed into a field.
        stage.setOnMousePressed(_ -> stage.requestFocus());
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
    }

    private static Inks inks(Desk desk) {
        return Inks.of(token -> {
            Color color = desk.theme().color(token);
            return (int) Math.round(255 * color.getRed()) << 16 | (int) Math.round(255 * color.getGreen()) << 8 | (int) Math.round(255 * color.getBlue());
        });
    }

    PointsModel model() {
        return model;
    }

    PointsTools pointsTools() {
        return tools;
    }

    private VBox losses(Desk desk) {
        Label title = new Label("Loss");
        title.getStyleClass().add("section-title");
        Label steps = new Label();
        steps.setId("points-steps");
        steps.getStyleClass().add("muted");
        ChartView chart = new ChartView(() -> model.losses().picture(), desk.theme().chartColors(), new Background("playground-chart"), desk.jobs().ui());
        chart.setId("points-chart");
        chart.setMinHeight(0);
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        VBox.setVgrow(chart, Priority.ALWAYS);
        Label frames = new Label();
        frames.setId("points-frames");
        frames.getStyleClass().addAll("muted", "small");
        FrameRate rate = new FrameRate();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        model.lookProperty().subscribe(look -> {
            int now = rate.seen(System.nanoTime());
            frames.setText(now == 0 || model.state() != WorkState.RUNNING ? "" : now + " frames/s");
            steps.setText("step %s · %d points a step · solid training, dashed test".formatted(Digits.count(look.step()), model.draft().experiment().training().batch()));
            chart.refresh();
        });
        HBox head = new HBox(8, title, steps, space, frames, PointsDrawer.tempi(model));
        head.getStyleClass().add("loss-head");
        VBox card = new VBox(head, chart);
        card.getStyleClass().addAll("card", "loss-card");
        card.setMinHeight(0);
        return card;
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
        return model.subtitleProperty();
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("Close the X-ray", "Esc", model.xray().model().openProperty(), model.xray().model()::close),
                Action.of("Close the weight's field", "Esc", model.pointing().choosing(), () -> model.pointing().chosenProperty().set(Optional.empty())),
                Action.of("Forget the picked point", "Esc", model.pointing().asking(), () -> model.pointing().pickedProperty().set(Optional.empty())),
                Action.of("Start or pause", "Space", ALWAYS, model::startOrPause),
                Action.of("Make one step", "S", ALWAYS, model::step),
                Action.of("Go back to the same start", "R", ALWAYS, model::reset),
                Action.of("Stop training", "Esc", model.stoppable(), model::stop),
                Action.of("Take the last edit back", "Shortcut+Z", model.undo().someProperty(), model::undoLast),
                Action.of("Delete the picked point of one's own", "Delete", ALWAYS, () -> model.own().deleteSelected()),
                Action.of("Open an experiment", "Shortcut+O", ALWAYS, tools::openExperiment),
                Action.of("Open points from a CSV file", ALWAYS, tools::openTable),
                Action.of("Save as an experiment", "Shortcut+S", ALWAYS, tools::saveStart),
                Action.of("Send to Train", ALWAYS, model::sendToTrain));
    }

    @Override
    public boolean open(List<Path> files) {
        return tools.open(files);
    }
}
