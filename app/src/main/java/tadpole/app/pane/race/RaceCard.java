package tadpole.app.pane.race;

import java.util.concurrent.Executor;
import javafx.scene.layout.StackPane;
import tadpole.app.chart.ChartView;
import tadpole.app.shell.Desk;

/** The losses of the race, and where there is none yet, what will be here. */
final class RaceCard extends StackPane {

    RaceCard(RacePaneModel model, Desk desk, Executor background) {
        ChartView chart = new ChartView(model::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        getStyleClass().addAll("card", "race-card");
        setId("race-card");
        chart.setId("race-chart");
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        UseDigits empty = new UseDigits("race", desk);
        getChildren().setAll(chart, empty);
        Runnable show = () -> {
            boolean nothing = model.hasNothing();
            empty.say("Here optimizers race from the same start over the same batches%s.".formatted(
                    nothing ? ": open a race above, or begin with the digits" : ""), nothing);
            empty.setVisible(nothing || model.isEmpty());
            chart.setVisible(!nothing);
        };
        model.newsProperty().subscribe(_ -> {
            chart.refresh();
            show.run();
        });
        model.obstacle().subscribe(_ -> show.run());
    }
}
