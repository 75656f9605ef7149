package tadpole.app.pane.race;

import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import tadpole.app.chart.ChartView;
import tadpole.app.shell.Desk;

/** The losses of the race, and where there is none yet, what will be here. */
final class RaceCard extends StackPane {

    RaceCard(RacePaneModel model, Desk desk, Executor background) {
        ChartView chart = new ChartView(model::picture, Colors.of(desk.theme()), background, desk.jobs().ui());
        getStyleClass().addAll("card", "race-card");
        setId("race-card");
        chart.setId("race-chart");
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(Colors.of(desk.theme())));
        Label hint = new Label();
        hint.getStyleClass().add("placeholder-text");
        hint.setId("race-hint");
        hint.setWrapText(true);
        hint.setTextAlignment(TextAlignment.CENTER);
        Button open = new Button("Use the bundled digits");
        open.setId("race-use-digits");
        // The Train pane sets up the experiment, and opens the digits, as soon as it is made.
        open.setOnAction(_ -> {
            desk.navigator().open("train");
            desk.navigator().open("race");
        });
        VBox empty = new VBox(hint, open);
        empty.getStyleClass().add("race-empty");
        open.managedProperty().bind(open.visibleProperty());
        getChildren().setAll(chart, empty);
        Runnable show = () -> {
            boolean nothing = model.hasNothing();
            hint.setText(nothing ? "Here optimizers race from the same start over the same batches: open a race above, or begin with the digits."
                    : "Here optimizers race from the same start over the same batches.");
            open.setVisible(nothing);
            empty.setVisible(nothing || model.isEmpty());
            empty.setMouseTransparent(!nothing);
            chart.setVisible(!nothing);
        };
        model.newsProperty().subscribe(_ -> {
            chart.refresh();
            show.run();
        });
        model.obstacle().subscribe(_ -> show.run());
    }
}
