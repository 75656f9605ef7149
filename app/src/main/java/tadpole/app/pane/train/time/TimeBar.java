package tadpole.app.pane.train.time;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.Pace;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.Lab;
import tadpole.resources.Resources;

/** The recorded moments of the run looked at, and its branches, over the steps: drag to go to one. */
public final class TimeBar extends VBox {

    private static final Duration EACH = Duration.millis(160);

    private final TimeModel model;
    private final TimeTrack track;
    private final Button play = new Button("", new FontIcon(Material2OutlinedMZ.PLAY_ARROW));
    private final Button now = new Button("Back to now");
    private final Timeline playing = new Timeline();
    private final Pace pace = new Pace(this::refresh);

    public TimeBar(Bench bench) {
        this(bench, false);
    }

    /** @param compact lower, without a title */
    public TimeBar(Bench bench, boolean compact) {
        Lab lab = bench.lab();
        this.model = new TimeModel(lab);
        this.track = compact ? new TimeTrack(model, 20, 2) : new TimeTrack(model, 32, 2);
        setId("time-bar");
        getStyleClass().addAll("card", "time-bar");
        getStylesheets().add(Resources.url("css/pane-train-time.css").toExternalForm());
        dress();
        getChildren().setAll(compact ? row() : full());
        if (compact) {
            getStyleClass().add("compact");
        }
        playing.getKeyFrames().setAll(new KeyFrame(EACH, _ -> playOn()));
        playing.setCycleCount(Animation.INDEFINITE);
        playing.statusProperty().subscribe(status -> name(status == Animation.Status.RUNNING));
        lab.runProperty().subscribe(this::refresh);
        lab.atProperty().subscribe(this::refresh);
        lab.runs().subscribe(pace::ask);
        lab.onNews(_ -> pace.ask());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                playing.stop();
            } else {
                refresh();
            }
        });
    }

    private void dress() {
        play.setId("time-play");
        play.getStyleClass().addAll("tool-button", "icon-button", "time-button");
        play.setOnAction(_ -> playOrNot());
        now.setId("time-back");
        now.getStyleClass().addAll("tool-button", "time-button");
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.setTooltip(new Tooltip("Shows where the run itself stands (End)."));
        now.setOnAction(_ -> {
            playing.stop();
            model.now();
        });
    }

    private Node[] full() {
        Label title = new Label("Time machine");
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label hint = new Label("drag: every view shows that step");
        hint.getStyleClass().add("time-hint");
        hint.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, hint, space, now, play);
        head.getStyleClass().add("time-head");
        return new Node[] {head, track};
    }

    private Node[] row() {
        HBox.setHgrow(track, Priority.ALWAYS);
        HBox row = new HBox(play, track, now);
        row.getStyleClass().add("time-row");
        return new Node[] {row};
    }

    private void playOrNot() {
        if (playing.getStatus() == Animation.Status.RUNNING) {
            playing.stop();
            return;
        }
        if (!model.isBack()) {
            model.first();
        }
        playing.playFromStart();
    }

    private void playOn() {
        if (!model.next()) {
            playing.stop();
        }
    }

    private void name(boolean plays) {
        Ikon icon = plays ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW;
        ((FontIcon) play.getGraphic()).setIconCode(icon);
        String says = plays ? "Stays at this moment." : "Plays the recorded moments one after another.";
        play.setTooltip(new Tooltip(says));
        play.setAccessibleText(says);
    }

    private void refresh() {
        if (getScene() == null) {
            return;
        }
        now.setVisible(model.isBack());
        play.setDisable(model.recorded().length < 2);
        track.refresh();
    }
}
