package tadpole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.Digits;
import tadpole.app.chart.SweepPicture;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.file.Causes;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.SafeFile;
import tadpole.engine.file.SweepCsv;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.LearningRateFinder;
import tadpole.engine.training.Suggestion;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;
import tadpole.engine.training.SweepStep;

/** Sweeps the rates of an experiment on a terminal, and keeps what there is to keep. */
final class TerminalFind {

    private static final long REDRAW_NANOS = 100_000_000;

    private final RunRequest request;
    private final SweepPlan plan;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;
    private final long begun = System.nanoTime();
    private Optional<SweepCsv> table = Optional.empty();
    private long drawn;
    private int planned;

    TerminalFind(RunRequest request, SweepPlan plan, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.request = request;
        this.plan = plan;
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    /** Ends with the suggestions as one line of JSON on standard output. */
    void run() throws CommandException {
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(request.threads())) {
            Dataset dataset = DataSources.find(request.file(), request.experiment().data().set(), request.data(), surroundings.environment())
                    .read(interruption);
            if (interruption.proceed()) {
                out.println(line(find(dataset, device, interruption)));
                if (out.checkError()) {
                    throw CommandException.failedRun("The result could not be written to standard output; is what it leads to full or closed?", null);
                }
            }
        } catch (DatasetException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        } catch (UncheckedIOException full) {
            throw CommandException.failedRun(full.getMessage(), full);
        }
    }

    private Sweep find(Dataset dataset, Device device, Interruption interruption) throws CommandException {
        LearningRateFinder finder = finder(dataset, device);
        planned = finder.planned();
        table = open();
        try {
            err.printf(Locale.ROOT, "%s: %s, %d rates from %s to %s%n", request.experiment().name(), dataset.title(), planned, Digits.shortest(plan.from()), Digits.shortest(plan.to()));
            err.flush();
            Sweep sweep = swept(finder.run(interruption));
            err.printf(Locale.ROOT, "%s%s%n", surroundings.terminal().present() ? "\r" : "", sweep.ending());
            err.flush();
            save(sweep);
            return sweep;
        } finally {
            if (table.isPresent()) {
                close(table.get());
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

    private Sweep swept(JobOutcome<Sweep> outcome) throws CommandException {
        return switch (outcome) {
            case JobOutcome.Finished<Sweep>(Sweep sweep) -> sweep;
            case JobOutcome.Stopped<Sweep>(Sweep sweep) -> sweep;
            case JobOutcome.Failed<Sweep>(String message, Throwable cause) ->
                    throw CommandException.failedRun("%s: %s".formatted(request.file(), message), cause);
        };
    }

    private Optional<SweepCsv> open() throws CommandException {
        if (request.out().isEmpty()) {
            return Optional.empty();
        }
        Path folder = request.out().get();
        try {
            Files.createDirectories(folder);
            for (String earlier : List.of("metrics.csv", "lr-finder.png", "lr-finder.svg")) {
                SafeFile.delete(folder.resolve(earlier));
            }
            ExperimentFile.write(folder.resolve("experiment.json"), request.experiment());
            return Optional.of(SweepCsv.open(folder.resolve("metrics.csv")));
        } catch (IOException failed) {
            throw CommandException.wrongRequest("The folder %s cannot be made: %s.".formatted(folder, Causes.inWords(failed)), failed);
        } catch (FileException failed) {
            throw CommandException.wrongRequest(failed.getMessage(), failed);
        }
    }

    private static void close(SweepCsv table) throws CommandException {
        try {
            table.close();
        } catch (FileException failed) {
            throw CommandException.failedRun(failed.getMessage(), failed);
        }
    }

    /** Without charts a sweep is still worth its time. */
    private void save(Sweep sweep) {
        if (request.out().isEmpty()) {
            return;
        }
        try {
            ChartFiles.write(SweepPicture.of(sweep), request.out().get(), "lr-finder");
        } catch (ChartException | FileException undrawable) {
            err.println("tadpole: " + undrawable.getMessage());
        } catch (IOException unwritable) {
            err.println("tadpole: The charts cannot be written to %s: %s.".formatted(request.out().get(), Causes.inWords(unwritable)));
        }
        err.flush();
    }

    private void hear(SweepStep step) {
        table.ifPresent(each -> each.add(step));
        draw(step);
    }

    private void draw(SweepStep step) {
        long now = System.nanoTime();
        if (surroundings.terminal().present() && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            err.print("\r" + ProgressBar.line(step.step(), planned, (now - begun) / 1e9, surroundings.terminal().width() - 1));
            err.flush();
        }
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
