package tadpole.app.pane.playground.neuron;

import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.pane.playground.neuron.NeuronModel.Subject;
import tadpole.app.shell.Desk;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.TanhIdentity;
import tadpole.engine.surface.UpdateRule;

/** tanh(x) = 2 σ(2x) - 1, click by click: the sigmoid is squeezed, stretched and moved until it lies on tanh. */
final class ProofCard extends VBox {

    private static final String[] NEXT = {"Squeeze: σ(2x)", "Stretch: 2 σ(2x)", "Lower by 1", "From the start"};

    private final NeuronModel model;

    ProofCard(NeuronModel model, OpenNumbers numbers, Desk desk, Executor background) {
        this.model = model;
        setId("neuron-proof");
        getStyleClass().addAll("card", "proof-card");
        Label title = new Label("tanh(x) = 2 σ(2x) - 1");
        title.getStyleClass().add("section-title");
        Button next = new Button();
        next.setId("neuron-prove");
        next.getStyleClass().add("tool-button");
        next.setOnAction(_ -> model.nextStage());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, next);
        head.getStyleClass().add("neuron-line");
        ChartView chart = new ChartView(() -> NeuronPictures.proof(model), desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        VBox.setVgrow(chart, Priority.ALWAYS);
        Label verdict = new Label();
        verdict.setId("neuron-difference");
        verdict.getStyleClass().add("muted");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head, chart, verdict, table(numbers));
        model.stageProperty().subscribe(stage -> {
            next.setText(NEXT[stage.intValue()]);
            verdict.setText(verdict(stage.intValue()));
            chart.refresh();
        });
    }

    private String verdict(int stage) {
        TanhIdentity identity = model.identity();
        if (stage == NeuronModel.LAST_STAGE) {
            return "Both lie on each other: the greatest difference from -4 to 4 is %s, the rounding of float.".formatted(UpdateRule.four(identity.greatestDifference()));
        }
        double greatest = 0;
        for (int i = 0; i < identity.x().length; i++) {
            greatest = Math.max(greatest, Math.abs(identity.tanh()[i] - model.bent(stage, i)));
        }
        return "%s. Greatest difference from tanh, from -4 to 4: %s.".formatted(NeuronPictures.stage(stage), UpdateRule.four(greatest));
    }

    private GridPane table(OpenNumbers numbers) {
        GridPane table = new GridPane();
        table.setId("neuron-table");
        table.getStyleClass().add("proof-table");
        String[] heads = {"x", "tanh(x)", "σ(2x)", "2 σ(2x) - 1"};
        for (int row = 0; row < heads.length; row++) {
            Label head = new Label(heads[row]);
            head.getStyleClass().add("muted");
            head.setMinWidth(USE_PREF_SIZE);
            table.add(head, 0, row);
        }
        TanhIdentity identity = model.identity();
        for (int column = 0; column < NeuronModel.TABLE.length; column++) {
            int i = NeuronModel.TABLE[column];
            table.add(numbers.number(Subject.IDENTITY, new Address.Input(i, 0), Math.rint(identity.x()[i] * 100) / 100), column + 1, 0);
            table.add(numbers.number(Subject.IDENTITY, TanhIdentity.left(i), identity.tanh()[i], "tanh-" + column), column + 1, 1);
            table.add(numbers.number(Subject.IDENTITY, TanhIdentity.sigmoidAt(i), identity.sigmoid()[i]), column + 1, 2);
            table.add(numbers.number(Subject.IDENTITY, TanhIdentity.rightAt(i), identity.right(i), "right-" + column), column + 1, 3);
        }
        return table;
    }
}
