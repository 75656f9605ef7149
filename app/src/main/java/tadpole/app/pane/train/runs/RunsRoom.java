package tadpole.app.pane.train.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.BenchRoom;
import tadpole.app.pane.train.Exports;
import tadpole.app.shell.Action;
import tadpole.resources.Resources;

/** All runs of the session over each other, and what differs between them. */
public final class RunsRoom implements BenchRoom {

    private static final String SHEET = "css/pane-train-runs.css";

    private final Bench bench;
    private final RunsModel model;
    private final RunsCard card;
    private final Exports exports;
    private final VBox stage;
    private final RunsDrawer drawer;

    public RunsRoom(Bench bench) {
        this.bench = bench;
        this.model = new RunsModel(bench.lab());
        this.exports = new Exports(bench.lab(), () -> stage().getScene().getWindow());
        this.card = new RunsCard(model, bench.lab(), this::export);
        CompareCard compare = new CompareCard(model);
        model.changesProperty().subscribe(_ -> compare.setVisible(!model.runs().isEmpty()));
        compare.managedProperty().bind(compare.visibleProperty());
        VBox.setVgrow(card, Priority.ALWAYS);
        this.stage = new VBox(card, compare);
        this.drawer = new RunsDrawer(model, exports);
        String sheet = Resources.url(SHEET).toExternalForm();
        stage.setId("runs-room");
        stage.getStyleClass().add("runs-stage");
        stage.getStylesheets().add(sheet);
        stage.setOnMousePressed(_ -> stage.requestFocus());
        drawer.getStylesheets().add(sheet);
    }

    private void export() {
        exports.ask("runs", () -> model.picture(card.chart().zoomProperty().get()), model::numbers);
    }

    RunsModel model() {
        return model;
    }

    Exports exports() {
        return exports;
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
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Bring back the deleted run", "Shortcut+Z", model.undoableProperty(), model::undo),
                Action.of(Exports.LABEL, "Shortcut+E",
                        Bindings.createBooleanBinding(() -> !model.runs().isEmpty(), model.changesProperty()), this::export)));
        actions.addAll(bench.actions().get());
        return actions;
    }
}
