package tadpole.app.pane.studio.style;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.XyPicture;
import tadpole.app.pane.studio.PullColors;
import tadpole.app.pane.studio.PullHistory;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.pull.PullName;

/** Which kinds of loss pull on the picture now and how much, and over the iterations. */
final class StylePulls extends VBox {

    private static final double FIRST = 40;
    private static final double WIDTH = 1.8;
    private static final double MOST = 1.5;

    private final PullHistory history;
    private final Map<PullName.Kind, Label> percents = new EnumMap<>(PullName.Kind.class);
    private final Map<PullName.Kind, HBox> rows = new EnumMap<>(PullName.Kind.class);
    private final ToggleButton losses = new ToggleButton("Losses");

    /** @param background where the curves are drawn */
    StylePulls(PullHistory history, Desk desk, Executor background) {
        this.history = history;
        setId("style-pulls");
        getStyleClass().add("style-section");
        Label title = new Label("What pulls on the picture now");
        title.getStyleClass().add("section-title");
        getChildren().add(title);
        for (PullName.Kind kind : PullName.Kind.values()) {
            HBox row = row(kind);
            rows.put(kind, row);
            getChildren().add(row);
        }
        ChartView chart = new ChartView(this::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        chart.setId("style-pull-chart");
        chart.getStyleClass().add("style-pull-chart");
        losses.setId("style-pull-losses");
        losses.setTooltip(new Tooltip("Each kind's loss, in parts of what it was when its size began, instead of its share"));
        losses.selectedProperty().subscribe(_ -> chart.refresh());
        Label over = new Label("Over the iterations");
        over.getStyleClass().add("muted");
        getChildren().addAll(new HBox(over, space(), losses), chart);
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        history.momentsProperty().subscribe(now -> {
            show(now.isEmpty() ? Map.of() : now.getLast().sharesByKind());
            chart.refresh();
        });
        visibleProperty().bind(history.momentsProperty().map(now -> !now.isEmpty()));
        managedProperty().bind(visibleProperty());
    }

    private HBox row(PullName.Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        Region swatch = new Region();
        swatch.getStyleClass().addAll("style-swatch", "style-pull-" + name);
        Label percent = new Label();
        percent.setId("style-pull-" + name);
        percent.getStyleClass().add("mono");
        percents.put(kind, percent);
        HBox row = new HBox(swatch, new Label(name), space(), percent);
        row.getStyleClass().add("style-pull-row");
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void show(Map<PullName.Kind, Double> shares) {
        rows.forEach((kind, row) -> {
            row.setVisible(shares.containsKey(kind));
            percents.get(kind).setText(String.format(Locale.ROOT, "%.0f %%", 100 * shares.getOrDefault(kind, 0.0)));
        });
    }

    private XyPicture picture() {
        List<PullHistory.Moment> moments = history.momentsProperty().get();
        double[] x = moments.stream().mapToDouble(PullHistory.Moment::number).toArray();
        double top = 0.1;
        List<XyPicture.Item> items = new ArrayList<>();
        for (PullName.Kind kind : PullName.Kind.values()) {
            double[] y = moments.stream().mapToDouble(each -> (losses.isSelected() ? each.lossesByKind() : each.sharesByKind()).getOrDefault(kind, Double.NaN)).toArray();
            for (double value : y) {
                top = Double.isNaN(value) ? top : Math.max(top, Math.min(MOST, value));
            }
            items.add(new XyPicture.Line(x, y, PullColors.look(kind), WIDTH));
        }
        return new XyPicture("", "", new XyPicture.Axes(1, Math.max(FIRST, x.length == 0 ? 0 : x[x.length - 1]), -0.02, 1.05 * top, false, true, "iteration"), items);
    }
}
