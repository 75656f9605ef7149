package tadpole.app.shell;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.job.RunningJob;

/** The bar at the foot of the window: what runs, and the last thing the program had to say. */
final class StatusBar extends HBox {

    private final HBox jobs = new HBox();
    private final Label idle = new Label("Nothing running");
    private final Label message = new Label();

    StatusBar(ObservableList<RunningJob<?>> running, Messages messages) {
        getStyleClass().add("status-bar");
        setId("status-bar");
        jobs.getStyleClass().add("jobs");
        idle.getStyleClass().add("muted");
        idle.setId("nothing-running");
        message.getStyleClass().add("message");
        message.setId("message");
        message.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(jobs, space, message);
        running.addListener((ListChangeListener<RunningJob<?>>) _ -> showJobs(running));
        messages.lastProperty().subscribe(this::show);
        showJobs(running);
    }

    private void showJobs(ObservableList<RunningJob<?>> running) {
        if (running.isEmpty()) {
            jobs.getChildren().setAll(idle);
            return;
        }
        jobs.getChildren().removeIf(node -> !(node instanceof JobEntry entry && running.contains(entry.job())));
        int known = jobs.getChildren().size();
        running.stream().skip(known).map(JobEntry::new).forEach(jobs.getChildren()::add);
    }

    private void show(Messages.Message last) {
        boolean failed = last.kind() == Messages.Kind.FAILED;
        message.setText(last.text());
        message.getStyleClass().removeAll("wrong-mark");
        message.setGraphic(failed ? new FontIcon(Material2OutlinedAL.ERROR_OUTLINE) : null);
        if (failed) {
            message.getStyleClass().add("wrong-mark");
        }
    }
}
