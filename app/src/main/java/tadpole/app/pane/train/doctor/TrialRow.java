package tadpole.app.pane.train.doctor;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.pane.train.Run;
import tadpole.engine.doctor.Trial;

/** The button of a trial, how far it is, and under it what came of it. */
final class TrialRow extends VBox {

    private final DoctorModel model;
    private final Run run;
    private final Trial trial;
    private final Button button = new Button();
    private final FontIcon icon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
    private String name = "Try it";

    TrialRow(DoctorModel model, Run run, Trial trial, String id) {
        this.model = model;
        this.run = run;
        this.trial = trial;
        getStyleClass().add("doctor-trial");
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setGraphic(icon);
        button.setTooltip(new Tooltip("%s. Trains beside this run, %s".formatted(trial.experiment().name(),
                trial.goal() == Trial.Goal.BY_HEART ? "on a few images only." : "without and with that one change from the same start. " + trial.expects())));
        button.setOnAction(_ -> act());
        getChildren().setAll(button);
        model.tried(run, trial).ifPresent(this::show);
        renew();
    }

    /** What the button says before the time it takes. */
    void name(String other) {
        name = other;
        renew();
    }

    private void act() {
        if (model.isGoing(trial)) {
            model.stop();
        } else {
            model.begin(run, trial);
        }
    }

    /** How far it is. */
    void renew() {
        boolean going = model.isGoing(trial);
        icon.setIconCode(going ? Material2OutlinedMZ.STOP : Material2OutlinedMZ.PLAY_ARROW);
        String detail = going ? model.progress() : DoctorModel.estimate(run, trial);
        button.setText((going ? "Stop" : name) + (detail.isEmpty() ? "" : ", " + detail));
        button.setDisable(model.isBusy() && !going);
    }

    private void show(DoctorModel.Tried tried) {
        boolean confirmed = tried.confirmed().orElse(false);
        FontIcon mark = new FontIcon(confirmed ? Material2OutlinedAL.CHECK : Material2OutlinedAL.CLOSE);
        mark.getStyleClass().addAll("doctor-icon", confirmed ? "right-mark" : "wrong-mark");
        Label words = new Label(tried.words());
        words.setId(button.getId() + "-result");
        words.getStyleClass().add("doctor-result");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(mark, words);
        line.getStyleClass().add("doctor-result-row");
        Hyperlink keep = new Hyperlink("Keep it as a run");
        keep.setId(button.getId() + "-keep");
        keep.getStyleClass().add("doctor-keep");
        keep.setTooltip(new Tooltip("Trains it once more beside the others, with its curves and its moments."));
        keep.setOnAction(_ -> model.keep(trial));
        getChildren().addAll(line, keep);
    }
}
