package tadpole.app.pane.train;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;

/** The chart of the run, and where there is none yet, what will be here. */
final class ChartCard extends StackPane {

    private final ChartView chart;
    private final Label hint = new Label();
    private final VBox empty = new VBox();

    ChartCard(TrainPaneModel model, Desk desk, Executor background) {
        this.chart = new ChartView(model::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        getStyleClass().addAll("card", "chart-card");
        setId("chart-card");
        chart.setId("loss-chart");
        hint.getStyleClass().addAll("placeholder-text", "chart-hint");
        hint.setId("chart-hint");
        hint.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> model.state() == WorkState.READY && desk.workspace().datasetProperty().get().isPresent(),
                model.stateProperty(), desk.workspace().datasetProperty()));
        fillEmpty(model, desk);
        getChildren().setAll(chart, hint, empty);
        model.curvesProperty().subscribe(curves -> {
            chart.show(model::picture);
            hint.setText(curves.frame().hasAccuracy() ? "Loss and accuracy appear here as the network learns." : "The loss appears here as the network learns.");
        });
        model.figuresProperty().subscribe(figures -> {
            chart.refresh();
            chart.setAccessibleText(figures.hasAccuracy()
                    ? "Loss %s, training accuracy %s.".formatted(figures.lossText(), figures.accuracyText())
                    : "Loss %s.".formatted(figures.lossText()));
        });
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
    }

    private void fillEmpty(TrainPaneModel model, Desk desk) {
        Label sentence = new Label("Here a network learns in front of your eyes. It needs images to learn from.");
        sentence.getStyleClass().add("placeholder-text");
        sentence.setWrapText(true);
        Button open = new Button("Use the bundled digits");
        open.setId("use-digits");
        open.setOnAction(_ -> model.draft().data().openFirst(() -> desk.navigator().open("data")));
        empty.getStyleClass().add("chart-empty");
        empty.getChildren().setAll(sentence, open);
        desk.workspace().datasetProperty().subscribe(this::showEmpty);
    }

    private void showEmpty(Optional<Dataset> open) {
        empty.setVisible(open.isEmpty());
        chart.setVisible(open.isPresent());
    }
}
