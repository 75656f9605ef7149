package tadpole.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.RunningJob;

/** One running job in the status bar: what it is, how far it is, how long it will take, pause and stop. */
final class JobEntry extends HBox {

    private final RunningJob<?> job;
    private final Label stage = label("muted", "job-stage");
    private final ProgressBar bar = new ProgressBar();
    private final Label remaining = label("remaining", "job-remaining");
    private final FontIcon pauseIcon = new FontIcon(Material2OutlinedMZ.PAUSE);
    private final Button pause = Icons.button(Material2OutlinedMZ.PAUSE, "Pause", this::pauseOrResume);

    JobEntry(RunningJob<?> job) {
        this.job = job;
        getStyleClass().add("job");
        Label name = label("job-name", "job-name");
        name.setText(job.name());
        bar.setId("job-progress");
        pause.setId("job-pause");
        pause.setGraphic(pauseIcon);
        Button stop = Icons.button(Material2OutlinedMZ.STOP, "Stop", job::stop);
        stop.setId("job-stop");
        remaining.setMinWidth(USE_PREF_SIZE);
        stage.setMinWidth(USE_PREF_SIZE);
        stage.managedProperty().bind(stage.visibleProperty());
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, stage, bar, remaining, pause, stop);
        job.progressProperty().subscribe(this::showProgress);
        job.stateProperty().subscribe(this::showState);
    }

    RunningJob<?> job() {
        return job;
    }

    /** Leaves the words about the stage out, for when there is little room. */
    void shorten(boolean shortened) {
        stage.setVisible(!shortened);
    }

    private void pauseOrResume() {
        if (job.state() == RunningJob.State.PAUSED) {
            job.resume();
        } else {
            job.pause();
        }
    }

    private void showProgress() {
        var progress = job.progressProperty().get();
        stage.setText(progress.text());
        bar.setProgress(progress.isKnown() ? progress.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
        remaining.setText(job.remainingText());
    }

    private void showState() {
        boolean paused = job.state() == RunningJob.State.PAUSED;
        pauseIcon.setIconCode(paused ? Material2OutlinedMZ.PLAY_ARROW : Material2OutlinedMZ.PAUSE);
        pause.getTooltip().setText(paused ? "Resume" : "Pause");
        pause.setAccessibleText(pause.getTooltip().getText());
        showProgress();
    }

    private static Label label(String styleClass, String id) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setId(id);
        return label;
    }
}
