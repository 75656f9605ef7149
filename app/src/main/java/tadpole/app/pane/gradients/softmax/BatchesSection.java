package tadpole.app.pane.gradients.softmax;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.chart.SumMeanPicture;
import tadpole.app.shell.Desk;
import tadpole.engine.inspect.BatchSum;

/** Loss and length of the gradient over batch sizes, summed and averaged: why one divides by N. */
final class BatchesSection extends VBox {

    private final SoftmaxRoomModel model;
    private final Label said = Parts.words("batches-said");

    BatchesSection(SoftmaxRoomModel model, Desk desk, Executor background) {
        this.model = model;
        getStyleClass().add("soft-section");
        ChartView loss = chart("loss-chart", () -> picture("Loss, nats", BatchSum::loss, BatchSum::meanLoss), desk, background);
        ChartView length = chart("gradient-chart", () -> picture("Length of the gradient", BatchSum::gradientLength, BatchSum::meanGradientLength), desk, background);
        HBox charts = new HBox(card(loss), card(length));
        charts.getStyleClass().add("soft-charts");
        VBox.setVgrow(charts, Priority.ALWAYS);
        said.getStyleClass().add("soft-said");
        getChildren().setAll(charts, Parts.card(said));
        model.figuresProperty().subscribe(now -> {
            loss.refresh();
            length.refresh();
            said.setText(now.map(each -> said(each.batches())).orElse(model.lackProperty().get()));
        });
    }

    private static ChartView chart(String id, Supplier<SumMeanPicture> picture, Desk desk, Executor background) {
        ChartView chart = new ChartView(picture, desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        chart.setId(id);
        chart.setMinSize(0, 0);
        return chart;
    }

    private static VBox card(ChartView chart) {
        VBox card = Parts.card(chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(100);
        return card;
    }

    private SumMeanPicture picture(String title, ToDoubleFunction<BatchSum> sum, ToDoubleFunction<BatchSum> mean) {
        List<BatchSum> batches = model.figuresProperty().get().map(StartFigures::batches).orElse(List.of());
        return new SumMeanPicture(title, batches.stream().mapToInt(BatchSum::size).toArray(),
                batches.stream().mapToDouble(sum).toArray(), batches.stream().mapToDouble(mean).toArray());
    }

    private static String said(List<BatchSum> batches) {
        if (batches.isEmpty()) {
            return "There are no samples.";
        }
        BatchSum first = batches.getFirst();
        BatchSum last = batches.getLast();
        return ("From 1 to %d samples the summed loss goes from %s to %s and its gradient from %s to %s, and every step of training would with it. "
                + "Averaged, the loss stays comparable (%s to %s), and the gradient settles at %s as chance averages out. So one divides by N.").formatted(
                        last.size(), four(first.loss()), four(last.loss()), four(first.gradientLength()), four(last.gradientLength()),
                        four(first.meanLoss()), four(last.meanLoss()), four(last.meanGradientLength()));
    }

    private static String four(double value) {
        return Digits.shortest(value);
    }
}
