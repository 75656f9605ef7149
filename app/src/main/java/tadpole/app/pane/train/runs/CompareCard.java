package tadpole.app.pane.train.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import tadpole.app.chart.Pace;
import tadpole.app.chart.RaceMark;
import tadpole.app.pane.train.Run;

/** The runs that are shown beside each other: only the settings that differ, and what each came to. */
final class CompareCard extends VBox {

    private static final double RADIUS = 4;

    private final RunsModel model;
    private final GridPane table = new GridPane();
    private final Label about = new Label();

    CompareCard(RunsModel model) {
        this.model = model;
        setId("compare-card");
        getStyleClass().addAll("card", "compare-card");
        Label title = new Label("Compare settings");
        title.getStyleClass().add("section-title");
        about.setId("compare-about");
        about.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = RunRow.button("runs-copy", "Copy as text", "Copies the table, columns parted by tabs.", this::copy);
        HBox head = new HBox(title, about, space, copy);
        head.getStyleClass().add("compare-head");
        table.setId("compare-table");
        table.getStyleClass().add("compare-table");
        ScrollPane scroll = new ScrollPane(table);
        scroll.getStyleClass().add("compare-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        Pace pace = new Pace(this::show);
        model.changesProperty().subscribe(_ -> pace.ask());
    }

    private void show() {
        List<Run> shown = model.shown();
        if (!isVisible() || shown.isEmpty()) {
            return;
        }
        Differences now = model.differences();
        about.setText(now.areAlike() && shown.size() > 1 ? "All settings are the same."
                : shown.size() == 1 ? "One run alone: show another to compare." : "Only what differs, by its place in an experiment file.");
        List<Node> cells = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            add(cells, i + 1, 0, head(shown.get(i)));
        }
        int line = 1;
        for (Differences.Row row : now.figures()) {
            row(cells, line++, row, "compare-figure");
        }
        for (Differences.Row row : now.settings()) {
            row(cells, line++, row, "compare-setting");
        }
        table.getChildren().setAll(cells);
    }

    private Node head(Run run) {
        SVGPath mark = new SVGPath();
        mark.setContent(RaceMark.path(model.look(run), RADIUS));
        mark.getStyleClass().setAll("mark-" + RaceMark.token(model.look(run)));
        Label name = new Label(run.nameProperty().get(), new StackPane(mark));
        name.getStyleClass().add("compare-run");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(run.nameProperty().get()));
        return name;
    }

    private static void row(List<Node> cells, int line, Differences.Row row, String style) {
        Label name = new Label(row.name());
        name.getStyleClass().addAll("compare-name", style);
        add(cells, 0, line, name);
        for (int i = 0; i < row.values().size(); i++) {
            Label value = new Label(row.values().get(i));
            value.getStyleClass().addAll("compare-value", style);
            value.setTooltip(new Tooltip(row.values().get(i)));
            add(cells, i + 1, line, value);
        }
    }

    private static void add(List<Node> cells, int column, int line, Node node) {
        GridPane.setConstraints(node, column, line);
        cells.add(node);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.differences().text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
