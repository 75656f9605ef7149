package tadpole.app.pane.train.runs;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.RaceMark;
import tadpole.app.pane.train.Exports;
import tadpole.app.pane.train.Run;

/** A run in the list: its mark on the chart, its name that one can change in place, how far it is, and what one can do with it. */
final class RunRow extends HBox {

    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final double RADIUS = 5;

    private final RunsModel model;
    private final Run run;
    private final Label name = new Label();
    private final TextField field = new TextField();
    private final Label detail = new Label();
    private final ToggleButton shown = new ToggleButton();
    private final FontIcon eye = new FontIcon(Material2OutlinedMZ.VISIBILITY);

    RunRow(RunsModel model, Exports exports, Run run) {
        this.model = model;
        this.run = run;
        getStyleClass().add("run-row");
        SVGPath mark = new SVGPath();
        mark.setContent(RaceMark.path(model.look(run), RADIUS));
        mark.getStyleClass().setAll("mark-" + RaceMark.token(model.look(run)));
        StackPane place = new StackPane(mark);
        place.getStyleClass().add("run-mark");
        name.getStyleClass().add("run-name");
        name.textProperty().bind(run.nameProperty());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(tip());
        field.getStyleClass().add("run-name-field");
        detail.getStyleClass().add("run-detail");
        field.setVisible(false);
        field.setManaged(false);
        VBox words = new VBox(name, field, detail);
        words.getStyleClass().add("run-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(place, words, shown(), pin(), more(exports));
        words.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                rename();
            } else if (event.getButton() == MouseButton.PRIMARY && !field.isVisible()) {
                model.lookAt(run);
            }
        });
        field.setOnAction(_ -> take());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && field.isVisible()) {
                take();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.setText(run.nameProperty().get());
                take();
                event.consume();
            }
        });
        show();
    }

    private Tooltip tip() {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(run.nameProperty().map("%s%nClick: look at it. Double click: rename."::formatted));
        return tip;
    }

    Run run() {
        return run;
    }

    /** What has changed of it. */
    void show() {
        detail.setText(model.detail(run));
        shown.setSelected(model.isShown(run));
        eye.setIconCode(model.isShown(run) ? Material2OutlinedMZ.VISIBILITY : Material2OutlinedMZ.VISIBILITY_OFF);
        pseudoClassStateChanged(LOOKED_AT, model.isLookedAt(run));
        pseudoClassStateChanged(HIDDEN, !model.isShown(run));
    }

    void rename() {
        field.setText(run.nameProperty().get());
        edit(true);
        field.requestFocus();
        field.selectAll();
    }

    private void take() {
        edit(false);
        model.rename(run, field.getText());
    }

    private void edit(boolean now) {
        field.setVisible(now);
        field.setManaged(now);
        name.setVisible(!now);
        name.setManaged(!now);
    }

    private ToggleButton shown() {
        shown.getStyleClass().addAll("run-tool", "run-shown");
        shown.setGraphic(eye);
        shown.setTooltip(new Tooltip("Shows it on the chart and in the comparison, or leaves it out."));
        shown.setAccessibleText("Show this run");
        shown.setOnAction(_ -> model.setShown(run, shown.isSelected()));
        return shown;
    }

    private ToggleButton pin() {
        ToggleButton pin = new ToggleButton("", new FontIcon(Material2OutlinedMZ.PUSH_PIN));
        pin.getStyleClass().addAll("run-tool", "run-pin");
        pin.setTooltip(new Tooltip("A pinned run lies behind the current one in Charts, and is never dropped by itself."));
        pin.setAccessibleText("Pin this run");
        pin.selectedProperty().bindBidirectional(run.pinnedProperty());
        return pin;
    }

    private MenuButton more(Exports exports) {
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.getStyleClass().addAll("run-tool", "run-more");
        more.setAccessibleText("More of this run");
        more.getItems().setAll(List.of(
                item("look", "Look at it", () -> model.lookAt(run)),
                item("rename", "Rename", this::rename),
                item("edit", "Put this experiment into the drawer", () -> model.edit(run)),
                item("seeds", "Run with %d seeds".formatted(SeedSeries.SEEDS), () -> model.seeds().run(run)),
                item("metrics", "Export its metrics as CSV...", () -> exports.askMetrics(run)),
                item("delete", "Delete", () -> model.delete(run))));
        return more;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId("run-" + id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Icons only, for a button in a bar of words. */
    static Button button(String id, String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> action.run());
        button.setGraphic(new FontIcon(switch (id) {
            case "runs-copy" -> Material2OutlinedAL.CONTENT_COPY;
            case "runs-export" -> Material2OutlinedMZ.SAVE_ALT;
            default -> Material2OutlinedMZ.REPEAT;
        }));
        return button;
    }
}
