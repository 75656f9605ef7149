package tadpole.app.pane.train.doctor;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.doctor.Finding;

/** One matter: a check mark or a flag, what was found, the number it rests on, and what to try. */
final class FindingRow extends HBox {

    FindingRow(Finding finding, String id, Optional<TrialRow> trial) {
        setId(id);
        getStyleClass().add("doctor-finding");
        FontIcon icon = new FontIcon(finding.state() == Finding.State.WELL ? Material2OutlinedAL.CHECK : Material2OutlinedAL.FLAG);
        icon.getStyleClass().addAll("doctor-icon", switch (finding.state()) {
            case WELL -> "right-mark";
            case SUSPECT -> "caution-mark";
            case ILL -> "wrong-mark";
        });
        String question = finding.state() == Finding.State.WELL ? "" : finding.trial().map(each -> " " + each.question()).orElse("");
        VBox words = new VBox(label("doctor-headline", finding.headline()), label("doctor-evidence", finding.evidence() + question));
        words.getStyleClass().add("doctor-words");
        trial.filter(_ -> finding.state() != Finding.State.WELL).ifPresent(words.getChildren()::add);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(icon, words);
    }

    private static Label label(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
