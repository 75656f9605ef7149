package tadpole.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;

/** The values of a chart's lines at one place. */
final class ReadingCard extends VBox {

    private static final PseudoClass NEAREST = PseudoClass.getPseudoClass("nearest");
    private static final int MOST = 16;
    private static final String HINT = "Ctrl+C copies all digits";

    private final Label title = new Label();
    private final GridPane table = new GridPane();
    private final Label hint = new Label(HINT);

    ReadingCard() {
        getStyleClass().add("chart-reading");
        title.getStyleClass().add("chart-reading-place");
        table.getStyleClass().add("chart-reading-table");
        hint.getStyleClass().add("chart-reading-hint");
        getChildren().setAll(title, table, hint);
    }

    Label title() {
        return title;
    }

    void sayCopied() {
        hint.setText("Copied.");
    }

    void show(String place, List<Reading> all, Reading main, IntFunction<Color> colors) {
        title.setText(place);
        hint.setText(HINT);
        List<Node> cells = new ArrayList<>();
        int line = 0;
        int left = 0;
        for (Reading reading : all) {
            for (int i = 0; i < reading.rows().size(); i++) {
                if (line < MOST) {
                    add(cells, line++, reading, reading.rows().get(i), reading == main && i == reading.nearest(), colors);
                } else {
                    left++;
                }
            }
        }
        if (left > 0) {
            Label more = new Label("and %d more".formatted(left));
            more.getStyleClass().add("chart-reading-name");
            GridPane.setConstraints(more, 2, line);
            cells.add(more);
        }
        table.getChildren().setAll(cells);
    }

    private static void add(List<Node> cells, int line, Reading reading, Reading.Row row, boolean nearest, IntFunction<Color> colors) {
        Line swatch = new Line(0, 0, 14, 0);
        swatch.setStrokeWidth(3);
        swatch.setStroke(colors.apply(row.trace().look()));
        Label value = new Label(reading.text(row));
        value.getStyleClass().add("chart-reading-value");
        Label name = new Label(row.elsewhere().isEmpty() ? row.trace().name() : "%s (%s)".formatted(row.trace().name(), row.elsewhere()));
        name.getStyleClass().add("chart-reading-name");
        for (Label each : List.of(value, name)) {
            each.pseudoClassStateChanged(NEAREST, nearest);
        }
        GridPane.setConstraints(swatch, 0, line);
        GridPane.setConstraints(value, 1, line);
        GridPane.setConstraints(name, 2, line);
        cells.addAll(List.of(swatch, value, name));
    }
}
