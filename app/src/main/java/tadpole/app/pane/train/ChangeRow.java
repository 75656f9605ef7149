package tadpole.app.pane.train;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Flag;
import tadpole.app.chart.Pace;
import tadpole.engine.training.TrainingEvent;

/** The last setting that was changed while the run looked at ran, and the way back: a branch from before it. */
final class ChangeRow extends VBox {

    private final Lab lab;
    private final Label text = new Label();

    ChangeRow(Lab lab) {
        this.lab = lab;
        setId("last-change");
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Hyperlink undo = new Hyperlink("Undo by branching");
        undo.setId("undo-change");
        undo.getStyleClass().add("link");
        undo.setTooltip(new Tooltip("A run of its own from before the change, without it; the run with the change stays."));
        undo.setOnAction(_ -> {
            lab.undoChange();
            undo.setVisited(false);
        });
        getChildren().setAll(text, undo);
        managedProperty().bind(visibleProperty());
        Pace pace = new Pace(this::show);
        lab.runProperty().subscribe(pace::ask);
        lab.onNews(_ -> pace.ask());
        pace.ask();
    }

    private void show() {
        Optional<TrainingEvent.Changed> change = lab.lastChange();
        setVisible(change.isPresent());
        change.ifPresent(last -> text.setText("%s, at step %s".formatted(
                lab.runProperty().get().flatMap(run -> run.curves().flags().stream().reduce((_, flag) -> flag)).map(Flag::text).orElse(last.label()),
                Numbers.count(last.step()))));
    }
}
