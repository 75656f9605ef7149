package tadpole.app.pane.gradients.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.shell.Desk;
import tadpole.app.xray.NumberText;
import tadpole.app.xray.Tracing;
import tadpole.app.xray.XRayModel;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.inspect.Difference;
import tadpole.engine.inspect.Explainer;
import tadpole.engine.inspect.Planted;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.inspect.Tracer;
import tadpole.engine.inspect.XRay;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** The arithmetic of what a cell stands for: the analytic one by the X-ray, the numeric one below it. */
final class CellXRay {

    private final CheckModel model;
    private final Desk desk;
    private final Executor background;
    private final XRayModel xray = new XRayModel();
    private final Tracing tracing;

    CellXRay(CheckModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.background = background;
        this.tracing = new Tracing(xray, background, desk.jobs().ui(), desk.messages()::failed);
        model.subject().studiedProperty().subscribe(_ -> tracing.forget());
        model.hunt().stateProperty().map(Hunt.State::planted).subscribe(_ -> tracing.forget());
        model.resultProperty().subscribe(_ -> xray.close());
    }

    XRayModel xray() {
        return xray;
    }

    /** Whose arithmetic it is: a planted mistake may start elsewhere. */
    private record Explained(Studied studied, Optional<Planted> planted) {}

    /** @param open opens the card once there is somebody who explains, on the JavaFX thread */
    void whenReady(Runnable open) {
        now().ifPresent(now -> tracing.whenReady(now, () -> explainer(now.studied(), now.planted(), desk.device()), open));
    }

    private Optional<Explained> now() {
        return model.studied().map(studied -> new Explained(studied, model.hunt().planted()));
    }

    /** Of the network as it is checked, in doubles. */
    static Explainer explainer(Studied studied, Optional<Planted> planted, Device device) throws SettingException {
        Tracer tracer = new Tracer(studied.experiment(), studied.setup(), studied.dataset().classes(), device);
        int[] samples = studied.samples().stream().mapToInt(Integer::intValue).toArray();
        Snapshot start = planted.map(each -> Snapshot.of(each.started(studied.network()))).orElseGet(() -> Snapshot.of(studied.network()));
        return new XRay(tracer.trace(start, studied.split(), samples).inDoubles());
    }

    /** Where the number of a cell stands. */
    Address address(Cells.Number number) {
        return address(model.soFar().tensors().get(number.tensor()), number.index());
    }

    static Address address(CheckedTensor tensor, int index) {
        if (tensor.kind() == CheckedTensor.Kind.PARAMETER) {
            return new Address.WeightGradient(tensor.name(), index);
        }
        int each = tensor.size() / tensor.shape().at(0);
        return new Address.ActivationGradient(tensor.layer() - 1, index / each, index % each);
    }

    /** Below a gradient: its numeric twin, as far as it is checked. */
    Optional<Node> further(Arithmetic arithmetic) {
        return number(arithmetic.of()).map(number -> {
            CheckedTensor tensor = model.soFar().tensors().get(number.tensor());
            Settings with = model.settings();
            boolean centered = with.choice("difference").equals("centered");
            VBox lines = new VBox(line("%s, h = %s".formatted(centered ? "(L(w+h) − L(w−h)) / 2h" : "(L(w+h) − L(w)) / h", Digits.shortest(with.decimal("h")))));
            lines.setId("xray-numeric");
            lines.getStyleClass().add("xray-numeric");
            Label losses = line("= …");
            lines.getChildren().add(losses);
            writeLosses(number, with, losses);
            if (tensor.isChecked(number.index())) {
                lines.getChildren().add(line("= " + NumberText.of(tensor.numeric()[number.index()], NumberText.FLOAT_DIGITS)));
                if (model.hunt().planted().isPresent()) {
                    lines.getChildren().add(line("backward says " + NumberText.of(tensor.analytic()[number.index()], NumberText.FLOAT_DIGITS)));
                }
                lines.getChildren().add(verdict(tensor, number.index()));
            } else {
                lines.getChildren().add(line("not checked yet"));
            }
            return (Node) lines;
        });
    }

    private void writeLosses(Cells.Number number, Settings with, Label losses) {
        Optional<CheckSubject> what = model.toCheck();
        Optional<Planted> planted = model.hunt().planted();
        what.ifPresent(subject -> background.execute(() -> {
            Difference difference = Difference.of(subject, with, planted, desk.device(), number.tensor(), number.index());
            String text = String.format(Locale.ROOT, "= (%.12f − %.12f) / %s", difference.above(), difference.below(),
                    Digits.shortest(difference.span()));
            desk.jobs().ui().execute(() -> losses.setText(text));
        }));
    }

    private Optional<Cells.Number> number(Address address) {
        List<CheckedTensor> tensors = model.soFar().tensors();
        return switch (address) {
            case Address.WeightGradient at -> IntStream.range(0, tensors.size())
                    .filter(i -> tensors.get(i).name().equals(at.parameter())).mapToObj(i -> new Cells.Number(i, at.index())).findFirst();
            case Address.ActivationGradient at -> IntStream.range(0, tensors.size())
                    .filter(i -> tensors.get(i).kind() == CheckedTensor.Kind.PASSING && tensors.get(i).layer() == at.layer() + 1)
                    .mapToObj(i -> new Cells.Number(i, at.sample() * (tensors.get(i).size() / tensors.get(i).shape().at(0)) + at.index())).findFirst();
            default -> Optional.empty();
        };
    }

    private static Label verdict(CheckedTensor tensor, int index) {
        boolean right = switch (tensor.grade(index)) {
            case RIGHT, FINE, ROUNDING -> true;
            case SUSPECT, WRONG, KINK, UNCHECKED -> false;
        };
        String words = switch (tensor.grade(index)) {
            case KINK -> ": a kink lies between w − h and w + h";
            case ROUNDING -> ": no more than rounding of the loss explains";
            default -> "";
        };
        Label verdict = line("%s relative error %s%s".formatted(right ? "✓" : "✗", CheckWords.small(tensor.error(index)), words));
        verdict.setId("xray-verdict");
        verdict.getStyleClass().add(right ? "right-mark" : "wrong-mark");
        return verdict;
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.getStyleClass().addAll("mono", "xray-line");
        return line;
    }
}
