package tadpole.app.pane.gradients.check;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.job.WorkState;

/** What was reached, what went wrong, or what is missing, in one line. */
final class CheckLine extends HBox {

    private static final String BEGIN =
            "Every number of W and b is moved by ±h and the loss computed again: the slope must be what backward says.";

    private final CheckModel model;
    private final FontIcon icon = new FontIcon(Material2OutlinedAL.FLAG);
    private final Label text = new Label();

    CheckLine(CheckModel model) {
        this.model = model;
        text.setId("check-line");
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        getChildren().setAll(icon, text);
        getStyleClass().addAll("hint", "check-line");
        managedProperty().bind(visibleProperty());
        model.lineProperty().subscribe(_ -> show());
        model.subject().lackProperty().subscribe(_ -> show());
        model.newsProperty().subscribe(_ -> show());
    }

    private void show() {
        String lack = model.subject().lackProperty().get();
        boolean stale = model.isStale() && !model.state().isGoingOn();
        String words = !lack.isEmpty() ? lack : stale ? "These figures are of other settings than are chosen now. Check again." : model.lineProperty().get();
        boolean begins = words.isEmpty() && !model.state().isGoingOn();
        boolean wrong = model.state() == WorkState.FAILED || !lack.isEmpty();
        text.setText(begins ? BEGIN : words.isEmpty() ? "Checking..." : words);
        setVisible(wrong || stale || model.hunt().planted().isEmpty());
        icon.getStyleClass().removeAll("wrong-mark", "caution-mark");
        if (wrong || stale) {
            icon.getStyleClass().add(wrong ? "wrong-mark" : "caution-mark");
        }
        icon.setIconCode(wrong ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedAL.FLAG);
    }
}
