package tadpole.app.pane.gradients.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tadpole.app.chart.AgreementPicture;
import tadpole.app.chart.DifferencePicture;
import tadpole.app.job.RunningJob;
import tadpole.app.shell.Desk;
import tadpole.engine.inspect.CheckResult;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.inspect.Planted;
import tadpole.engine.recipe.Settings;

/** What is measured after a check: the same in float, the error against the step, the sanity figures. */
final class Readings {

    /** More dots hide each other. */
    private static final int MOST_DOTS = 3000;

    private final Desk desk;
    private final Runnable changed;
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private List<CheckedTensor> floats = List.of();
    private List<DifferencePicture.Line> lines = List.of();
    private List<Fact> sanity = List.of();
    private Optional<RunningJob<?>> running = Optional.empty();
    private int number;

    /** @param changed called whenever there is something new */
    Readings(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    /** The parameters as they were checked in float; empty until that is done. */
    List<CheckedTensor> floats() {
        return floats;
    }

    List<DifferencePicture.Line> lines() {
        return lines;
    }

    /** What one looks at before one trains. */
    List<Fact> sanity() {
        return sanity;
    }

    void clear() {
        sanity = List.of();
        stop();
        floats = List.of();
        lines = List.of();
    }

    void stop() {
        number++;
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
        going.set(false);
    }

    void read(CheckSubject what, Settings with, Optional<Planted> planted, Optional<String> tensor) {
        changed.run();
    }

    String evidence(CheckResult result, Optional<Planted> planted) {
        return "";
    }

    /** The dots of one layer, or of all; of very many every n-th. */
    AgreementPicture agreement(CheckSoFar soFar, OptionalInt layer) {
        List<double[]> dots = new ArrayList<>();
        for (CheckedTensor tensor : soFar.tensors()) {
            if (tensor.kind() == CheckedTensor.Kind.PARAMETER && (layer.isEmpty() || layer.getAsInt() == tensor.layer())) {
                boolean sparse = tensor.checked() < MOST_DOTS;
                int every = sparse ? 1 : Math.max(1, tensor.size() / MOST_DOTS);
                IntStream.range(0, tensor.size()).filter(tensor::isChecked).filter(i -> i % every == 0)
                        .forEach(i -> dots.add(new double[] {tensor.numeric()[i], tensor.analytic()[i], tensor.error(i)}));
            }
        }
        return new AgreementPicture(column(dots, 0), column(dots, 1), column(dots, 2));
    }

    private static double[] column(List<double[]> dots, int column) {
        return dots.stream().mapToDouble(each -> each[column]).toArray();
    }
}
