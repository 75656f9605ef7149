package tadpole.app.pane.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Background;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.FileHead;
import tadpole.resources.Resources;

/** The pane where a network learns: loss above, accuracy below, and what it says of test images at this very step. */
public final class TrainPane implements PaneView {

    private final TrainPaneModel model;
    private final ExperimentDialogs dialogs;
    private final TrainTools tools;
    private final StripXRay xray;
    private final StackPane stage;
    private final ExperimentDrawer drawer;

    /** @param examples what is offered to open, and where data sets are looked for */
    public TrainPane(Desk desk, Examples examples) {
        Background background = new Background("train-pane");
        this.model = new TrainPaneModel(desk, examples, background);
        this.dialogs = new ExperimentDialogs(model, () -> stage().getScene().getWindow());
        this.tools = new TrainTools(model, dialogs);
        ChartCard chart = new ChartCard(model, desk, background);
        VBox.setVgrow(chart, Priority.ALWAYS);
        this.xray = new StripXRay(model, desk, background);
        XRayLayer layer = xray.layer();
        VBox content = new VBox(
                withData(new FiguresRow(model), desk), new LineRow(model), chart, withData(lower(desk, layer), desk));
        this.stage = new StackPane(content, layer);
        this.drawer = new ExperimentDrawer(model, desk.workspace());
        dress(content);
    }

    /** The test images, where there are pictures, or in their place the schedule. */
    private StackPane lower(Desk desk, XRayLayer layer) {
        StripCard strip = new StripCard(model, desk.theme(), xray, layer);
        ScheduleCard schedule = new ScheduleCard(model.draft().schedule());
        StackPane lower = new StackPane();
        Runnable show = () -> {
            boolean pictures = desk.workspace().datasetProperty().get().filter(Dataset::hasPictures).isPresent();
            boolean large = model.draft().schedule().largeProperty().get();
            lower.getChildren().setAll(large ? List.of(schedule) : pictures ? List.of(strip) : List.of());
        };
        model.draft().schedule().largeProperty().subscribe(_ -> show.run());
        desk.workspace().datasetProperty().subscribe(_ -> show.run());
        return lower;
    }

    /** There only while there is something to show in it. */
    private static Node withData(Node node, Desk desk) {
        node.visibleProperty().bind(desk.workspace().datasetProperty().map(Optional::isPresent));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    TrainPaneModel model() {
        return model;
    }

    private void dress(VBox content) {
        String sheet = Resources.url("css/pane-train.css").toExternalForm();
        content.setId("train-stage");
        content.getStyleClass().add("train-stage");
        stage.getStylesheets().add(sheet);
        stage.sceneProperty().subscribe(scene -> model.inFrontProperty().set(scene != null));
        // Keys such as Space and S reach the pane again after one has typed into a field.
        content.setOnMousePressed(_ -> content.requestFocus());
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
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
        return model.draft().subtitle();
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        BooleanBinding always = Bindings.createBooleanBinding(() -> true);
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Start or pause training", "Space", model.startable(), model::startOrPause),
                Action.of("Train one step", "S", model.startable(), model::step),
                Action.of("Close the X-ray", "Esc", xray.model().openProperty(), xray.model()::close),
                Action.of("Stop training", "Esc", model.stoppable(), model::stop),
                Action.of("Reset to the same start", "R", model.resettable(), model::reset),
                Action.of("Open an experiment", "Shortcut+O", always, dialogs::open),
                Action.of("Undo", "Shortcut+Z", model.draft().undoable(), model.draft()::undo),
                Action.of("Save the experiment", "Shortcut+S", always, dialogs::save),
                Action.of("Save the chart as PNG and SVG", model.resettable(), dialogs::saveCharts),
                Action.of("Save the weights", model.trained(), dialogs::saveWeights),
                Action.of("Show the schedule large, or the test images", always, model.draft().schedule()::enlargeOrNot),
                Action.of("Show only mistakes", always,
                        () -> model.onlyMistakesProperty().set(!model.onlyMistakesProperty().get()))));
        for (Example example : model.draft().examples().all()) {
            actions.add(Action.of("Open example " + example.head().name(),
                    model.stoppable().not().and(new ReadOnlyBooleanWrapper(example.isReady())), () -> model.open(example.head().path())));
        }
        return actions;
    }

    @Override
    public boolean open(List<Path> files) {
        boolean ours = FileWork.isOne(files, FileHead.Kind.EXPERIMENT);
        if (ours) {
            model.open(files.getFirst());
        }
        return ours;
    }
}
