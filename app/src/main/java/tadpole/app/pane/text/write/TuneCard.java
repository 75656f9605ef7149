package tadpole.app.pane.text.write;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.chart.Viridis;
import tadpole.engine.language.CacheGrid;

/** The map of a tuning: perplexity for each θ and λ; a click takes the pair. */
final class TuneCard extends VBox {

    private final WriteModel model;
    private final Label line = new Label();
    private final GridPane cells = new GridPane();
    private Button[][] buttons = {};

    TuneCard(WriteModel model) {
        this.model = model;
        setId("tune-map");
        getStyleClass().addAll("card", "tune-card");
        Label title = new Label("Perplexity for θ and λ");
        title.getStyleClass().add("section-title");
        line.setId("tune-line");
        line.getStyleClass().add("muted");
        Button close = new Button("Close", new FontIcon(Material2OutlinedAL.CLOSE));
        close.setId("tune-close");
        close.getStyleClass().addAll("icon-button", "small-button");
        close.setTooltip(new Tooltip("Back to the text"));
        close.setOnAction(_ -> model.tune().shownProperty().set(false));
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title, line, close);
        head.getStyleClass().add("write-card-head");
        cells.getStyleClass().add("tune-cells");
        VBox.setVgrow(cells, Priority.ALWAYS);
        getChildren().setAll(head, cells);
        visibleProperty().bind(model.tune().shownProperty());
        model.tune().gridProperty().subscribe(this::show);
        model.text().cacheProperty().subscribe(_ -> model.tune().gridProperty().get().filter(_ -> buttons.length > 0).ifPresent(grid -> {
            label(grid);
            mark(grid);
        }));
    }

    private void show(Optional<CacheGrid> now) {
        if (now.isEmpty()) {
            cells.getChildren().clear();
            buttons = new Button[0][];
            line.setText("Reading " + model.tune().on() + "...");
            return;
        }
        CacheGrid grid = now.get();
        if (buttons.length != grid.axes().thetas().length || buttons[0].length != grid.axes().lambdas().length) {
            build(grid);
        }
        label(grid);
        fill(grid);
    }

    private void label(CacheGrid grid) {
        CacheGrid.Best best = grid.best();
        String refined = model.tune().refined().map(each -> ", refined to θ %s λ %s".formatted(number(each.theta()), number(each.lambda()))).orElse("");
        line.setText("on %s, %s tokens · without a cache %s · best %s at θ %s λ %s%s".formatted(model.tune().on(), Pace.count(grid.tokens()), PerplexityCard.number(Math.exp(grid.plain())),
                PerplexityCard.number(best.perplexity()), number(best.theta()), number(best.lambda()), refined));
    }

    private void build(CacheGrid grid) {
        cells.getChildren().clear();
        cells.getColumnConstraints().clear();
        int across = grid.axes().lambdas().length;
        for (int column = 0; column <= across; column++) {
            ColumnConstraints wide = new ColumnConstraints();
            wide.setHgrow(column == 0 ? Priority.NEVER : Priority.ALWAYS);
            wide.setHalignment(column == 0 ? HPos.RIGHT : HPos.CENTER);
            cells.getColumnConstraints().add(wide);
        }
        cells.add(axis("θ ↓  λ →"), 0, 0);
        buttons = new Button[grid.axes().thetas().length][across];
        for (int row = 0; row < buttons.length; row++) {
            cells.add(axis(number(grid.axes().thetas()[row])), 0, row + 1);
            for (int column = 0; column < across; column++) {
                Button cell = new Button();
                cell.setId("tune-" + row + "-" + column);
                cell.getStyleClass().addAll("tune-cell", "mono");
                cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
                buttons[row][column] = cell;
                cells.add(cell, column + 1, row + 1);
            }
        }
        for (int column = 0; column < across; column++) {
            cells.add(axis(number(grid.axes().lambdas()[column])), column + 1, 0);
        }
    }

    private void fill(CacheGrid grid) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : grid.nats()[0]) {
            for (double nats : row) {
                least = Math.min(least, nats);
                most = Math.max(most, Double.isFinite(nats) ? nats : most);
            }
        }
        for (int row = 0; row < buttons.length; row++) {
            for (int column = 0; column < buttons[row].length; column++) {
                double nats = grid.nats()[0][row][column];
                double theta = grid.axes().thetas()[row];
                double lambda = grid.axes().lambdas()[column];
                // The best is the brightest; differences near it count most.
                double share = most > least ? 1 - Math.sqrt((nats - least) / (most - least)) : 1;
                java.awt.Color color = Viridis.at(share);
                String ink = share > 0.55 ? "#101418" : "#FFFFFF";
                Button cell = buttons[row][column];
                cell.setText(PerplexityCard.number(Math.exp(nats)));
                cell.setAccessibleText("θ " + number(theta) + ", λ " + number(lambda) + ": " + cell.getText());
                cell.setStyle("-fx-background-color: rgb(%d, %d, %d); -fx-text-fill: %s;".formatted(color.getRed(), color.getGreen(), color.getBlue(), ink));
                cell.setOnAction(_ -> model.tune().take(theta, lambda));
            }
        }
        mark(grid);
    }

    private void mark(CacheGrid grid) {
        for (int row = 0; row < buttons.length; row++) {
            for (int column = 0; column < buttons[row].length; column++) {
                double theta = grid.axes().thetas()[row];
                double lambda = grid.axes().lambdas()[column];
                boolean set = model.text().cacheProperty().get().filter(each -> each.decimal("theta") == theta && each.decimal("lambda") == lambda).isPresent();
                buttons[row][column].getStyleClass().remove("tune-set");
                if (set) {
                    buttons[row][column].getStyleClass().add("tune-set");
                }
            }
        }
    }

    private static Label axis(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("mono", "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
    }
}
