package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.pane.train.time.TimeBar;
import tadpole.app.chart.RunsCsv;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.dataset.Dataset;
import tadpole.resources.Resources;

/** Where a network learns: loss above, accuracy below, and what it says of test images at this very step. */
final class ChartsRoom implements BenchRoom {

    private final TrainPaneModel model;
    private final Bench bench;
    private final StripXRay xray;
    private final ChartCard chart;
    private final Exports exports;
    private final StackPane stage;
    private final ExperimentDrawer drawer;

    ChartsRoom(Bench bench) {
        Lab lab = bench.lab();
        Desk desk = lab.desk();
        this.bench = bench;
        this.model = lab.model();
        this.chart = new ChartCard(lab);
        this.exports = new Exports(lab, () -> stage().getScene().getWindow());
        VBox.setVgrow(chart, Priority.ALWAYS);
        this.xray = new StripXRay(model, desk, lab.background());
        XRayLayer layer = xray.layer();
        VBox content = new VBox(
                withData(new FiguresRow(model), desk), new LineRow(model), chart,
                withData(new TimeBar(bench, true), desk), withData(lower(desk, layer), desk));
        this.stage = new StackPane(content, layer);
        this.drawer = new ExperimentDrawer(lab, desk.workspace(), () -> bench.go().accept("network"));
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

    private void dress(VBox content) {
        String sheet = Resources.url("css/pane-train.css").toExternalForm();
        content.setId("train-stage");
        content.getStyleClass().add("train-stage");
        stage.getStylesheets().add(sheet);
        // Keys such as Space and S reach the pane again after one has typed into a field.
        content.setOnMousePressed(_ -> content.requestFocus());
        drawer.getStylesheets().add(sheet);
    }

    /** As it is seen, and all numbers of its run. */
    private void export() {
        exports.ask("loss-accuracy", chart::seen, () -> {
            RunsCsv csv = new RunsCsv();
            model.run().ifPresent(run -> csv.add(run.nameProperty().get(), run.start().seed(), run.curves()));
            return csv;
        });
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
    public Bench bench() {
        return bench;
    }

    @Override
    public List<Action> actions() {
        BooleanBinding always = Bindings.createBooleanBinding(() -> true);
        // Esc closes what is open before it stops anything.
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Close the X-ray", "Esc", xray.model().openProperty(), xray.model()::close),
                Action.of("Undo", "Shortcut+Z", model.draft().undoable(), model.draft()::undo),
                Action.of(Exports.LABEL, "Shortcut+E", model.resettable(), this::export),
                Action.of("Show the schedule large, or the test images", always, model.draft().schedule()::enlargeOrNot),
                Action.of("Show only mistakes", always,
                        () -> model.onlyMistakesProperty().set(!model.onlyMistakesProperty().get()))));
        actions.addAll(bench.actions().get());
        return actions;
    }
}
