package tadpole.app.pane.playground.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.shell.Desk;
import tadpole.engine.surface.CurveWalk;
import tadpole.engine.surface.RateOnParabola;
import tadpole.engine.surface.UpdateRule;
import tadpole.engine.surface.Verdict;

/** The same start at several rates, side by side, each with what becomes of it; a click takes its rate. */
final class SmallMultiples extends HBox {

    /** Where it is narrow, the line breaks between the two only. */
    private static final String RATE_AND_FACTOR = "lr\u00a0%s ×\u00a0%s";
    private static final String RATE = "lr\u00a0%s";
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final DescentModel model;
    private final Desk desk;
    private final Executor background;
    private final List<Cell> cells = new ArrayList<>();

    private final class Cell {

        private final int place;
        private final ChartView chart;
        private final Label word = new Label();
        private final Label factor = new Label();
        private final Button button = new Button();

        Cell(int place) {
            this.place = place;
            this.chart = new ChartView(() -> DescentPictures.small(walk()), desk.theme().chartColors(), background, desk.jobs().ui());
            desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
            VBox.setVgrow(chart, Priority.ALWAYS);
            word.getStyleClass().add("small-word");
            word.setId("rate-word-" + place);
            factor.setId("rate-factor-" + place);
            factor.getStyleClass().addAll("mono", "small-factor");
            for (Label label : List.of(word, factor)) {
                label.setWrapText(true);
                label.setMinHeight(USE_PREF_SIZE);
            }
            VBox inside = new VBox(chart, word, factor);
            inside.setMouseTransparent(true);
            button.setId("rate-" + place);
            button.getStyleClass().addAll("card", "small-multiple");
            button.setGraphic(inside);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            button.setMinWidth(0);
            inside.prefWidthProperty().bind(button.widthProperty().subtract(18));
            inside.prefHeightProperty().bind(button.heightProperty().subtract(14));
            button.setTooltip(new Tooltip());
            button.setOnAction(_ -> model.takeRate(walk().rate()));
            HBox.setHgrow(button, Priority.ALWAYS);
        }

        private CurveWalk walk() {
            List<CurveWalk> walks = model.shown().others();
            return walks.get(Math.min(place, walks.size() - 1));
        }

        private void show() {
            DescentModel.Shown shown = model.shown();
            CurveWalk walk = walk();
            Verdict verdict = shown.verdict(walk);
            word.setText(verdict.word());
            factor.setText(shown.plan().hasFactor()
                    ? RATE_AND_FACTOR.formatted(UpdateRule.four(walk.rate()), UpdateRule.four(RateOnParabola.of(walk.rate(), walk.curve().at(0).curvature()).factor()))
                    : RATE.formatted(UpdateRule.four(walk.rate())));
            button.getTooltip().setText("Rate %s %s. Click to take this rate.".formatted(UpdateRule.four(walk.rate()), verdict.sentence()));
            button.setAccessibleText("Rate %s %s".formatted(UpdateRule.four(walk.rate()), verdict.word()));
            button.pseudoClassStateChanged(CHOSEN, walk.rate() == shown.walk().rate());
            chart.refresh();
        }
    }

    SmallMultiples(DescentModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.background = background;
        getStyleClass().add("small-multiples");
        setId("descent-rates");
        model.shownProperty().subscribe((before, now) -> {
            if (before == null || before.others() != now.others()) {
                show();
            }
        });
        show();
    }

    private void show() {
        int count = model.shown().others().size();
        while (cells.size() < count) {
            cells.add(new Cell(cells.size()));
        }
        List<Cell> shown = cells.subList(0, count);
        if (getChildren().size() != count) {
            getChildren().setAll(shown.stream().map(each -> each.button).toList());
        }
        shown.forEach(Cell::show);
    }
}
