package tadpole.app.pane.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Mean and deviation of each channel over the training images, 0..255. */
final class StatisticsCard extends GridPane {

    private static final int DECIMALS = 4;
    private static final int ALL_DECIMALS = 6;

    private final DataPaneModel model;
    private final Tooltip digits = new Tooltip();

    StatisticsCard(DataPaneModel model) {
        this.model = model;
        setId("statistics");
        getStyleClass().addAll("hint", "statistics");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(name, number, number);
        setMinHeight(USE_PREF_SIZE);
        Tooltip.install(this, digits);
        model.picked().measuredProperty().subscribe(this::show);
    }

    private void show(Optional<Measured> measured) {
        getChildren().clear();
        int images = model.datasetProperty().get().map(open -> open.train().size()).orElse(0);
        add(muted(Words.count(images) + (images == 1 ? " training image" : " training images")), 0, 0, 3, 1);
        List<ChannelLine> lines = measured.map(each -> ChannelLine.of(each, DECIMALS)).orElse(List.of());
        if (!lines.isEmpty()) {
            addRow(1, new Label(), muted("mean"), muted("deviation"));
        }
        for (ChannelLine line : lines) {
            addRow(getRowCount(), new Label(line.name()), number(line.mean()), number(line.deviation()));
        }
        if (lines.isEmpty()) {
            addRow(1, muted("measuring ..."));
        }
        digits.setText(measured.map(StatisticsCard::allDigits).orElse("Mean and deviation of each channel, 0..255."));
    }

    private static String allDigits(Measured measured) {
        return "Over all pixels of the training images, deviation with n - 1.\n\n0..255\n%s\n\n0..1\n%s"
                .formatted(lines(measured), lines(measured.dividedBy255()));
    }

    private static String lines(Measured measured) {
        return ChannelLine.of(measured, ALL_DECIMALS).stream()
                .map(line -> "%s: mean %s, deviation %s".formatted(line.name(), line.mean(), line.deviation()))
                .collect(Collectors.joining("\n"));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("mono", "statistic");
        return label;
    }
}
