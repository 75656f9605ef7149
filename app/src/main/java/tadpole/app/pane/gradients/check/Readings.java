package tadpole.app.pane.gradients.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tadpole.app.chart.AgreementPicture;
import tadpole.app.chart.DifferencePicture;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.shell.Desk;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.CheckResult;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.inspect.ErrorCurve;
import tadpole.engine.inspect.GradientCheck;
import tadpole.engine.inspect.Planted;
import tadpole.engine.inspect.Sanity;
import tadpole.engine.inspect.Verdict;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** What is measured after a check: the same in float, the error against the step, the sanity figures. */
final class Readings {

    /** More dots hide each other. */
    private static final int MOST_DOTS = 3000;

    private static final long MOST_FLOATS = 200;

    private final Desk desk;
    private final Executor background;
    private final Runnable changed;
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private List<CheckedTensor> floats = List.of();
    private List<DifferencePicture.Line> lines = List.of();
    private List<Fact> sanity = List.of();
    private Optional<Verdict> verdict = Optional.empty();
    private Optional<RunningJob<?>> running = Optional.empty();
    private int number;

    /** @param changed called whenever there is something new */
    Readings(Desk desk, Executor background, Runnable changed) {
        this.desk = desk;
        this.background = background;
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
        verdict = Optional.empty();
        stop();
        floats = List.of();
        lines = List.of();
    }

    void stop() {
        number++;
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
        going.set(false);
    }

    /** Begins all of it, what was begun before ends. */
    void read(CheckSubject what, CheckResult result, Optional<Planted> planted) {
        stop();
        int mine = ++number;
        background.execute(() -> {
            Sanity figures = Sanity.of(what, planted);
            desk.jobs().ui().execute(() -> {
                if (mine == number) {
                    verdict = Optional.of(Verdict.of(result, figures));
                    sanity = Facts.of(figures);
                    changed.run();
                }
            });
        });
        if (result.isComplete() && planted.isEmpty() && result.settings().choice("precision").equals("double")) {
            readFloats(what, result.settings(), mine);
        }
    }

    /** The same numbers in float, as far as they are few. */
    private void readFloats(CheckSubject what, Settings with, int mine) {
        try {
            Map<String, Object> values = new LinkedHashMap<>(with.asMap());
            values.put("precision", "float");
            values.put("most", with.whole("most") == 0 ? MOST_FLOATS : Math.min(MOST_FLOATS, (Long) values.get("most")));
            values.put("passing", 1L);
            start(new GradientCheck(what, CheckPlan.RECIPE.settings(values), Optional.empty(), desk.device(), _ -> {}), mine, result -> {
                floats = result.parameters();
                draw(what, with, mine);
            });
        } catch (SettingException impossible) {
            throw new IllegalStateException("These settings were checked in double.", impossible);
        }
    }

    /** The error of the right gradients against the step: the planted mistake has no say in it. */
    private void draw(CheckSubject what, Settings with, int mine) {
        UiFeed<List<ErrorCurve.Line>> feed = new UiFeed<>(desk.jobs().frames(), all -> {
            if (mine == number) {
                lines = Slopes.of(all.getLast());
                changed.run();
            }
        });
        start(new ErrorCurve(what, with, desk.device(), feed), mine, all -> lines = Slopes.of(all));
    }

    private <R> void start(Job<R> job, int mine, Consumer<R> use) {
        going.set(true);
        running = Optional.of(desk.jobs().start(job, outcome -> {
            if (mine != number) {
                return;
            }
            going.set(false);
            switch (outcome) {
                case JobOutcome.Finished<R>(R result) -> use.accept(result);
                case JobOutcome.Stopped<R>(R result) -> use.accept(result);
                case JobOutcome.Failed<R>(String why, _) -> desk.messages().failed(why);
            }
            changed.run();
        }));
    }

    /** What the check blames, and why; empty until it is known. */
    Optional<Verdict> verdict() {
        return verdict;
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
