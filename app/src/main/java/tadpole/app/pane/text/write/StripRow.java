package tadpole.app.pane.text.write;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import tadpole.engine.language.NextToken.Candidate;

/** One token of the strip: its name, its bar, its probability; takes it when it is clicked. */
final class StripRow extends Button {

    private final Label name = new Label();
    private final StripBar bar = new StripBar();
    private final Label percent = new Label();
    private final Tooltip tip = new Tooltip();

    StripRow(int number) {
        setId("strip-" + number);
        getStyleClass().add("strip-row");
        name.getStyleClass().add("strip-name");
        percent.getStyleClass().addAll("mono", "strip-percent");
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(name, bar, percent);
        row.getStyleClass().add("strip-line");
        row.setMouseTransparent(true);
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(widthProperty().subtract(8));
        setTooltip(tip);
    }

    void show(String token, Candidate candidate, boolean standing, String does) {
        name.setText(token);
        bar.show(candidate.vocabulary(), candidate.cache());
        percent.setText(percent(candidate.probability()));
        getStyleClass().remove("strip-standing");
        if (standing) {
            getStyleClass().add("strip-standing");
        }
        String rank = candidate.rank() > 0 ? ", place " + candidate.rank() + " of all" : "";
        tip.setText("%s\nvocabulary %s + cache %s = %s%s".formatted(does, percent(candidate.vocabulary()), percent(candidate.cache()), percent(candidate.probability()), rank));
        setText(token + ", " + percent(candidate.probability()));
        setAccessibleText(token + ", " + percent(candidate.probability()) + (standing ? ", stands in the text" : ""));
    }

    static String percent(double share) {
        double percent = 100 * share;
        return percent > 0 && percent < 0.05 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }
}
