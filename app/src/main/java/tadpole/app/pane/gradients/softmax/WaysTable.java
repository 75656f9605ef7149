package tadpole.app.pane.gradients.softmax;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.Digits;
import tadpole.engine.inspect.LogSoftmaxCell;
import tadpole.engine.inspect.LogSoftmaxCell.Verdict;
import tadpole.engine.inspect.LogSoftmaxWay.Precision;
import tadpole.engine.inspect.SoftmaxNumbers;

/** ln p of the right class three ways, in float and in double; what fails is marked and explained. */
final class WaysTable extends VBox {

    private static final double TIP_WIDTH = 360;

    private final Label title = Parts.title("");
    private final GridPane grid = new GridPane();
    private final Label why = Parts.words("ways-why");

    WaysTable() {
        getStyleClass().addAll("card", "soft-card");
        setId("ways");
        setMinHeight(USE_PREF_SIZE);
        grid.getStyleClass().add("ways-grid");
        why.getStyleClass().add("soft-said");
        getChildren().setAll(title, grid, why);
    }

    void show(SoftmaxNumbers numbers) {
        title.setText("ln p of class %d, three ways".formatted(numbers.right()));
        List<LogSoftmaxCell> cells = numbers.ways(numbers.right());
        grid.getChildren().clear();
        grid.addRow(0, Parts.muted("the same in mathematics"), Parts.muted(Precision.FLOAT.label()), Parts.muted(Precision.DOUBLE.label()));
        for (int i = 0; i < cells.size(); i += 2) {
            grid.addRow(1 + i / 2, Parts.mono(cells.get(i).way().formula()), cell(cells.get(i)), cell(cells.get(i + 1)));
        }
        why.setText(cells.stream().filter(each -> each.verdict() == Verdict.FAILS).findFirst()
                .or(() -> cells.stream().filter(each -> each.verdict() == Verdict.INEXACT).findFirst())
                .map(each -> "%s, %s: %s".formatted(each.way().formula(), each.precision().label(), each.sentence()))
                .orElse("All three agree. With logits of 1000 only the last one still does."));
    }

    private static Label cell(LogSoftmaxCell cell) {
        String word = switch (cell.verdict()) {
            case RIGHT -> "";
            case INEXACT -> "  inexact";
            case FAILS -> "  fails";
        };
        Label label = Parts.mono(Digits.shortest(cell.value()) + word);
        label.setId("way-%s-%s".formatted(cell.way().ordinal(), cell.precision().label()));
        label.getStyleClass().add(switch (cell.verdict()) {
            case RIGHT -> "right-mark";
            case INEXACT -> "caution-mark";
            case FAILS -> "wrong-mark";
        });
        label.setGraphic(new FontIcon(switch (cell.verdict()) {
            case RIGHT -> Material2OutlinedAL.CHECK;
            case INEXACT -> Material2OutlinedMZ.WARNING;
            case FAILS -> Material2OutlinedAL.CLOSE;
        }));
        Tooltip tip = new Tooltip("%s. %s".formatted(cell.value(), cell.sentence()).strip());
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        label.setTooltip(tip);
        return label;
    }
}
