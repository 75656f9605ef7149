package tadpole.app.pane.kernels;

import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.engine.convolution.MultiplyAdds;
import tadpole.engine.convolution.WayTime;
import tadpole.resources.Resources;

/** The drawer's section "For this input": how many multiply-adds, and how long each way takes. */
public final class TimesCard extends VBox {

    private final TimesModel model;
    private final GridPane table = new GridPane();
    private final Label note = new Label();
    private final Button measure = new Button();

    public TimesCard(KernelsModel kernels) {
        this(new TimesModel(kernels));
    }

    TimesCard(TimesModel model) {
        this.model = model;
        setId("kernels-times");
        getStyleClass().addAll("form", "times-card");
        getStylesheets().add(Resources.url("css/pane-kernels-times.css").toExternalForm());
        Label title = new Label("For this input");
        title.getStyleClass().add("section-title");
        table.getStyleClass().add("times-table");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().setAll(wide, new ColumnConstraints());
        note.setId("kernels-times-note");
        note.getStyleClass().addAll("muted", "times-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.managedProperty().bind(note.visibleProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        measure.setId("kernels-times-measure");
        measure.setOnAction(_ -> model.measureOrStop());
        measure.disableProperty().bind(model.productsProperty().map(Optional::isEmpty));
        getChildren().setAll(title, table, note, measure);
        model.times().addListener((ListChangeListener<WayTime>) _ -> show());
        model.productsProperty().subscribe(this::show);
        model.staleProperty().subscribe(this::show);
        model.runningProperty().subscribe(this::show);
    }

    private void show() {
        measure.setText(model.runningProperty().get() ? "Stop measuring" : model.times().isEmpty() ? "Measure" : "Measure again");
        table.getChildren().clear();
        model.productsProperty().get().ifPresent(this::products);
        for (WayTime time : model.times()) {
            add(time);
        }
        note.setText(note());
    }

    private void products(MultiplyAdds products) {
        Label count = figure(Digits.count(products.count()));
        count.setId("kernels-times-products");
        Tooltip formula = new Tooltip("out · height · width · in / groups · kernel height · kernel width\n" + products.written());
        count.setTooltip(formula);
        Label name = name("Multiply-adds");
        name.setTooltip(formula);
        table.addRow(0, name, count);
    }

    private void add(WayTime time) {
        boolean measured = time.isMeasured();
        Label name = name(time.threads() == 1 ? time.label() + ", 1 thread" : time.label());
        Label value = measured ? figure(Digits.shortest(time.median()) + " ms") : name(time.lack());
        value.getStyleClass().add(measured ? "times-figure" : "times-lack");
        if (model.staleProperty().get()) {
            value.getStyleClass().add("times-stale");
        }
        if (measured) {
            Tooltip told = new Tooltip(("Median of %s rounds, the fastest %s ms; on %s.\nWarmed up before, until for half a second no round was 5 %% faster than the best"
                    + " before it.\n%s products; largest difference to the engine's output %s of its largest number.").formatted(
                    Digits.count(time.rounds()), Digits.shortest(time.least()), time.threads() == 1 ? "1 thread" : time.threads() + " threads",
                    Digits.count(time.products()), Digits.two(time.apart())));
            name.setTooltip(told);
            value.setTooltip(told);
        }
        value.setId("kernels-times-" + time.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
        table.addRow(table.getRowCount(), name, value);
    }

    private String note() {
        if (model.times().isEmpty()) {
            return model.runningProperty().get() ? "Warming up and measuring, a second or more each…" : "";
        }
        if (model.staleProperty().get()) {
            return "Of another setting or picture size: measure again.";
        }
        int threads = model.times().stream().mapToInt(WayTime::threads).max().orElse(1);
        return threads > 1 ? "Medians, after a warm-up of each. Loops on 1 thread and without vectors, all others on %d threads.".formatted(threads)
                : "Medians, after a warm-up of each, on 1 thread. Loops without vectors.";
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("field-label", "times-name");
        return label;
    }

    private static Label figure(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("mono", "times-number");
        return label;
    }
}
