package tadpole.app.pane.text.write;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.pane.text.write.LuckModel.Way;

/** The same text gone on with at several temperatures, by the same random numbers. */
final class Luck extends VBox {

    Luck(WriteModel model) {
        getStyleClass().add("luck");
        Label title = new Label("Same luck, other temperatures");
        title.getStyleClass().add("section-title");
        title.setTooltip(new Tooltip("Goes on with this text three times by the same random numbers: what differs comes from the temperature alone."));
        VBox ways = new VBox();
        ways.setId("luck-ways");
        ways.getStyleClass().add("luck-ways");
        Button again = new Button("Write all three");
        again.setId("luck-go");
        again.getStyleClass().addAll("small-button", "wide-button");
        again.setMaxWidth(Double.MAX_VALUE);
        again.disableProperty().bind(model.text().modelProperty().map(Optional::isEmpty));
        again.setOnAction(_ -> model.tryLuck());
        model.luck().waysProperty().subscribe(now -> ways.getChildren().setAll(now.stream().map(Luck::row).toList()));
        getChildren().setAll(title, again, ways);
    }

    private static HBox row(Way way) {
        Label temperature = new Label(String.format(Locale.ROOT, "%.1f", way.temperature()));
        temperature.getStyleClass().addAll("mono", "muted");
        temperature.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(way.text().isEmpty() ? "…" : "…" + way.text().strip());
        text.setId("luck-" + temperature.getText().replace('.', '-'));
        text.getStyleClass().add("luck-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(temperature, text);
        row.getStyleClass().add("luck-row");
        return row;
    }
}
