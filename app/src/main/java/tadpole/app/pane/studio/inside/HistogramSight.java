package tadpole.app.pane.studio.inside;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.insight.Histograms;
import tadpole.engine.picture.insight.Insight;
import tadpole.engine.picture.insight.Remapped;

/** One map's values before they are remapped, after, and the painting's; and the curve that does it. */
final class HistogramSight implements Sight {

    private final VBox all = new VBox();
    private final VBox side = new VBox();
    private final RemapCharts charts;
    private final Slider channel = new Slider(1, 1, 1);
    private final Label title = new Label();
    private final Label facts = new Label();
    private Optional<Histograms> shown = Optional.empty();

    HistogramSight(Desk desk, Executor background) {
        charts = new RemapCharts(desk, background, "inside-histogram");
        VBox.setVgrow(charts, Priority.ALWAYS);
        channel.setId("inside-channel");
        channel.setBlockIncrement(1);
        channel.setMinWidth(120);
        title.setId("inside-histogram-title");
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        facts.setId("inside-histogram-facts");
        facts.getStyleClass().addAll("mono", "muted", "small");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        side.getStyleClass().add("inside-side");
        side.getChildren().setAll(title, channel, facts);
        all.getStyleClass().add("inside-column");
        all.getChildren().setAll(charts);
        channel.valueProperty().addListener((_, before, now) -> {
            if (Math.round(before.doubleValue()) != Math.round(now.doubleValue())) {
                draw();
            }
        });
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public Optional<Node> side() {
        return Optional.of(side);
    }

    @Override
    public void show(Insight insight) {
        if (insight instanceof Histograms histograms) {
            shown = Optional.of(histograms);
            channel.setMax(histograms.channels());
            draw();
        }
    }

    private void draw() {
        shown.ifPresent(now -> {
            int at = (int) Math.round(channel.getValue()) - 1;
            Remapped remapped = now.channel(Math.min(at, now.channels() - 1));
            title.setText("%s · map %d of %d".formatted(now.question().layer(), at + 1, now.channels()));
            facts.setText(RemapCharts.words(remapped, "places"));
            charts.show(remapped, "value of map %d".formatted(at + 1));
        });
    }

    @Override
    public void repaint() {
        charts.repaint();
    }
}
