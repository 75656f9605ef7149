package tadpole.app.pane.kernels.trained;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.shell.Action;
import tadpole.app.shell.FileWork;
import tadpole.app.shell.PaneView;
import tadpole.resources.Resources;

/** The view in which filters of trained networks are looked at, changed and put back. */
public final class TrainedRoom implements PaneView {

    private final Bench bench;
    private final TrainedModel model;
    private final TrainedTools tools;
    private final TrainedDrawer drawer;
    private final StackPane stage = new StackPane();

    /** @param weights the folder of the bundled trained networks */
    public TrainedRoom(Bench bench, TrainedModel model, Path weights) {
        this.bench = bench;
        this.model = model;
        List<Source.Weights> bundled = TrainedModel.bundled(weights);
        this.tools = new TrainedTools(model, this::take, this::takeSeveral, () -> stage.getScene().getWindow());
        this.drawer = new TrainedDrawer(model, bundled, tools::open);
        Gallery gallery = new Gallery(model);
        FilterRow row = new FilterRow(model);
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox all = new VBox(gallery, row, new OutcomeCard(model));
        all.getStyleClass().add("trained-stage");
        all.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.version().isPresent(), model.trials().versionProperty()));
        VBox empty = empty(bundled);
        empty.visibleProperty().bind(all.visibleProperty().not());
        stage.setId("kernels-trained-stage");
        stage.getChildren().setAll(all, empty);
        stage.sceneProperty().subscribe(scene -> model.watch(scene != null));
        String sheet = Resources.url("css/pane-kernels-trained.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
        stage.setOnMousePressed(_ -> stage.requestFocus());
    }

    private VBox empty(List<Source.Weights> bundled) {
        Label hint = new Label();
        hint.setId("trained-empty");
        hint.getStyleClass().add("placeholder-text");
        hint.setWrapText(true);
        hint.textProperty().bind(Bindings.createStringBinding(() -> model.openingProperty().get() ? "Opening the network and its data..."
                : !model.lackProperty().get().isEmpty() ? model.lackProperty().get()
                : "Here are the filters that a network learned: look at them, change one, put it back and see the accuracy change.",
                model.openingProperty(), model.lackProperty()));
        Button open = new Button("Open the bundled network");
        open.setId("trained-open-bundled");
        open.setOnAction(_ -> model.open(bundled.getFirst()));
        open.disableProperty().bind(model.openingProperty());
        open.setVisible(!bundled.isEmpty());
        VBox empty = new VBox(hint, open);
        empty.getStyleClass().add("trained-empty");
        return empty;
    }

    private void take() {
        if (model.take()) {
            bench.go().accept("window");
        }
    }

    private void takeSeveral() {
        if (model.takeSeveral()) {
            bench.go().accept("window");
        }
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
        return Bindings.createStringBinding(() -> model.version().map(now -> "%s%s".formatted(now.network().title(),
                now.exchanges().isEmpty() ? "" : " · %d %s changed".formatted(now.exchanges().size(), now.exchanges().size() == 1 ? "filter" : "filters"))).orElse(""),
                model.trials().versionProperty());
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        var goingOn = Bindings.createBooleanBinding(() -> model.trials().stateProperty().get().isGoingOn(), model.trials().stateProperty());
        return List.of(
                Action.of("Pause the trial, or go on", "Space", goingOn, model.trials()::pauseOrResume),
                Action.of("Stop the trial", "Esc", goingOn, model.trials()::stop),
                Action.of("Put the edited filter back", "P", tools.backable(), model::putBack),
                Action.of("Take back the last exchange of filters", "Shortcut+Z", model.trials().undoableProperty(), model.trials()::undo),
                Action.of("Open weights", "Shortcut+O", always, tools::open),
                Action.of("Save the weights", "Shortcut+S", always, tools::save));
    }

    /** Weights that were dropped. */
    @Override
    public boolean open(List<Path> dropped) {
        boolean ours = FileWork.isWeights(dropped);
        if (ours) {
            model.open(new Source.Weights(dropped.getFirst(), false));
        }
        return ours;
    }
}
