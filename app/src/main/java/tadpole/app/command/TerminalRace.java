package tadpole.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.Digits;
import tadpole.app.chart.RacePicture;
import tadpole.app.chart.RatesPicture;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.RaceCsv;
import tadpole.engine.file.RaceFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Race;
import tadpole.engine.training.RaceEvent;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.RaceRun;
import tadpole.engine.training.Standing;

/** Races on a terminal, one line a run, and keeps what there is to keep. */
final class TerminalRace {

    private static final List<String> FILES =
            List.of("metrics.csv", "race.json", "race.png", "race.svg", "race-rates.png", "race-rates.svg");

    private final RunRequest request;
    private final RacePlan plan;
    private final TerminalJob job;
    private final PrintWriter err;
    private Optional<RaceCsv> table = Optional.empty();

    TerminalRace(RacePlan plan, RunRequest request, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.request = request;
        this.plan = plan;
        this.job = new TerminalJob(request, surroundings, out, err);
        this.err = err;
    }

    /** Ends with the ranking as one line of JSON on standard output. */
    void run() throws CommandException {
        job.run((dataset, device, interruption) -> line(race(dataset, device, interruption)));
    }

    private RaceResult race(Dataset dataset, Device device, Interruption interruption) throws CommandException {
        Race race = prepare(dataset, device);
        table = job.open(FILES, folder -> {
            RaceFile.write(folder.resolve("race.json"), plan);
            return RaceCsv.open(folder.resolve("metrics.csv"), plan);
        });
        try {
            err.printf(Locale.ROOT, "%s: %s, %d racing, %d steps each, %d %s%n", plan.name(), dataset.title(), plan.contestants().size(),
                    race.plan().steps(), plan.seeds(), plan.seeds() == 1 ? "seed" : "seeds");
            err.flush();
            RaceResult result = job.result(race.run(new Watched(interruption)));
            job.clear();
            rank(result);
            job.charts(folder -> {
                ChartFiles.write(RacePicture.of(result), folder, "race");
                ChartFiles.write(RatesPicture.of(result), folder, "race-rates");
            });
            return result;
        } finally {
            if (table.isPresent()) {
                job.close(table.get()::close);
            }
        }
    }

    private Race prepare(Dataset dataset, Device device) throws CommandException {
        try {
            return new Race(plan, dataset, device, this::hear);
        } catch (SettingException misfit) {
            throw request.refusal(misfit);
        }
    }

    private void hear(RaceEvent event) {
        table.ifPresent(each -> each.add(event));
        tell(event);
    }

    private void tell(RaceEvent event) {
        if (event instanceof RaceEvent.Ended(RaceRun run)) {
            job.clear();
            err.printf(Locale.ROOT, "%-20s rate %-8s seed %-4d %s%n", label(run.lane().contestant()), Digits.shortest(run.lane().rate()), plan.seed(run.lane().seed()),
                    run.diverged().isPresent() ? "diverged" : "final loss %s%s".formatted(Digits.loss(run.finalLoss()), test(run.test())));
            err.flush();
        }
    }

    private void rank(RaceResult result) {
        List<Standing> standings = result.standings();
        for (int i = 0; i < standings.size(); i++) {
            Standing each = standings.get(i);
            String loss = each.diverged() > 0
                    ? "diverged from %d of %d seeds".formatted(each.diverged(), each.seeds())
                    : Digits.loss(each.mean()) + (each.spread().isPresent() ? " ± " + Digits.loss(each.spread().getAsDouble()) : "");
            String gap = i + 1 < standings.size() && each.gap(standings.get(i + 1)) == Standing.Gap.NOT_APART && each.diverged() == 0
                    ? "   not apart from the next" : "";
            err.printf(Locale.ROOT, "%d. %-17s rate %-8s %s%s%s%n", i + 1, label(each.contestant()), Digits.shortest(each.rate()), loss, test(each.test()), gap);
        }
        err.flush();
    }

    private static String test(Optional<Evaluation> test) {
        return test.map(on -> ", test loss " + Digits.loss(on.loss())
                + (on.hasAccuracy() ? String.format(Locale.ROOT, ", %.2f %%", 100 * on.accuracy()) : "")).orElse("");
    }

    private String label(int contestant) {
        return plan.contestants().get(contestant).label();
    }

    private String line(RaceResult result) {
        List<Object> ranking = new ArrayList<>();
        List<Standing> standings = result.standings();
        for (int i = 0; i < standings.size(); i++) {
            ranking.add(fields(standings.get(i), i + 1 < standings.size() ? standings.get(i).gap(standings.get(i + 1)).name() : null));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", plan.name());
        fields.put("ranking", ranking);
        fields.put("steps", result.plan().steps());
        fields.put("seeds", plan.seeds());
        fields.put("last", result.plan().last());
        fields.put("runs", result.runs().size());
        fields.put("seconds", Math.round(result.seconds() * 1000) / 1000.0);
        fields.put("seed", plan.experiment().seed());
        fields.put("ending", result.ending());
        return JsonLayout.line(fields);
    }

    private Map<String, Object> fields(Standing each, String gap) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("optimizer", label(each.contestant()));
        fields.put("rate", each.rate());
        fields.put("finalLoss", each.diverged() > 0 ? null : each.mean());
        fields.put("spread", each.spread().isPresent() ? each.spread().getAsDouble() : null);
        if (plan.tests()) {
            fields.put("testLoss", each.test().map(Evaluation::loss).filter(Double::isFinite).orElse(null));
            fields.put("testAccuracy", each.test().map(Evaluation::accuracy).orElse(null));
        }
        fields.put("diverged", each.diverged());
        fields.put("rateAtEdge", each.edge());
        fields.put("apartFromNext", gap == null || gap.equals("UNKNOWN") ? null : gap.equals("APART"));
        return fields;
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
