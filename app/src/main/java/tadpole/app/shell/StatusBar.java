package tadpole.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.job.RunningJob;

/** The bar at the foot of the window: what runs, and the last thing the program had to say. */
final class StatusBar extends HBox {

    /** So many jobs stand in the bar itself; the others in a menu. */
    private static final int ROOM = 3;

    private final HBox jobs = new HBox();
    private final MenuButton more = new MenuButton();
    private final List<JobEntry> entries = new ArrayList<>();
    private final Label idle = new Label("Nothing running");
    private final Label message = new Label();

    StatusBar(ObservableList<RunningJob<?>> running, Messages messages) {
        getStyleClass().add("status-bar");
        setId("status-bar");
        jobs.getStyleClass().add("jobs");
        more.getStyleClass().add("more-jobs");
        more.setId("more-jobs");
        more.setMinWidth(USE_PREF_SIZE);
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
        entries.removeIf(entry -> !running.contains(entry.job()));
        running.stream().skip(entries.size()).map(JobEntry::new).forEach(entries::add);
        entries.forEach(entry -> entry.shorten(entries.indexOf(entry) < ROOM && entries.size() > 2));
        more.getItems().clear();
        jobs.getChildren().setAll(entries.subList(0, Math.min(ROOM, entries.size())));
        if (entries.isEmpty()) {
            jobs.getChildren().add(idle);
        }
        if (entries.size() > ROOM) {
            entries.stream().skip(ROOM).map(entry -> new CustomMenuItem(entry, false)).forEach(more.getItems()::add);
            more.setText(more.getItems().size() + " more");
            jobs.getChildren().add(more);
        }
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
