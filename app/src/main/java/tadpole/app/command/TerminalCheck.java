package tadpole.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tadpole.app.chart.Digits;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.CheckCsv;
import tadpole.engine.file.CheckFile;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.CheckResult;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.inspect.GradientCheck;
import tadpole.engine.inspect.Planted;
import tadpole.engine.inspect.Sanity;
import tadpole.engine.inspect.Verdict;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

/** Checks gradients on a terminal, one line a tensor, and keeps the cells. */
final class TerminalCheck {

    private static final List<String> FILES = List.of("check.json", "check.csv");

    private final RunRequest request;
    private final CheckPlan plan;
    private final TerminalJob job;
    private final PrintWriter err;

    TerminalCheck(CheckPlan plan, RunRequest request, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.request = request;
        this.plan = plan;
        this.job = new TerminalJob(request, surroundings, out, err);
        this.err = err;
    }

    /** Ends with norms and verdict as one line of JSON on standard output. */
    void run() throws CommandException {
        job.run(this::check);
    }

    private String check(Dataset dataset, Device device, Interruption interruption) throws CommandException {
        try {
            CheckSubject subject = CheckSubject.of(plan.experiment(), dataset, plan.samples(dataset));
            Optional<Planted> planted = plan.mistake().isPresent() ? Optional.of(planted(subject)) : Optional.empty();
            GradientCheck check = new GradientCheck(subject, plan.settings(), planted, device, _ -> {});
            job.open(FILES, folder -> {
                CheckFile.write(folder.resolve("check.json"), plan);
                return folder;
            });
            err.printf(Locale.ROOT, "%s: %s, %d %s, %d parameters, %s, %s, h %s%n", plan.name(), dataset.title(), subject.samples(),
                    subject.samples() == 1 ? "sample" : "samples", subject.network().parameterCount(), plan.settings().choice("precision"),
                    plan.settings().choice("difference"), Digits.shortest(plan.settings().decimal("h")));
            planted.ifPresent(each -> err.printf("Planted: %s, in %s%n", each.mistake().text().name(), each.place().words()));
            err.flush();
            JobOutcome<CheckResult> outcome = check.run(new Watched(interruption));
            CheckResult result = job.result(outcome);
            job.clear();
            Sanity sanity = Sanity.of(subject, planted);
            Verdict verdict = Verdict.of(result, sanity);
            table(result);
            table(sanity);
            err.printf("Verdict: %s. %s%n", verdict.place().words(), verdict.because());
            err.flush();
            job.charts(folder -> CheckCsv.write(folder.resolve("check.csv"), result.tensors()));
            return line(result, sanity, verdict, planted, outcome instanceof JobOutcome.Finished);
        } catch (SettingException misfit) {
            throw request.refusal(misfit);
        }
    }

    private Planted planted(CheckSubject subject) throws SettingException {
        return Planted.of(plan.mistake().orElseThrow(), subject, new Seed((Long) plan.settings().asMap().get("seed")));
    }

    private void table(CheckResult result) {
        err.printf("%-28s %-14s %10s %9s %12s %12s%n", "gradient by", "shape", "checked", "kinks", "worst", "norm");
        for (CheckedTensor each : result.tensors()) {
            err.printf(Locale.ROOT, "%-28s %-14s %10d %9d %12.3e %12.3e%n", each.name(), each.shape(), each.checked(), each.kinks(), each.worst(), each.norm());
        }
    }

    private void table(Sanity sanity) {
        err.printf("%-28s %12s %12s %9s %9s %9s %12s%n", "outputs of", "mean", "deviation", "zeros", "below 0", "start > 0", "gradient");
        for (Sanity.OfLayer each : sanity.layers()) {
            err.printf(Locale.ROOT, "%-28s %12.3e %12.3e %7.1f %% %7.1f %% %9s %12.3e%n", each.name(), each.mean(), each.deviation(), 100 * each.zeros(),
                    100 * each.negatives(), each.weights() == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * each.positive()), each.gradientNorm());
        }
    }

    private String line(CheckResult result, Sanity sanity, Verdict verdict, Optional<Planted> planted, boolean finished) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", plan.name());
        fields.put("loss", result.loss());
        fields.put("expectedLoss", sanity.expected());
        fields.put("norm", result.norm());
        fields.put("normWithoutKinks", result.smoothNorm());
        fields.put("checked", result.checked());
        fields.put("parameters", result.parameters().stream().mapToLong(CheckedTensor::checked).sum());
        fields.put("planned", result.planned());
        fields.put("kinks", result.kinks());
        fields.put("secondCall", result.secondCall());
        fields.put("lossMoves", sanity.lossMoves());
        fields.put("blamed", verdict.place().key());
        fields.put("evidence", verdict.evidence());
        fields.put("because", verdict.because());
        planted.ifPresent(each -> {
            fields.put("planted", each.mistake().text().type());
            fields.put("place", each.place().key());
            fields.put("found", each.place().isGuessed(verdict.place()));
        });
        fields.put("tensors", tensors(result));
        fields.put("analyticSeconds", result.analyticSeconds());
        fields.put("numericSeconds", result.numericSeconds());
        fields.put("seed", plan.experiment().seed());
        fields.put("ending", finished ? "finished" : "stopped");
        return JsonLayout.line(fields);
    }

    private static List<Object> tensors(CheckResult result) {
        List<Object> tensors = new ArrayList<>();
        for (CheckedTensor each : result.tensors()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", each.name());
            fields.put("checked", each.checked());
            fields.put("kinks", each.kinks());
            fields.put("worst", each.worst());
            fields.put("norm", each.norm());
            tensors.add(fields);
        }
        return tensors;
    }

    /** Draws the bar beside what else it asks. */
    private final class Watched implements JobControl {

        private final JobControl control;

        Watched(JobControl control) {
            this.control = control;
        }

        @Override
        public boolean proceed() {
            return control.proceed();
        }

        @Override
        public boolean isStopped() {
            return control.isStopped();
        }

        @Override
        public void report(Progress progress) {
            job.bar(progress.done(), progress.total());
        }
    }
}
