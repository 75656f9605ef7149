package tadpole.app.pane.text.inside;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.engine.language.UnitSearch;

/** What units track, with the measured score; a click shows it in the text. */
final class UnitTable extends VBox {

    private final InsideModel model;

    UnitTable(InsideModel model) {
        this.model = model;
        setId("text-inside-table");
        getStyleClass().add("text-inside-table");
        model.foundProperty().subscribe(_ -> show());
        model.matchProperty().subscribe(_ -> show());
        model.searchingProperty().subscribe(_ -> show());
        model.tracedProperty().subscribe(_ -> show());
    }

    private void show() {
        getChildren().clear();
        if (!model.amount().isEmpty()) {
            Label amount = new Label(model.amount());
            amount.setId("text-inside-amount");
            amount.getStyleClass().addAll("muted", "text-inside-small");
            getChildren().add(amount);
        }
        if (model.foundProperty().get().isEmpty()) {
            Label hint = new Label(model.searchingProperty().get().isGoingOn() ? "Reading and correlating every unit..."
                    : "Search compares every unit with what stands in the text: quotes, brackets, words, lines.");
            hint.getStyleClass().add("muted");
            hint.setWrapText(true);
            hint.setMinHeight(USE_PREF_SIZE);
            getChildren().add(hint);
            return;
        }
        for (UnitSearch.Tracked tracked : model.foundProperty().get()) {
            if (tracked.best().isEmpty()) {
                Label absent = new Label(tracked.property().title() + ": not in this text");
                absent.getStyleClass().addAll("muted", "text-inside-absent");
                getChildren().add(absent);
            } else {
                getChildren().add(row(tracked.best().getFirst()));
            }
        }
    }

    private Node row(UnitSearch.Match match) {
        Label property = new Label(match.property().title());
        property.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label score = new Label(String.format(Locale.ROOT, "%.2f", match.score()).replace('-', '−'));
        score.getStyleClass().add("mono");
        score.setMinWidth(USE_PREF_SIZE);
        Label unit = new Label("%s %s %d".formatted(match.unit().stage(), match.unit().which(), match.unit().index()));
        unit.getStyleClass().addAll("muted", "mono", "text-inside-unit");
        Region fill = new Region();
        fill.getStyleClass().add("text-inside-fill");
        fill.setPrefWidth(Math.max(2, 100 * Math.clamp(match.score(), 0, 1)));
        fill.setMaxWidth(USE_PREF_SIZE);
        HBox track = new HBox(fill);
        track.getStyleClass().add("text-inside-track");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button row = new Button("", new VBox(new HBox(property, space, score), new HBox(unit, gap, track)));
        row.setId("text-inside-row-" + match.property().title().replace(' ', '-'));
        row.getStyleClass().add("text-inside-row");
        if (model.matchProperty().get().filter(match::equals).isPresent()) {
            row.getStyleClass().add("text-inside-chosen");
        }
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText("%s: %s, correlation %.2f".formatted(property.getText(), unit.getText(), match.score()));
        row.setTooltip(new Tooltip("Correlation with the unit's value, on the half of the text that did not choose it. On the other half: %.3f.%s".formatted(match.chosen(),
                match.rising() ? "" : " The unit falls where this holds.")));
        row.setOnAction(_ -> model.choose(match));
        return row;
    }
}
