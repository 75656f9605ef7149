package tadpole.app.pane.train.inside;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartExplorer;
import tadpole.app.chart.Explorable;
import tadpole.app.chart.Zoom;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.Sight;
import tadpole.app.shell.Desk;

/** What was measured over the steps: how large updates are against the weights, how numbers are spread, rate and momentum. */
final class VitalsCard extends VBox {

    private static final double HIGH = 300;

    /** What is drawn. */
    enum View { RATIO, HISTOGRAMS, RATE }

    private final ToggleGroup group = new ToggleGroup();
    private final ComboBox<VitalCharts.Spread> spread = new ComboBox<>();
    private final ChartExplorer chart;
    private final Label hint = new Label("Measured while the network learns.");
    private Optional<Run> run = Optional.empty();
    private Optional<Sight> sight = Optional.empty();
    private String layer = "";

    VitalsCard(Desk desk, Executor background) {
        this.chart = new ChartExplorer(this::draw, desk.theme().chartColors(), background, desk.jobs().ui());
        setId("inside-vitals");
        getStyleClass().addAll("card", "inside-vitals");
        chart.setId("inside-vitals-chart");
        spread.getItems().setAll(VitalCharts.Spread.values());
        spread.setValue(VitalCharts.Spread.WEIGHTS);
        spread.setId("inside-spread");
        spread.valueProperty().addListener(_ -> chart.refresh());
        hint.getStyleClass().add("placeholder-text");
        HBox views = views();
        StackPane center = new StackPane(chart, hint, views, spread);
        StackPane.setAlignment(views, Pos.BOTTOM_LEFT);
        StackPane.setAlignment(spread, Pos.TOP_RIGHT);
        VBox.setVgrow(center, Priority.ALWAYS);
        getChildren().setAll(center);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true);
                return;
            }
            show();
        });
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        show();
    }

    private HBox views() {
        ToggleButton ratio = toggle("Updates", View.RATIO, "How large each step is against what it changes: L2 norm of the update over that of the weights, log10."
                + " Between -3.5 and -2.5 is calm; above, the rate is large for these weights, below, they hardly move.");
        ratio.setSelected(true);
        HBox views = new HBox(ratio, toggle("Histograms", View.HISTOGRAMS, "How the numbers of the layer shown above are spread, over the steps."
                + " Each column has 48 bins over its own range; the stronger the color, the more numbers lie there."),
                toggle("Rate", View.RATE, "Loss, learning rate and momentum that each step used."));
        views.getStyleClass().addAll("chart-switches", "inside-views");
        views.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return views;
    }

    private ToggleButton toggle(String text, View view, String tip) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.setUserData(view);
        button.setId("inside-view-" + text.toLowerCase(Locale.ROOT));
        Tooltip words = new Tooltip(tip);
        words.setWrapText(true);
        words.setMaxWidth(320);
        button.setTooltip(words);
        return button;
    }

    private View view() {
        return (View) group.getSelectedToggle().getUserData();
    }

    private void show() {
        spread.setVisible(view() == View.HISTOGRAMS);
        chart.offerLog(false, false);
        chart.setZoom(Zoom.EVERYTHING);
        chart.refresh();
    }

    private Explorable draw(Zoom zoom) {
        return switch (view()) {
            case RATIO -> VitalCharts.ratio(run, sight, layer, zoom);
            case HISTOGRAMS -> VitalCharts.histograms(run, sight, layer, spread.getValue(), zoom);
            case RATE -> VitalCharts.rate(run, sight, chart.getHeight() >= HIGH, zoom);
        };
    }

    /** Another moment, or more was measured. @param chosen the layer that is looked at */
    void look(Optional<Sight> at, String chosen) {
        sight = at;
        run = at.map(Sight::run);
        layer = chosen;
        boolean measured = run.filter(now -> !VitalsOfRun.all(now).isEmpty()).isPresent();
        hint.setVisible(!measured);
        chart.refresh();
    }

    boolean isUpToDate() {
        return chart.isUpToDate();
    }
}
