package tadpole.app.pane.train.time;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;

/** A branch under the line of steps: dashed, with words; a click looks at it. */
final class BranchLine {

    private final Path path = new Path();
    private final Label text = new Label();
    private Optional<TimeModel.Lane> lane = Optional.empty();

    BranchLine(TimeModel model) {
        path.getStyleClass().add("time-branch");
        path.setMouseTransparent(true);
        text.getStyleClass().add("time-branch-text");
        text.setTooltip(new Tooltip("Click: look at this run."));
        text.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            lane.ifPresent(model::lookAt);
            event.consume();
        });
    }

    Path path() {
        return path;
    }

    Label text() {
        return text;
    }

    void show(Optional<TimeModel.Lane> wanted) {
        lane = wanted;
        path.setVisible(wanted.isPresent());
        text.setVisible(wanted.isPresent());
        text.setText(wanted.map(TimeModel.Lane::text).orElse(""));
        text.setId(wanted.map(each -> "time-branch-" + each.from()).orElse("time-no-branch"));
    }
}
