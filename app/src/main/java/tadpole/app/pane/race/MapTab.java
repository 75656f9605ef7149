package tadpole.app.pane.race;

import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.RateMomentumPicture;
import tadpole.app.shell.Desk;

/** What each pair of rate and momentum does on a parabola. */
final class MapTab extends HBox {

    MapTab(Desk desk, Executor background) {
        ChartView chart = new ChartView(RateMomentumPicture::new, desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        chart.setId("map-chart");
        HBox.setHgrow(chart, Priority.ALWAYS);
        Label formula = new Label("z² - (1 + b - lr·L)·z + b = 0");
        formula.getStyleClass().add("mono");
        Label about = new Label("Momentum b on a parabola of curvature L, exactly. Stronger colors are faster. "
                + "It diverges above lr·L = 2(1\u00A0+\u00A0b), and swings above (1\u00A0-\u00A0√b)².");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(formula, about);
        words.getStyleClass().add("surface-words");
        getStyleClass().add("surface-tab");
        getChildren().setAll(chart, words);
    }
}
