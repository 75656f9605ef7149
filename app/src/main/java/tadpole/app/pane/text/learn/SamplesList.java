package tadpole.app.pane.text.learn;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the network wrote on the way: a row a step, the newest on top, its temperatures side by side. */
final class SamplesList extends ListView<SampleGroup> {

    private static final double SIDES = 48;

    private final ObservableList<SampleGroup> shown = FXCollections.observableArrayList();

    SamplesList(LearnModel model) {
        setId("text-learn-samples");
        getStyleClass().add("text-learn-samples");
        setItems(shown);
        setSelectionModel(new NoSelection<>());
        Label nothing = new Label("Samples appear here while it trains.");
        nothing.getStyleClass().add("muted");
        setPlaceholder(nothing);
        setCellFactory(_ -> new Row());
        model.toldProperty().subscribe(_ -> take(model));
    }

    private void take(LearnModel model) {
        List<SampleGroup> now = model.curves().samples();
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    private final class Row extends ListCell<SampleGroup> {

        @Override
        protected void updateItem(SampleGroup group, boolean empty) {
            super.updateItem(group, empty);
            setText(null);
            setGraphic(empty || group == null ? null : row(group));
        }

        private Node row(SampleGroup group) {
            Label step = new Label("step %s · epoch %.2f".formatted(FiguresCard.grouped(group.step()), group.epoch()));
            step.getStyleClass().addAll("muted", "mono", "text-learn-sample-step");
            HBox columns = new HBox();
            columns.getStyleClass().add("text-learn-columns");
            columns.setFillHeight(false);
            group.samples().forEach(each -> columns.getChildren().add(column(each, group.samples().size())));
            VBox all = new VBox(step, columns);
            all.getStyleClass().add("text-learn-sample");
            all.prefWidthProperty().bind(SamplesList.this.widthProperty().subtract(SIDES));
            all.setMaxWidth(Region.USE_PREF_SIZE);
            return all;
        }

        private Node column(SampleGroup.Sample sample, int columns) {
            Label heat = new Label(String.format(Locale.ROOT, "temperature %s", LossPictures.rounded(sample.temperature())));
            heat.getStyleClass().add("text-learn-heat");
            Label text = new Label(sample.text().strip());
            text.setWrapText(true);
            text.getStyleClass().add("text-learn-written");
            text.setMinHeight(Region.USE_PREF_SIZE);
            VBox column = new VBox(heat, text);
            HBox.setHgrow(column, Priority.ALWAYS);
            column.prefWidthProperty().bind(SamplesList.this.widthProperty().subtract(SIDES + 16.0 * columns).divide(columns));
            column.setMinWidth(0);
            return column;
        }
    }
}
