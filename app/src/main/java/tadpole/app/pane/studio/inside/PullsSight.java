package tadpole.app.pane.studio.inside;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import tadpole.app.chart.AreasPicture;
import tadpole.app.chart.ChartView;
import tadpole.app.shell.Desk;

/** The losses' shares over the iterations; a click on one leaves it out, or takes it in again. */
final class PullsSight implements Sight {

    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted-pull");
    private static final double SWATCH = 12;

    private final PullsModel model;
    private final Desk desk;
    private final ChartView chart;
    private final VBox rows = new VBox();
    private final StackPane all = new StackPane();
    private final VBox full = new VBox();
    private final VBox side = new VBox();

    PullsSight(PullsModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.chart = new ChartView(model::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        chart.setId("inside-pulls-chart");
        chart.setOnMouseMoved(event -> model.litProperty().set(at(event.getX(), event.getY())));
        chart.setOnMouseExited(_ -> model.litProperty().set(-1));
        chart.setOnMouseClicked(event -> model.muteOrHear(at(event.getX(), event.getY())));
        VBox.setVgrow(chart, Priority.ALWAYS);
        full.getStyleClass().addAll("card", "inside-card");
        full.getChildren().setAll(chart);
        Label title = new Label("Share of the pull now");
        title.getStyleClass().add("section-title");
        rows.getStyleClass().add("inside-pulls");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "inside-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        side.getStyleClass().add("inside-side");
        side.getChildren().setAll(title, scroll);
        side.visibleProperty().bind(full.visibleProperty());
        Label empty = new Label("Nothing has pulled yet. Start a run in the room Harmonize: while it goes on, its losses stand here.");
        empty.setId("inside-pulls-empty");
        empty.setWrapText(true);
        empty.getStyleClass().addAll("placeholder-text", "inside-words");
        all.getChildren().setAll(full, empty);
        empty.visibleProperty().bind(full.visibleProperty().not());
        model.history().momentsProperty().subscribe(_ -> draw());
        model.history().mutedProperty().subscribe(_ -> draw());
        model.litProperty().subscribe(_ -> chart.refresh());
        all.sceneProperty().subscribe(_ -> draw());
    }

    private int at(double x, double y) {
        return model.picture().at(x / chart.zoom(), y / chart.zoom(), chart.getWidth() / chart.zoom(), chart.getHeight() / chart.zoom()).orElse(-1);
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public Optional<Node> side() {
        return Optional.of(side);
    }

    private void draw() {
        if (all.getScene() == null) {
            return;
        }
        List<PullsModel.Row> now = model.rows();
        full.setVisible(!now.isEmpty());
        chart.refresh();
        while (rows.getChildren().size() > now.size()) {
            rows.getChildren().removeLast();
        }
        while (rows.getChildren().size() < now.size()) {
            rows.getChildren().add(row(rows.getChildren().size()));
        }
        // The list reads as the areas lie: the uppermost first.
        for (int i = 0; i < now.size(); i++) {
            fill((Button) rows.getChildren().get(i), now.get(now.size() - 1 - i));
        }
    }

    private Button row(int place) {
        Button button = new Button();
        button.setId("inside-pull-" + place);
        button.getStyleClass().addAll("plain-button", "inside-pull");
        button.setMaxWidth(Double.MAX_VALUE);
        Label name = new Label();
        Label share = new Label();
        share.getStyleClass().add("mono");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(new Rectangle(SWATCH, SWATCH), name, gap, share);
        line.getStyleClass().add("inside-pull-line");
        button.setGraphic(line);
        button.setTooltip(new Tooltip());
        button.setOnAction(_ -> model.muteOrHear(model.rows().size() - 1 - place));
        button.hoverProperty().subscribe(on -> model.litProperty().set(on ? model.rows().size() - 1 - place : -1));
        return button;
    }

    private void fill(Button button, PullsModel.Row row) {
        HBox line = (HBox) button.getGraphic();
        java.awt.Color color = AreasPicture.color(row.look(), row.shade(), desk.theme().chartColors());
        ((Rectangle) line.getChildren().getFirst()).setFill(Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
        ((Label) line.getChildren().get(1)).setText(row.words());
        ((Label) line.getChildren().getLast()).setText(row.muted() ? "muted" : percent(row));
        button.getTooltip().setText(row.muted() ? "Left out from the next iteration on. Click to take it in again."
                : "%s of the pull on the pixels. Click to leave it out.".formatted(percent(row)));
        button.setAccessibleText(row.words() + (row.muted() ? ", muted" : ""));
        button.pseudoClassStateChanged(MUTED, row.muted());
    }

    private static String percent(PullsModel.Row row) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * row.share());
    }

    @Override
    public void repaint() {
        chart.setColors(desk.theme().chartColors());
        draw();
    }
}
