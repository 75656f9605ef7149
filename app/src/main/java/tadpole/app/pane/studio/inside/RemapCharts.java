package tadpole.app.pane.studio.inside;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.chart.XyPicture;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.insight.Remapped;

/** Three histograms over each other, and the curve from value to value. */
final class RemapCharts extends HBox {

    /** Bins that are drawn: every four of the histogram's own. */
    private static final int JOINED = 4;
    private static final double LEAST_SHARE = 1e-4;
    private static final int POINTS = 240;
    private static final int BEFORE = 0;
    private static final int WANTED = 1;
    private static final int AFTER = 2;

    private final Desk desk;
    private final ChartView histogram;
    private final ChartView curve;
    private Optional<Remapped> shown = Optional.empty();
    private String across = "value";

    RemapCharts(Desk desk, Executor background, String id) {
        this.desk = desk;
        histogram = new ChartView(this::histogram, desk.theme().chartColors(), background, desk.jobs().ui());
        curve = new ChartView(this::curve, desk.theme().chartColors(), background, desk.jobs().ui());
        histogram.setId(id + "-chart");
        curve.setId(id + "-curve");
        getStyleClass().add("inside-row");
        VBox shares = card(histogram);
        shares.getChildren().addFirst(key());
        getChildren().setAll(shares, card(curve));
        setMinSize(0, 0);
    }

    private static HBox key() {
        HBox key = new HBox();
        key.getStyleClass().add("inside-key");
        for (String each : List.of("before", "after", "wanted")) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("inside-swatch", "inside-" + each);
            Label name = new Label(each, swatch);
            name.getStyleClass().addAll("muted", "small");
            name.setMinWidth(Region.USE_PREF_SIZE);
            key.getChildren().add(name);
        }
        return key;
    }

    private static VBox card(ChartView chart) {
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox card = new VBox(chart);
        card.getStyleClass().addAll("card", "inside-chart-card");
        card.setMinSize(0, 0);
        card.setPrefWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    void show(Remapped remapped, String name) {
        shown = Optional.of(remapped);
        across = name;
        histogram.refresh();
        curve.refresh();
    }

    void repaint() {
        histogram.setColors(desk.theme().chartColors());
        curve.setColors(desk.theme().chartColors());
    }

    /** How many there are and from where to where they go. */
    static String words(Remapped of, String what) {
        if (of.before().length == 0 || of.wanted().length == 0) {
            return "nothing is under the mask here";
        }
        return "%s %s%nbefore %s%nafter  %s".formatted(Digits.count(of.before().length), what, span(of.before()), span(of.after()));
    }

    private static String span(float[] sorted) {
        return "%s to %s".formatted(Digits.shortest(sorted[0]), Digits.shortest(sorted[sorted.length - 1]));
    }

    private XyPicture histogram() {
        if (shown.isEmpty()) {
            return new XyPicture("", "", new XyPicture.Axes(0, 1, 0, 1, false, false, ""), List.of());
        }
        Remapped now = shown.get();
        double[] wanted = joined(now.shares(now.wanted()));
        double[] before = joined(now.shares(now.before()));
        double[] after = joined(now.shares(now.after()));
        double[] x = new double[wanted.length];
        double low = now.least();
        double high = now.greatest() > low ? now.greatest() : low + 1;
        for (int i = 0; i < x.length; i++) {
            x[i] = low + (high - low) * (i + 0.5) / x.length;
        }
        return new XyPicture("Share of the values", "", new XyPicture.Axes(low, high, LEAST_SHARE, 1, true, false, across),
                List.of(new XyPicture.Line(x, before, BEFORE, 2), new XyPicture.Line(x, after, AFTER, 2.4), new XyPicture.Line(x, wanted, WANTED, 1.8f, 5, 4)));
    }

    private static double[] joined(double[] shares) {
        double[] joined = new double[shares.length / JOINED];
        for (int i = 0; i < shares.length; i++) {
            joined[i / JOINED] += shares[i];
        }
        for (int i = 0; i < joined.length; i++) {
            joined[i] = joined[i] > 0 ? Math.max(joined[i], LEAST_SHARE) : LEAST_SHARE;
        }
        return joined;
    }

    private XyPicture curve() {
        if (shown.isEmpty() || shown.get().before().length == 0) {
            return new XyPicture("", "", new XyPicture.Axes(0, 1, 0, 1, false, false, ""), List.of());
        }
        Remapped now = shown.get();
        int count = Math.min(POINTS, now.before().length);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            int rank = count == 1 ? 0 : (int) ((long) i * (now.before().length - 1) / (count - 1));
            x[i] = now.before()[rank];
            y[i] = now.after()[rank];
        }
        double low = now.least();
        double high = now.greatest() > low ? now.greatest() : low + 1;
        return new XyPicture("Value after", "dotted: unchanged", new XyPicture.Axes(low, high, low, high, false, false, "value before"), List.of(
                new XyPicture.Line(new double[] {low, high}, new double[] {low, high}, -1, 1, 2, 3), new XyPicture.Line(x, y, AFTER, 2.4)));
    }
}
