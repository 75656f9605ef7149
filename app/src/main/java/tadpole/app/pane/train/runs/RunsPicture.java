package tadpole.app.pane.train.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tadpole.app.chart.Along;
import tadpole.app.chart.Digits;
import tadpole.app.chart.LinesPicture;
import tadpole.app.chart.LinesPicture.Line;
import tadpole.app.chart.LinesPicture.Sheet;
import tadpole.app.chart.LinesPicture.Weight;
import tadpole.app.chart.Metric;
import tadpole.app.chart.Points;
import tadpole.app.chart.RunLines;
import tadpole.app.chart.SeedBand;
import tadpole.app.chart.Zoom;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.Sight;

/**
 * Draws runs over each other. Losses of different kinds have no common axis: each kind gets a plot of its own.
 *
 * @param eachSeed whether the lines of single seeds stand in their band
 * @param look     of a run
 * @param sight    what is looked at, for its mark
 */
record RunsPicture(List<Run> shown, Metric metric, Along along, boolean eachSeed, ToIntFunction<Run> look, Optional<Sight> sight) {

    /** Of so few lines the single batches do not hide each other. */
    private static final int FEW = 2;
    private static final double LONG = 50;

    LinesPicture seen(Zoom zoom) {
        List<String> kinds = metric.isLoss() ? kinds(shown) : List.of("");
        List<RunGroup> groups = RunGroup.of(shown);
        List<Sheet> sheets = kinds.stream().map(kind -> sheet(kind, groups.stream()
                .filter(group -> kind.isEmpty() || kind.equals(group.first().curves().frame().loss())).toList(), groups.size() <= FEW, zoom)).toList();
        return new LinesPicture(sheets, along.label(), planned(), marks(), zoom);
    }

    /** The losses that the runs learn by, with their units. */
    static List<String> kinds(List<Run> runs) {
        return runs.stream().map(run -> run.curves().frame().loss()).distinct().toList();
    }

    private Sheet sheet(String kind, List<RunGroup> groups, boolean few, Zoom zoom) {
        List<Line> lines = groups.stream().flatMap(group -> lines(group, few, zoom).stream()).toList();
        String note = kind.isEmpty() ? metric.about() : kind + " · " + metric.about();
        boolean band = groups.stream().anyMatch(group -> group.runs().size() > 1);
        return new Sheet(metric.label(Metric.heldOut(shown.stream().map(Run::curves).toList())), band ? note + " · mean of the seeds, band: least to greatest" : note,
                !metric.isLoss(), !metric.isLoss(), metric.isLoss(), lines, Optional.empty());
    }

    private List<Line> lines(RunGroup group, boolean few, Zoom zoom) {
        int mark = look.applyAsInt(group.first());
        if (group.runs().size() == 1) {
            RunLines run = new RunLines(group.first().curves(), along);
            Line line = Line.of(group.name(), mark, run.line(metric, zoom.across()), run::place);
            return List.of(metric.isHeldOut() ? line.withMarkers() : few ? line.withDots(run.raw(metric, zoom.across())) : line);
        }
        List<RunLines> runs = group.runs().stream().map(run -> new RunLines(run.curves(), along)).toList();
        List<Points> points = runs.stream().map(run -> run.line(metric, zoom.across())).toList();
        SeedBand band = SeedBand.of(points);
        List<Line> lines = new ArrayList<>();
        Line mean = Line.of(group.name(), mark, band.mean(), x -> place(runs, band, x)).withBand(band.low(), band.high());
        lines.add(metric.isHeldOut() ? mean.withMarkers() : mean);
        for (int i = 0; eachSeed && i < points.size(); i++) {
            lines.add(Line.of("seed " + group.runs().get(i).start().seed(), mark, points.get(i), runs.get(i)::place).as(Weight.THIN));
        }
        return lines;
    }

    private static String place(List<RunLines> runs, SeedBand band, double x) {
        int there = band.runsAt(x);
        RunLines longest = runs.stream().reduce((one, other) -> other.run().log().last() > one.run().log().last() ? other : one).orElseThrow();
        return longest.place(x) + (there == runs.size() ? "" : " · %d of %d seeds".formatted(there, runs.size()));
    }

    /** While something runs the axis shows the whole plan, so that it stands still. */
    private Optional<Zoom.Range> planned() {
        return shown.stream().filter(run -> run.state().isGoingOn() && run.curves().frame().epochs() <= LONG && along != Along.SECONDS)
                .map(run -> along == Along.EPOCHS ? run.curves().frame().epochs() : run.curves().frame().epochs() * run.curves().frame().stepsAnEpoch())
                .max(Double::compare).map(most -> new Zoom.Range(0, most));
    }

    private List<LinesPicture.Mark> marks() {
        return sight.filter(each -> !each.live() && shown.contains(each.run())).map(each -> List.of(new LinesPicture.Mark(
                switch (along) {
                    case STEPS -> each.step();
                    case EPOCHS -> each.epoch();
                    case SECONDS -> each.run().curves().seconds(each.step());
                }, "step " + Digits.count(each.step())))).orElse(List.of());
    }
}
