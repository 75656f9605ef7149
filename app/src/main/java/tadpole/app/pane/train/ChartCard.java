package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Behind;
import tadpole.app.chart.ChartExplorer;
import tadpole.app.chart.Curves;
import tadpole.app.chart.RunCurves;
import tadpole.app.chart.Zoom;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;

/** The chart of the run, and where there is none yet, what will be here. */
final class ChartCard extends StackPane {

    /** Blue and orange are the run's own. */
    private static final int FIRST_HUE = 2;
    private static final int HUES = 4;

    private final Lab lab;
    private final ChartExplorer chart;
    private final Label hint = new Label();
    private final VBox empty = new VBox();

    ChartCard(Lab lab) {
        TrainPaneModel model = lab.model();
        Desk desk = lab.desk();
        this.lab = lab;
        this.chart = new ChartExplorer(this::curves, desk.theme().chartColors(), lab.background(), desk.jobs().ui());
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
            chart.setZoom(chart.zoomProperty().get().everything());
            chart.refresh();
            hint.setText(curves.frame().hasAccuracy() ? "Loss and accuracy appear here as the network learns." : "The loss appears here as the network learns.");
        });
        model.figuresProperty().subscribe(figures -> {
            chart.refresh();
            chart.setAccessibleText(figures.hasAccuracy()
                    ? "Loss %s, training accuracy %s.".formatted(figures.lossText(), figures.accuracyText())
                    : "Loss %s.".formatted(figures.lossText()));
        });
        lab.sightProperty().subscribe(_ -> chart.refresh());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
    }

    /** What is seen of the run, its pinned neighbors and the run that it left behind it. */
    Curves curves(Zoom zoom) {
        RunCurves curves = lab.model().curvesProperty().get();
        List<Behind> behind = lab.runs().stream()
                .filter(run -> run.curves() != curves && (run.pinnedProperty().get() || isLeft(run)))
                .map(run -> Behind.of(run.nameProperty().get(), FIRST_HUE + lab.looks().of(run) % HUES, run.curves(), curves.frame())).toList();
        return lab.model().picture(zoom, behind);
    }

    private boolean isLeft(Run run) {
        return lab.runProperty().get().flatMap(Run::origin).filter(from -> from.parent() == run).isPresent();
    }

    /** As it is now. */
    Curves seen() {
        return curves(chart.zoomProperty().get());
    }

    ChartExplorer chart() {
        return chart;
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
