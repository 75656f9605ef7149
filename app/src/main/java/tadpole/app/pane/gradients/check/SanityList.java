package tadpole.app.pane.gradients.check;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What one looks at before one trains: figures that show what right gradients hide. */
final class SanityList extends VBox {

    private final CheckModel model;

    SanityList(CheckModel model, String id) {
        this.model = model;
        setId(id);
        getStyleClass().add("sanity");
        model.newsProperty().subscribe(_ -> show());
    }

    private void show() {
        getChildren().clear();
        model.readings().sanity().forEach(each -> {
            Label name = new Label(each.name());
            name.getStyleClass().add("muted");
            name.setWrapText(true);
            Label value = new Label(each.value());
            value.getStyleClass().addAll("mono", "sanity-value");
            value.setMinWidth(USE_PREF_SIZE);
            if (!each.mark().isEmpty()) {
                value.setText(each.mark() + " " + each.value());
                value.getStyleClass().add(each.mark().equals("✓") ? "right-mark" : "wrong-mark");
            }
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(8, name, space, value);
            row.setAlignment(Pos.BASELINE_LEFT);
            Tooltip.install(row, new Tooltip(each.about()));
            getChildren().add(row);
        });
        if (getChildren().isEmpty()) {
            Label none = new Label("Measured after the check.");
            none.getStyleClass().add("muted");
            getChildren().add(none);
        }
    }
}
