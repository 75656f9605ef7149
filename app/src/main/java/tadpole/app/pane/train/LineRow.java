package tadpole.app.pane.train;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.job.WorkState;
import tadpole.engine.doctor.Diagnosis;

/** One line over the chart: why nothing can be started, what went wrong, what was reached and what to try next, or what is odd. */
final class LineRow extends HBox {

    static final String MARKED = "An entry under Experiment cannot be used. It is marked there, with what it accepts.";

    private final TrainPaneModel model;
    private final FontIcon icon = new FontIcon(Material2OutlinedAL.INFO);
    private final Label text = new Label();

    LineRow(TrainPaneModel model) {
        this.model = model;
        setId("line-row");
        getStyleClass().addAll("hint", "line-row");
        text.setId("line");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(icon, text);
        managedProperty().bind(visibleProperty());
        model.lineProperty().subscribe(_ -> show());
        model.draft().obstacle().subscribe(_ -> show());
        model.stateProperty().subscribe(_ -> show());
        model.draft().fitProperty().subscribe(_ -> show());
    }

    private void show() {
        String obstacle = model.state().isGoingOn() || model.draft().dataset().isEmpty() ? "" : model.draft().obstacle().getValue();
        String remarks = model.state() == WorkState.READY ? String.join(" ", model.draft().fitProperty().get().remarks()) : "";
        String said = model.lineProperty().get().isEmpty() ? remarks : model.lineProperty().get();
        String doctor = doctor();
        // Two advices in one line may contradict each other.
        String verdict = doctor.isEmpty() ? said : model.run().map(Run::outcome).orElse(said);
        String shown = obstacle.isEmpty() ? verdict + doctor : shown(obstacle);
        setVisible(!shown.isEmpty());
        text.setText(shown);
        icon.getStyleClass().removeAll("wrong-mark", "caution-mark");
        if (!obstacle.isEmpty()) {
            icon.getStyleClass().add("caution-mark");
            icon.setIconCode(Material2OutlinedAL.ERROR_OUTLINE);
        } else if (model.state() == WorkState.FAILED) {
            icon.getStyleClass().add("wrong-mark");
            icon.setIconCode(Material2OutlinedAL.ERROR_OUTLINE);
        } else if (model.lineProperty().get().isEmpty()) {
            icon.setIconCode(Material2OutlinedAL.INFO);
        } else {
            icon.setIconCode(Material2OutlinedAL.FLAG);
        }
    }

    /** What it names as the cause of a run that is over. */
    private String doctor() {
        if (model.lineProperty().get().isEmpty() || model.state() != WorkState.ENDED && model.state() != WorkState.FAILED) {
            return "";
        }
        return model.run().flatMap(run -> run.doctor().latest()).flatMap(Diagnosis::cause)
                .map(cause -> " The doctor says: %s. %s".formatted(cause.headline(), cause.evidence())).orElse("");
    }

    /** What a field says of its entry stands there; once is enough. */
    private String shown(String obstacle) {
        return obstacle.equals(model.form().refusalProperty().get()) ? MARKED : obstacle;
    }
}
