package tadpole.app.pane.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.shell.Desk;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.Standing;

/** Who came first, which neighbors are not apart, and how much each forgives a wrong rate. */
final class RankingCard extends VBox {

    private static final PseudoClass TESTED = PseudoClass.getPseudoClass("tested");

    private final RacePaneModel model;
    private final GridPane table = new GridPane();
    private final Label note = new Label();
    private final ChartView rates;

    RankingCard(RacePaneModel model, Desk desk, Executor background) {
        this.model = model;
        this.rates = new ChartView(model::ratesPicture, desk.theme().chartColors(), background, desk.jobs().ui());
        rates.setId("rates-chart");
        rates.setVisible(false);
        desk.theme().kindProperty().subscribe(_ -> rates.setColors(desk.theme().chartColors()));
        getStyleClass().addAll("card", "ranking-card");
        setId("ranking-card");
        table.getStyleClass().add("ranking");
        table.setId("ranking");
        ColumnConstraints mark = new ColumnConstraints();
        mark.setMinWidth(12);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints figure = new ColumnConstraints();
        figure.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().setAll(mark, name, figure, figure, figure, figure, figure);
        note.getStyleClass().addAll("muted", "ranking-note");
        note.setId("ranking-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        Label title = new Label("Final loss against rate");
        title.getStyleClass().add("section-title");
        title.visibleProperty().bind(rates.visibleProperty());
        VBox.setVgrow(rates, Priority.ALWAYS);
        getChildren().setAll(table, note, title, rates);
        model.resultProperty().subscribe(now -> show(now.orElse(null)));
    }

    private void show(RaceResult result) {
        table.getChildren().clear();
        boolean tests = result != null && result.plan().tests();
        pseudoClassStateChanged(TESTED, tests);
        head(result == null ? model.form().settings().choice("mode").equals("same") : result.plan().sameRate(), tests);
        rates.setVisible(result != null && !result.plan().sameRate());
        if (result == null) {
            note.setText("The ranking fills as runs end.");
            return;
        }
        List<Standing> all = result.standings();
        for (int i = 0; i < all.size(); i++) {
            boolean tied = i + 1 < all.size() && all.get(i).gap(all.get(i + 1)) == Standing.Gap.NOT_APART;
            row(i + 1, all.get(i), result.plan(), tied);
        }
        note.setText(words(result, all));
        rates.refresh();
    }

    private static String words(RaceResult result, List<Standing> all) {
        StringBuilder words = new StringBuilder("Mean loss of the last %d steps.".formatted(result.plan().last()));
        if (all.stream().mapToInt(Standing::seeds).distinct().count() > 1) {
            words.append(" Not all have raced from as many starts yet.");
        }
        if (!result.notApart().isEmpty()) {
            words.append(" ≈ not apart from the next.");
        } else if (result.plan().seeds() == 1) {
            words.append(" One seed says nothing of chance.");
        }
        if (!result.plan().sameRate() && all.stream().anyMatch(Standing::edge)) {
            words.append(" * the edge of what was tried.");
        }
        return words.toString();
    }

    private void head(boolean sameRate, boolean tests) {
        List<String> names = new ArrayList<>(List.of(
                "", "optimizer", sameRate ? "rate" : "best rate", "final loss", "± seeds"));
        if (tests) {
            names.addAll(List.of("test loss", "test"));
        }
        for (int i = 0; i < names.size(); i++) {
            Label head = new Label(names.get(i));
            head.getStyleClass().addAll("muted", "ranking-head");
            head.setMinWidth(USE_PREF_SIZE);
            table.add(head, i, 0);
        }
    }

    private void row(int row, Standing standing, RacePlan plan, boolean tied) {
        table.add(new RunnerMark(standing.contestant()), 0, row);
        Label name = new Label(plan.contestants().get(standing.contestant()).label() + (tied ? " ≈" : ""));
        name.getStyleClass().add("section-title");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(tied ? name.getText() + " not apart from the next: they differ by less than their seeds do." : name.getText()));
        table.add(name, 1, row);
        Label rate = figure(Digits.two(standing.rate()) + (standing.edge() && !plan.sameRate() ? "*" : ""), 2, row);
        if (standing.edge() && !plan.sameRate()) {
            rate.setTooltip(new Tooltip("The least or greatest rate that was tried: a better one may lie beyond."));
        }
        boolean finite = Double.isFinite(standing.mean());
        Label loss = figure(finite ? Digits.loss(standing.mean()) : "diverged", 3, row);
        loss.setTooltip(new Tooltip(finite ? "%s, mean over the last %d steps and %d seeds".formatted(standing.mean(), plan.last(), standing.seeds())
                : "Left the numbers from %d of %d starts.".formatted(standing.diverged(), standing.seeds())));
        figure(standing.spread().isPresent() ? Digits.loss(standing.spread().getAsDouble()) : "–", 4, row);
        standing.test().ifPresent(test -> {
            figure(Digits.loss(test.loss()), 5, row);
            if (!test.hasAccuracy()) {
                return;
            }
            figure(String.format(Locale.ROOT, "%.2f %%", 100 * test.accuracy()), 6, row)
                    .setTooltip(new Tooltip("%d of %d test images right, over all seeds".formatted(test.correct(), test.count())));
        });
    }

    private Label figure(String text, int column, int row) {
        Label figure = new Label(text);
        figure.getStyleClass().add("mono");
        figure.setMinWidth(USE_PREF_SIZE);
        table.add(figure, column, row);
        return figure;
    }
}
