package tadpole.app.pane.train.runs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Along;
import tadpole.app.chart.ChartExplorer;
import tadpole.app.chart.Metric;
import tadpole.app.chart.Zoom;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Run;

/** The chart of all runs that are shown, what is on its axes, and what stands in the way of comparing them. */
final class RunsCard extends VBox {

    private final RunsModel model;
    private final ChartExplorer chart;
    private final HBox caution = new HBox();
    private final Label words = new Label();

    RunsCard(RunsModel model, Lab lab, Runnable export) {
        this.model = model;
        this.chart = new ChartExplorer(model::picture, lab.desk().theme().chartColors(), lab.background(), lab.desk().jobs().ui());
        setId("runs-card");
        getStyleClass().addAll("card", "runs-card");
        chart.setId("runs-chart");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().setAll(bar(export), caution(), new StackPane(chart, empty(lab)));
        VBox.setVgrow(getChildren().getLast(), Priority.ALWAYS);
        lab.desk().theme().kindProperty().subscribe(_ -> chart.setColors(lab.desk().theme().chartColors()));
        model.metricProperty().addListener(_ -> chart.setZoom(new Zoom(chart.zoomProperty().get().across(), Map.of(),
                chart.zoomProperty().get().logAcross(), chart.zoomProperty().get().logUp())));
        model.alongProperty().addListener(_ -> chart.setZoom(chart.zoomProperty().get().everything()));
        model.changesProperty().subscribe(_ -> show());
    }

    ChartExplorer chart() {
        return chart;
    }

    private void show() {
        chart.refresh();
        words.setText(model.caution().orElse(""));
        caution.setVisible(model.caution().isPresent());
    }

    private Node bar(Runnable export) {
        CheckBox each = new CheckBox("each seed");
        each.setId("runs-each-seed");
        each.setTooltip(new Tooltip("Also draws the line of every seed, thin, within the band from the least to the greatest."));
        each.selectedProperty().bindBidirectional(model.eachSeedProperty());
        model.changesProperty().subscribe(_ -> each.setVisible(model.hasBands()));
        Label over = new Label("over");
        over.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button save = RunRow.button("runs-export", "Export", "Saves the chart as PNG or SVG, or the numbers of all shown runs as CSV (Ctrl+E).", export);
        HBox bar = new HBox(choice("metric", List.of(Metric.values()), this::label, model.metricProperty()), over,
                choice("along", List.of(Along.values()), along -> new ReadOnlyStringWrapper(along == Along.SECONDS ? "seconds" : along.label()), model.alongProperty()), each, space, save);
        bar.getStyleClass().add("runs-bar");
        return bar;
    }

    private ObservableValue<String> label(Metric metric) {
        return model.changesProperty().map(_ -> metric.label(Metric.heldOut(model.shown().stream().map(Run::curves).toList())));
    }

    private static <T extends Enum<T>> Node choice(String name, List<T> all, Function<T, ObservableValue<String>> label, ObjectProperty<T> chosen) {
        HBox row = new HBox();
        row.getStyleClass().add("runs-choice");
        ToggleGroup group = new ToggleGroup();
        for (T each : all) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(label.apply(each));
            button.setId("runs-%s-%s".formatted(name, each.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            // A second click must not leave nothing chosen.
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.set(each);
            });
            chosen.subscribe(now -> button.setSelected(now == each));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node caution() {
        Hyperlink accuracy = new Hyperlink("Compare accuracy");
        accuracy.setId("runs-compare-accuracy");
        accuracy.getStyleClass().add("link");
        accuracy.setMinWidth(Region.USE_PREF_SIZE);
        accuracy.setOnAction(_ -> model.metricProperty().set(model.metricProperty().get().isHeldOut() ? Metric.HELD_OUT_ACCURACY : Metric.ACCURACY));
        words.setId("runs-caution");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.SOMETIMES);
        caution.getStyleClass().addAll("hint", "runs-caution");
        caution.getChildren().setAll(words, accuracy);
        caution.managedProperty().bind(caution.visibleProperty());
        return caution;
    }

    private Node empty(Lab lab) {
        Label sentence = new Label("All runs of this session lie here over each other: train once, change something, train again.");
        sentence.getStyleClass().add("placeholder-text");
        sentence.setWrapText(true);
        Button start = new Button("Train now");
        start.setId("runs-start");
        start.disableProperty().bind(lab.model().startable().not());
        start.setOnAction(_ -> lab.model().startOrPause());
        VBox empty = new VBox(sentence, start);
        empty.getStyleClass().add("chart-empty");
        model.changesProperty().subscribe(_ -> {
            boolean nothing = model.runs().isEmpty();
            empty.setVisible(nothing);
            chart.setVisible(!nothing);
        });
        return empty;
    }
}
