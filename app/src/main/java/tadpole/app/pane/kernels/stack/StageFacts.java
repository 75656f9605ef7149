package tadpole.app.pane.kernels.stack;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.engine.convolution.Area;
import tadpole.engine.convolution.ReceptiveField;
import tadpole.engine.convolution.StackRun;
import tadpole.engine.convolution.StackStage;

/** One column of the table under the stages; under the picture stand the names of its rows. */
final class StageFacts extends VBox {

    private static final List<String> NAMES = List.of("output size", "", "parameters", "multiply-adds", "sees, in pixels", "moves by");
    private static final String FORMULA =
            "⌊(n + 2p − k) / s⌋ + 1: n pixels, padding p, kernel k, stride s; with dilation d the kernel spans d (k − 1) + 1 pixels.";
    private static final List<String> TIPS = List.of(
            FORMULA,
            "",
            "Weights and biases of the stage.",
            "Multiplications with an addition, for this picture.",
            "Receptive field: how much of the picture one number of this stage comes from. Back over a stage r becomes s r + k − s.",
            "Jump: how many pixels of the picture it is from one number of this stage to the next, the product of the strides.");

    private final int plane;
    private final List<Label> rows;

    StageFacts(int plane, StackModel model) {
        this.plane = plane;
        getStyleClass().add("stage-facts");
        rows = NAMES.stream().map(_ -> new Label()).toList();
        for (int i = 0; i < rows.size(); i++) {
            Label row = rows.get(i);
            row.getStyleClass().addAll("stage-fact", plane == 0 || i == 0 ? "muted" : "mono");
            row.setId("stage-fact-%d-%d".formatted(plane, i));
            row.setMaxWidth(Double.MAX_VALUE);
            row.setMinWidth(0);
            if (plane == 0) {
                row.setText(NAMES.get(i));
            }
            if (!TIPS.get(i).isEmpty()) {
                row.setTooltip(new Tooltip(TIPS.get(i)));
            }
        }
        getChildren().addAll(rows);
        visibleProperty().bind(model.runProperty().map(run -> run.filter(now -> !now.plan().stages().isEmpty()).isPresent()));
        managedProperty().bind(visibleProperty());
    }

    void show(Optional<StackRun> run) {
        if (plane == 0) {
            return;
        }
        List<String> texts = run.filter(now -> plane <= now.results().size()).map(this::texts).orElse(NAMES.stream().map(_ -> "").toList());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).setText(texts.get(i));
        }
        rows.getFirst().getTooltip().setText((run.filter(now -> plane <= now.results().size()).map(this::size).orElse("") + "\n" + FORMULA).strip());
    }

    /** Height and width each with its numbers, where these differ. */
    private String size(StackRun run) {
        StackRun.Result result = run.results().get(plane - 1);
        if (result.stage() instanceof StackStage.Rectified) {
            return "one by one";
        }
        List<String> sides = StackWords.formula(result.stage().sliding(), result.input().shape()).lines().toList();
        return sides.size() == 1 ? sides.getFirst() : "height %s\nwidth %s".formatted(sides.get(0), sides.get(1));
    }

    private List<String> texts(StackRun run) {
        StackRun.Result result = run.results().get(plane - 1);
        ReceptiveField field = run.receptiveField();
        Area size = field.size(plane);
        String formula = StackWords.formula(result.stage().sliding(), result.input().shape());
        return List.of(result.stage() instanceof StackStage.Rectified ? "one by one" : formula.lines().findFirst().orElseThrow().replaceAll(" = \\d+$", ""),
                "= " + StackWords.size(result.output().shape()),
                Digits.count(result.parameters()),
                Digits.count(result.multiplyAdds()),
                size.height() + " × " + size.width(),
                Integer.toString(field.jump(plane)));
    }
}
