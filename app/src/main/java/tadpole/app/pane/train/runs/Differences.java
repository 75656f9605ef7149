package tadpole.app.pane.train.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Metric;
import tadpole.app.chart.RunLog;
import tadpole.app.pane.train.Run;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;

/**
 * What runs came to, and what differs between them: their settings by their place in an experiment file.
 *
 * @param names of the runs
 */
record Differences(List<String> names, List<Row> settings, List<Row> figures) {

    static final String NOTHING = "–";

    /** @param values one for each run */
    record Row(String name, List<String> values) {}

    static Differences of(List<Run> runs) {
        List<Row> settings = new ArrayList<>(settings(runs.stream().map(Run::start).toList()));
        row("branch", runs, run -> run.origin().map(each -> each.text()).orElse(NOTHING)).filter(Differences::differs).ifPresent(settings::add);
        row("changed while it ran", runs, run -> run.curves().flags().isEmpty() ? NOTHING
                : run.curves().flags().stream().map(flag -> "%s (epoch %s)".formatted(flag.text(), Digits.shortest(flag.epoch()))).collect(Collectors.joining("; ")))
                .filter(Differences::differs).ifPresent(settings::add);
        return new Differences(runs.stream().map(run -> run.nameProperty().get()).toList(), settings, figures(runs));
    }

    /** Only what is not the same in all of them. */
    static List<Row> settings(List<Experiment> experiments) {
        List<Map<String, String>> all = experiments.stream().map(ExperimentFile::paths).toList();
        Set<String> paths = new LinkedHashSet<>();
        all.forEach(each -> paths.addAll(each.keySet()));
        return paths.stream().map(path -> new Row(path, all.stream().map(each -> each.getOrDefault(path, NOTHING)).toList()))
                .filter(Differences::differs).toList();
    }

    private static boolean differs(Row row) {
        return row.values().stream().distinct().count() > 1;
    }

    private static List<Row> figures(List<Run> runs) {
        List<Row> rows = new ArrayList<>();
        String heldOut = Metric.heldOut(runs.stream().map(Run::curves).toList());
        row("steps", runs, run -> Digits.count(run.curves().log().last())).ifPresent(rows::add);
        row("training loss, average", runs, run -> last(run, Metric.LOSS)).ifPresent(rows::add);
        row(heldOut + " loss, last", runs, run -> heldOut(run, Metric.HELD_OUT_LOSS, false)).ifPresent(rows::add);
        row(heldOut + " loss, best", runs, run -> heldOut(run, Metric.HELD_OUT_LOSS, true)).ifPresent(rows::add);
        row(heldOut + " accuracy, last", runs, run -> heldOut(run, Metric.HELD_OUT_ACCURACY, false)).ifPresent(rows::add);
        row(heldOut + " accuracy, best", runs, run -> heldOut(run, Metric.HELD_OUT_ACCURACY, true)).ifPresent(rows::add);
        row("seconds", runs, run -> String.format(Locale.ROOT, "%.1f", run.curves().seconds(run.curves().log().last()))).ifPresent(rows::add);
        row("steps per second", runs, Differences::pace).ifPresent(rows::add);
        return rows;
    }

    private static Optional<Row> row(String name, List<Run> runs, Function<Run, String> value) {
        List<String> values = runs.stream().map(value).toList();
        return values.stream().allMatch(NOTHING::equals) ? Optional.empty() : Optional.of(new Row(name, values));
    }

    private static String last(Run run, Metric metric) {
        RunLog log = run.curves().log();
        return log.size() == 0 ? NOTHING : number(metric, log.averageLoss());
    }

    private static String pace(Run run) {
        RunLog log = run.curves().log();
        double seconds = run.curves().seconds(log.last()) - run.curves().seconds(log.begin());
        return seconds > 0 ? Digits.count(Math.round((log.last() - log.begin()) / seconds)) : NOTHING;
    }

    private static String heldOut(Run run, Metric metric, boolean best) {
        List<EpochEnded> measured = run.curves().log().epochs().stream()
                .filter(end -> end.heldOut().filter(each -> metric.isLoss() || each.evaluation().hasAccuracy()).isPresent()).toList();
        Comparator<EpochEnded> better = Comparator.comparingDouble(end -> metric.isLoss() ? -value(end, metric) : value(end, metric));
        Optional<EpochEnded> end = best ? measured.stream().reduce((one, other) -> better.compare(other, one) > 0 ? other : one)
                : measured.isEmpty() ? Optional.empty() : Optional.of(measured.getLast());
        return end.map(each -> number(metric, value(each, metric)) + (best ? " (epoch %d)".formatted(each.epoch()) : "")).orElse(NOTHING);
    }

    private static double value(EpochEnded end, Metric metric) {
        Evaluation evaluation = end.heldOut().map(HeldOut::evaluation).orElseThrow();
        return metric.isLoss() ? evaluation.loss() : evaluation.accuracy();
    }

    private static String number(Metric metric, double value) {
        return metric.isLoss() ? Digits.loss(value) : String.format(Locale.ROOT, "%.2f %%", 100 * value);
    }

    /** As a table for a spreadsheet or a mail: columns parted by tabs. */
    String text() {
        List<Row> all = new ArrayList<>(List.of(new Row("", names)));
        all.addAll(figures);
        all.addAll(settings);
        return all.stream().map(row -> row.name() + "\t" + String.join("\t", row.values())).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Whether nothing but what they came to differs. */
    boolean areAlike() {
        return settings.isEmpty();
    }
}
