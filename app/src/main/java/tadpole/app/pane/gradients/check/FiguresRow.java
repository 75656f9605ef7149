package tadpole.app.pane.gradients.check;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.engine.inspect.CheckedTensor;

/** Under the pictures: the norms as the lesson computes them, how many were checked, and what both ways took. */
final class FiguresRow extends HBox {

    private static final int MOST_NORMS = 4;

    private final CheckModel model;

    FiguresRow(CheckModel model) {
        this.model = model;
        setId("check-figures");
        getStyleClass().addAll("card", "check-figures");
        model.newsProperty().subscribe(_ -> show());
    }

    private void show() {
        CheckSoFar soFar = model.soFar();
        getChildren().clear();
        List<CheckedTensor> parameters = soFar.tensors().stream().filter(each -> each.kind() == CheckedTensor.Kind.PARAMETER).toList();
        List<CheckedTensor> named = parameters.size() <= MOST_NORMS ? parameters
                : parameters.stream().sorted(Comparator.comparingDouble(FiguresRow::badness).reversed()).limit(MOST_NORMS).toList();
        named.forEach(this::norm);
        boolean begun = soFar.checked() > 0;
        long own = parameters.stream().mapToLong(CheckedTensor::checked).sum();
        figure("check-count", "checked", begun ? Digits.count(own) : "–",
                "How many parameters are checked, and how many of the gradients that pass between the layers.",
                begun ? "and %s between layers".formatted(Digits.count(soFar.checked() - own)) : "");
        figure("check-numeric", "numeric took", begun ? CheckWords.seconds(soFar.numericSeconds()) : "–",
                "Two forward passes for each number, or one where the difference is one-sided.", "");
        figure("check-analytic", "analytic took", begun ? CheckWords.seconds(soFar.analyticSeconds()) : "–",
                "One forward and one backward pass for all numbers together.", ratio(soFar));
    }

    private static double badness(CheckedTensor tensor) {
        double norm = tensor.smoothNorm();
        return Double.isNaN(norm) ? -1 : norm;
    }

    private void norm(CheckedTensor tensor) {
        String floats = model.readings().floats().stream().filter(each -> each.name().equals(tensor.name())).findFirst()
                .map(each -> "float " + CheckWords.small(each.smoothNorm())).orElse("");
        double norm = tensor.checked() == 0 ? Double.NaN : tensor.smoothNorm();
        VBox box = figure("norm-" + tensor.name().replace('.', '-'), tensor.name(), CheckWords.small(norm),
                "norm(a - n) / norm(a + n) of the analytic and the numeric gradient by %s, kinks left out: %s. Under 1e-7 is right, over 1e-2 wrong."
                        .formatted(tensor.name(), norm), floats);
        if (!Double.isNaN(norm) && !"float".equals(model.settings().choice("precision"))) {
            Label value = (Label) box.getChildren().get(1);
            value.setText((norm <= 1e-4 ? "✓ " : "✗ ") + value.getText());
            value.getStyleClass().add(norm <= 1e-4 ? "norm-right" : "wrong-mark");
        }
    }

    private static String ratio(CheckSoFar soFar) {
        double times = soFar.numericSeconds() / soFar.analyticSeconds();
        return soFar.checked() > 0 && Double.isFinite(times) && times >= 2 ? "%s times less".formatted(Digits.count(Math.round(times))) : "";
    }

    private VBox figure(String id, String name, String value, String tip, String under) {
        Label title = new Label(name);
        title.getStyleClass().addAll("muted", "figure-name");
        title.setMinWidth(USE_PREF_SIZE);
        Label number = new Label(value);
        number.setId(id);
        number.getStyleClass().addAll("mono", "check-figure");
        number.setMinWidth(USE_PREF_SIZE);
        Label below = new Label(under);
        below.getStyleClass().addAll("mono", "figure-under");
        below.setMinWidth(USE_PREF_SIZE);
        VBox box = new VBox(title, number, below);
        box.getStyleClass().add("figure-box");
        Tooltip.install(box, new Tooltip(tip));
        getChildren().add(box);
        return box;
    }
}
