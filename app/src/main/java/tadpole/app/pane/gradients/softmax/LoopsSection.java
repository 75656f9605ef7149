package tadpole.app.pane.gradients.softmax;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.engine.inspect.LoopsAndVectors;
import tadpole.engine.inspect.LoopsAndVectors.Comparison;

/** Loops against vectors: what each does, whether they agree, how long each takes. */
final class LoopsSection extends VBox {

    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final String NOT_YET = "not measured yet";
    private static final String LOOPS = """
            for each sample n
              for each class o
                for each pixel i
                  z[o] += x[n,i] * W[o,i]
              d = softmax(z) - onehot(y)
              for each class o
                for each pixel i
                  dW[o,i] += d[o] * x[n,i]
            """;
    private static final String VECTORS = """
            Z  = X Wᵀ + b
            P  = softmax of each row of Z
            P[n, y] -= 1
            dW = Pᵀ X / N
            db = sum of the rows of P / N
            """;

    private final SoftmaxRoomModel model;
    private final Label loops = Parts.mono(NOT_YET);
    private final Label vectors = Parts.mono(NOT_YET);
    private final Label ratio = Parts.mono(NOT_YET);
    private final ShareBar loopBar = new ShareBar();
    private final ShareBar vectorBar = new ShareBar();
    private final Label ratioName;
    private final Label agreement = Parts.words("loops-agreement");

    LoopsSection(SoftmaxRoomModel model) {
        this.model = model;
        getStyleClass().add("soft-section");
        loops.setId("loops-time");
        vectors.setId("vectors-time");
        ratio.setId("loops-ratio");
        HBox both = new HBox(side("Loops, one number at a time", LOOPS, loops, loopBar), side("Vectors, all samples at once", VECTORS, vectors, vectorBar));
        both.getStyleClass().add("soft-charts");
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox ratioFigure = Parts.figure("times faster", ratio);
        ratioName = (Label) ratioFigure.getChildren().getFirst();
        HBox result = new HBox(ratioFigure, agreement);
        result.getStyleClass().add("soft-figures");
        HBox.setHgrow(agreement, Priority.ALWAYS);
        agreement.getStyleClass().add("soft-said");
        getChildren().setAll(both, Parts.card(result));
        model.timing().comparisonProperty().subscribe(_ -> show());
        model.timing().runningProperty().subscribe(_ -> show());
        model.figuresProperty().subscribe(_ -> show());
    }

    private static VBox side(String title, String code, Label time, ShareBar bar) {
        Label text = new Label(code);
        text.getStyleClass().addAll("mono", "soft-code");
        text.setMinWidth(0);
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setMaxHeight(Double.MAX_VALUE);
        VBox side = Parts.card(Parts.title(title), text, Parts.figure("median of the rounds", time), bar);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setPrefWidth(100);
        return side;
    }

    private void show() {
        Optional<Comparison> now = model.timing().comparisonProperty().get();
        Optional<Comparison> measured = now.filter(Comparison::isMeasured);
        for (Label each : List.of(loops, vectors, ratio)) {
            each.pseudoClassStateChanged(WAITING, measured.isEmpty());
        }
        boolean running = model.timing().runningProperty().get();
        String none = running ? "measuring" : NOT_YET;
        loops.setText(measured.map(each -> time(each.loopSeconds())).orElse(none));
        vectors.setText(measured.map(each -> time(each.vectorSeconds())).orElse(none));
        boolean slower = measured.filter(LoopsSection::isSlower).isPresent();
        ratio.setText(measured.map(each -> Digits.two(slower ? 1 / each.ratio() : each.ratio())).orElse(none));
        ratioName.setText(slower ? "times slower" : "times faster");
        loopBar.show(measured.map(each -> share(each, each.loopSeconds())).orElse(0.0), false);
        vectorBar.show(measured.map(each -> share(each, each.vectorSeconds())).orElse(0.0), false);
        agreement.setText(now.map(LoopsSection::words).orElseGet(() -> model.figuresProperty().get()
                .map(each -> "W %d×%d, %d samples of %s. Press Measure.".formatted(each.start().classifier().classes(), each.start().inputs(),
                        each.start().timedSamples(), each.start().dataset().title()))
                .orElse(model.lackProperty().get())));
        now.ifPresent(each -> agreement.setTooltip(new Tooltip("loss apart %s, gradient apart %s".formatted(each.lossApart(), each.gradientApart()))));
    }

    private static double share(Comparison of, double seconds) {
        return seconds / Math.max(of.loopSeconds(), of.vectorSeconds());
    }

    private static String time(double seconds) {
        return seconds < 1 ? Digits.shortest(1000 * seconds) + " ms" : Digits.shortest(seconds) + " s";
    }

    static boolean isSlower(Comparison of) {
        return of.ratio() < 1;
    }

    static String words(Comparison each) {
        return "%s: loss %s apart, gradient %s apart, of the greatest number; up to %s counts as equal. W %d×%d, %d samples, %s; loops on one thread, vectors on %d.%s"
                .formatted(each.agrees() ? "✓ The same numbers" : "✕ Not the same numbers", Digits.two(each.lossApart()), Digits.two(each.gradientApart()),
                        Digits.shortest(LoopsAndVectors.TOLERANCE), each.classes(), each.inputs(), each.samples(),
                        each.isMeasured() ? "median of %d rounds after a warm-up".formatted(each.rounds()) : "stopped before the first round", each.threads(), threads(each));
    }

    private static String threads(Comparison each) {
        if (!each.isMeasured()) {
            return "";
        }
        String alone = each.threads() == 1 ? "" : " Vectors on one thread: %s, %s times %s than loops.".formatted(time(each.oneThreadSeconds()),
                Digits.two(Math.max(each.loopSeconds(), each.oneThreadSeconds()) / Math.min(each.loopSeconds(), each.oneThreadSeconds())),
                each.oneThreadSeconds() > each.loopSeconds() ? "slower" : "faster");
        return alone + (isSlower(each) ? " Slower here: the machine is busy or the batch is small." : "");
    }
}
