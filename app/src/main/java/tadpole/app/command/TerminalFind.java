package tadpole.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.Digits;
import tadpole.app.chart.SweepPicture;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.SweepCsv;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.LearningRateFinder;
import tadpole.engine.training.Suggestion;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;
import tadpole.engine.training.SweepStep;

/** Sweeps the rates of an experiment on a terminal, and keeps what there is to keep. */
final class TerminalFind {

    private static final List<String> FILES = List.of("metrics.csv", "lr-finder.png", "lr-finder.svg");

    private final RunRequest request;
    private final SweepPlan plan;
    private final TerminalJob job;
    private final PrintWriter err;
    private Optional<SweepCsv> table = Optional.empty();
    private int planned;

    TerminalFind(RunRequest request, SweepPlan plan, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.request = request;
        this.plan = plan;
        this.job = new TerminalJob(request, surroundings, out, err);
        this.err = err;
    }

    /** Ends with the suggestions as one line of JSON on standard output. */
    void run() throws CommandException {
        job.run((dataset, device, interruption) -> line(find(dataset, device, interruption)));
    }

    private Sweep find(Dataset dataset, Device device, Interruption interruption) throws CommandException {
        LearningRateFinder finder = finder(dataset, device);
        planned = finder.planned();
        table = job.open(FILES, folder -> {
            ExperimentFile.write(folder.resolve("experiment.json"), request.experiment());
            return SweepCsv.open(folder.resolve("metrics.csv"));
        });
        try {
            err.printf(Locale.ROOT, "%s: %s, %d rates from %s to %s%n",
                    request.experiment().name(), dataset.title(), planned, Digits.shortest(plan.from()), Digits.shortest(plan.to()));
            err.flush();
            Sweep sweep = job.result(finder.run(interruption));
            job.clear();
            err.println(sweep.ending());
            err.flush();
            job.charts(folder -> ChartFiles.write(SweepPicture.of(sweep), folder, "lr-finder"));
            return sweep;
        } finally {
            if (table.isPresent()) {
                job.close(table.get()::close);
            }
        }
    }

    private LearningRateFinder finder(Dataset dataset, Device device) throws CommandException {
        try {
            return new LearningRateFinder(request.experiment(), plan, dataset, device, this::hear);
        } catch (SettingException misfit) {
            throw request.refusal(misfit);
        }
    }

    private void hear(SweepStep step) {
        table.ifPresent(each -> each.add(step));
        job.bar(step.step(), planned);
    }

    private String line(Sweep sweep) {
        Map<String, Object> rates = new LinkedHashMap<>();
        for (String rule : List.of("steepest", "valley", "minimum", "slide")) {
            rates.put(rule, sweep.suggestions().stream().filter(each -> each.name().startsWith(rule)).map(Suggestion::rate).findFirst().orElse(null));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", request.experiment().name());
        fields.put("suggestions", rates);
        fields.put("before", sweep.before());
        fields.put("after", sweep.after());
        fields.put("restored", sweep.isRestored());
        fields.put("steps", sweep.steps().size());
        fields.put("planned", sweep.planned());
        fields.put("seconds", Math.round(sweep.seconds() * 1000) / 1000.0);
        fields.put("seed", request.experiment().seed());
        fields.put("ending", sweep.ending());
        return JsonLayout.line(fields);
    }
}
