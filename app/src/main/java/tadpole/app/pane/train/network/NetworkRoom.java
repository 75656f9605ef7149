package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.BenchRoom;
import tadpole.app.pane.train.Lab;
import tadpole.app.shell.Action;
import tadpole.resources.Resources;

/** Where a network is built: its layers from what comes in to the loss, what each costs, and what does not fit. */
public final class NetworkRoom implements BenchRoom {

    /** From here on the cards are larger, not only more in a row. */
    private static final double ROOMY_PIXELS = 1300;
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

    private final Bench bench;
    private final NetworkModel model;
    private final StackPane stage;
    private final NetworkDrawer drawer;

    public NetworkRoom(Bench bench) {
        Lab lab = bench.lab();
        this.bench = bench;
        this.model = new NetworkModel(lab.form(), lab.desk().workspace().datasetProperty());
        NetworkTextModel text = new NetworkTextModel(model);
        EpochModel epoch = new EpochModel(model, firstEpoch(lab), lab.desk().jobs(), lab.desk().device());
        ChainView chain = new ChainView(model);
        VBox.setVgrow(chain, Priority.ALWAYS);
        VBox content = new VBox(new NetworkBar(model, lab), chain, new CostsCard(model, new EpochBox(epoch)));
        content.getStyleClass().add("network-stage");
        content.visibleProperty().bind(model.drawingProperty().map(Optional::isPresent));
        content.widthProperty().subscribe(width -> content.pseudoClassStateChanged(ROOMY, width.doubleValue() > ROOMY_PIXELS));
        this.stage = new StackPane(new NothingOpen(model, lab), content);
        this.drawer = new NetworkDrawer(model, text);
        String sheet = Resources.url("css/pane-train-network.css").toExternalForm();
        stage.setId("network-room");
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
    }

    /** Of the run that is looked at; a branch begins in the middle of one. */
    private static ObservableValue<Optional<EpochModel.FirstEpoch>> firstEpoch(Lab lab) {
        return Bindings.createObjectBinding(
                () -> lab.runProperty().get().filter(run -> run.origin().isEmpty() && !run.epochs().isEmpty())
                        .map(run -> new EpochModel.FirstEpoch(run.start(), run.epochs().getFirst().seconds())),
                lab.runProperty(), lab.model().newsProperty());
    }

    NetworkModel model() {
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
    public Bench bench() {
        return bench;
    }

    @Override
    public List<Action> actions() {
        BooleanBinding chosen = Bindings.createBooleanBinding(() -> model.settingsProperty().get().isPresent(), model.settingsProperty());
        BooleanBinding open = Bindings.createBooleanBinding(() -> model.drawing().isPresent(), model.drawingProperty());
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Undo", "Shortcut+Z", model.undoable(), model::undo),
                Action.of("Redo", "Shortcut+Shift+Z", model.redoable(), model::redo),
                Action.of("Duplicate the layer", "Shortcut+D", chosen, () -> model.selected().ifPresent(model::duplicate)),
                Action.of("Remove the layer", chosen, () -> model.selected().ifPresent(model::remove)),
                Action.of("Fold or unfold equal layers", open, () -> model.foldedProperty().set(!model.foldedProperty().get()))));
        actions.addAll(bench.actions().get());
        return actions;
    }
}
