package tadpole.app.pane.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.job.Background;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.resources.Resources;

/** The pane that finds a learning rate: one curve over the rates, what four rules read off it, and three short proofs. */
public final class FinderPane implements PaneView {

    private final FinderPaneModel model;
    private final FinderDialogs dialogs;
    private final FinderTools tools;
    private final FinderDrawer drawer;
    private final VBox stage;

    public FinderPane(Desk desk) {
        Background background = new Background("finder-pane");
        this.model = new FinderPaneModel(desk, background);
        this.dialogs = new FinderDialogs(model, () -> stage().getScene().getWindow());
        this.tools = new FinderTools(model, dialogs);
        this.drawer = new FinderDrawer(model);
        SweepCard card = new SweepCard(model, desk, background);
        VBox.setVgrow(card, Priority.ALWAYS);
        this.stage = new VBox(line(), card, new ProofRow(model, desk, background));
        String sheet = Resources.url("css/pane-finder.css").toExternalForm();
        stage.setId("finder-stage");
        stage.getStyleClass().add("finder-stage");
        stage.getStylesheets().add(sheet);
        // Keys such as Space reach the pane again after one has typed into a field.
        stage.setOnMousePressed(_ -> stage.requestFocus());
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
    }

    FinderPaneModel model() {
        return model;
    }

    /** Over the curve: what went wrong, what was reached, or why nothing can be swept. */
    private HBox line() {
        FontIcon icon = new FontIcon(Material2OutlinedAL.FLAG);
        Label text = new Label();
        text.setId("finder-line");
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        HBox row = new HBox(icon, text);
        row.getStyleClass().addAll("hint", "finder-line");
        row.managedProperty().bind(row.visibleProperty());
        Runnable show = () -> {
            boolean blocked = !model.obstacle().getValue().isEmpty() && !model.state().isGoingOn() && !model.situation().isWithoutExperiment();
            String words = blocked ? model.obstacle().getValue()
                    : !model.situation().stale().getValue().isEmpty() ? model.situation().stale().getValue() : model.lineProperty().get();
            text.setText(words);
            row.setVisible(!words.isEmpty());
            icon.getStyleClass().removeAll("wrong-mark", "caution-mark");
            boolean failed = model.state() == WorkState.FAILED;
            if (failed || blocked || !model.situation().stale().getValue().isEmpty()) {
                icon.getStyleClass().add(failed ? "wrong-mark" : "caution-mark");
            }
            icon.setIconCode(failed || blocked ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedAL.FLAG);
        };
        model.obstacle().subscribe(_ -> show.run());
        model.situation().stale().subscribe(_ -> show.run());
        model.lineProperty().subscribe(_ -> show.run());
        model.stateProperty().subscribe(_ -> show.run());
        return row;
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
        return model.situation().subtitle();
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Find the learning rate, or pause", "Space", model.findable(), model::findOrPause),
                Action.of("Stop the sweep", "Esc", model.stoppable(), model::stop),
                Action.of("Use the chosen rate in Train", model.swept(), model::useInTrain),
                Action.of("Save the finder's chart as PNG and SVG", model.swept(), dialogs::saveCharts),
                Action.of("Save rates and losses as CSV", model.swept(), dialogs::saveTable)));
        for (Overlay kind : Overlay.values()) {
            actions.add(Action.of("Overlay sweeps by " + kind.label().toLowerCase(Locale.ROOT), model.swept(), () -> model.overlay(kind)));
        }
        return actions;
    }
}
