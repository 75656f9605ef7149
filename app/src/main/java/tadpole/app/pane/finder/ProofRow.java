package tadpole.app.pane.finder;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartColors;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.chart.SparkDrawing;
import tadpole.app.shell.Desk;
import tadpole.engine.training.RateProof;
import tadpole.engine.training.RateProofs;

/** Three short runs from the same start: a tenth, one and ten times the chosen rate. */
final class ProofRow extends VBox {

    private static final int COUNT = 3;
    /** Above the start, as shares of it: room there always is, and losses that are cut. */
    private static final double HEADROOM = 1.15;
    private static final double MOST = 1.4;

    private final FinderPaneModel model;
    private final List<Runnable> refreshes = new ArrayList<>();

    ProofRow(FinderPaneModel model, Desk desk, Executor background) {
        this.model = model;
        getStyleClass().add("proof-row");
        Label title = new Label("Fifty steps from the same start");
        title.getStyleClass().add("section-title");
        Label what = new Label("a tenth, the chosen rate, ten times; the figure is the mean loss of the last five");
        what.getStyleClass().add("muted");
        what.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, what, space, prove());
        head.setAlignment(Pos.BASELINE_LEFT);
        HBox cards = new HBox(12);
        for (int i = 0; i < COUNT; i++) {
            VBox card = card(i, desk, background);
            HBox.setHgrow(card, Priority.ALWAYS);
            cards.getChildren().add(card);
        }
        getChildren().setAll(head, cards);
        model.proofsProperty().subscribe(_ -> refreshes.forEach(Runnable::run));
        model.chosenProperty().subscribe(_ -> refreshes.forEach(Runnable::run));
    }

    private Hyperlink prove() {
        Hyperlink prove = new Hyperlink();
        prove.getStyleClass().add("link");
        prove.setId("prove");
        prove.visibleProperty().bind(model.waitsForProof());
        prove.visibleProperty().subscribe(_ ->
                prove.setText(String.format(Locale.ROOT, "Try it, about %d s", Math.max(1, Math.round(model.proofSeconds())))));
        prove.setOnAction(_ -> {
            model.prove();
            prove.setVisited(false);
        });
        return prove;
    }

    private VBox card(int number, Desk desk, Executor background) {
        Label rate = new Label("–");
        rate.getStyleClass().addAll("mono", "proof-rate");
        Label loss = new Label("");
        loss.getStyleClass().add("mono");
        loss.setId("proof-loss-" + number);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ChartView spark = new ChartView(() -> spark(number), desk.theme().chartColors(), background, desk.jobs().ui());
        spark.getStyleClass().add("spark");
        spark.setPrefSize(120, 52);
        VBox.setVgrow(spark, Priority.ALWAYS);
        desk.theme().kindProperty().subscribe(_ -> spark.setColors(desk.theme().chartColors()));
        Label verdict = new Label("");
        verdict.getStyleClass().add("muted");
        verdict.setId("proof-verdict-" + number);
        VBox card = new VBox(4, new HBox(rate, space, loss), spark, verdict);
        card.getStyleClass().addAll("card", "proof-card");
        card.setPrefWidth(100);
        refreshes.add(() -> {
            List<RateProof> proofs = model.proofsProperty().get();
            boolean there = number < proofs.size();
            rate.setText(there ? Digits.two(proofs.get(number).rate()) : planned(number));
            loss.setText(there ? loss(proofs.get(number)) : "");
            verdict.setText(there && isOver(proofs.get(number)) ? RuleWords.verdict(proofs.get(number)) : "");
            spark.refresh();
        });
        return card;
    }

    private String planned(int number) {
        return model.chosenProperty().get().map(rate -> Digits.two(rate * Math.pow(10, number - 1))).orElse("–");
    }

    private static boolean isOver(RateProof proof) {
        return proof.losses().length == RateProofs.STEPS || !proof.isFinite();
    }

    private static String loss(RateProof proof) {
        return proof.isFinite() ? String.format(Locale.ROOT, "%.2f", proof.finalLoss()) : "NaN";
    }

    /** All three share one range, from 0 to above the common start. */
    private SparkDrawing spark(int number) {
        List<RateProof> proofs = model.proofsProperty().get();
        double[] losses = number < proofs.size() ? proofs.get(number).losses() : new double[0];
        double start = proofs.isEmpty() ? 1 : proofs.getFirst().losses()[0];
        double least = Arrays.stream(losses).filter(Double::isFinite).min().orElse(0);
        double most = proofs.stream().flatMapToDouble(each -> Arrays.stream(each.losses())).filter(Double::isFinite).max().orElse(start);
        return new SparkDrawing(losses, Math.min(0, least), Math.clamp(most, HEADROOM * start, MOST * start), RateProofs.STEPS, color(number, proofs));
    }

    private static Function<ChartColors, Color> color(int number, List<RateProof> proofs) {
        if (number >= proofs.size()) {
            return ChartColors::muted;
        }
        return switch (proofs.get(number).verdict()) {
            case FALLS, FALLS_UNSTEADILY -> ChartColors::accent;
            case FALLS_SLOWLY, HARDLY_MOVES -> ChartColors::muted;
            case JUMPS, RISES, EXPLODES -> ChartColors::wrong;
        };
    }
}
