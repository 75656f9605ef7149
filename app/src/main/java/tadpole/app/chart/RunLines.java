package tadpole.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;

/** A run's numbers as lines over steps, epochs or seconds; of what is seen at most about a thousand points. On the thread of the run's curves. */
public record RunLines(RunCurves run, Along along) {

    private static final int MOST = 800;
    private static final int EXTREMES = 64;

    /** That of a branch begins where the branch left its parent. */
    public Points line(Metric metric, Optional<Zoom.Range> seen) {
        List<double[]> places = new ArrayList<>();
        fork(metric).ifPresent(places::add);
        if (metric.isHeldOut()) {
            run.log().epochs().forEach(end -> heldOut(end).filter(each -> isMeasured(metric, each))
                    .ifPresent(evaluation -> places.add(new double[] {x(end), metric.isLoss() ? evaluation.loss() : evaluation.accuracy()})));
        } else if (metric.isLoss() || run.frame().hasAccuracy()) {
            RunLog log = run.log();
            IntToDoubleFunction value = metric.isLoss() ? log::averageLoss : log::averageAccuracy;
            int[] range = range(seen);
            int stride = Integer.highestOneBit(Math.max(1, (range[1] - range[0]) / MOST));
            for (int i = range[0]; i < range[1]; i++) {
                if (i % stride == 0 || i == range[0] || i == range[1] - 1) {
                    places.add(new double[] {x(i), value.applyAsDouble(i)});
                }
            }
        }
        return points(places);
    }

    /** The same, and before where it left its parent the parent's. */
    Points lineWithPast(Metric metric, Optional<Zoom.Range> seen) {
        return past(lines -> lines.lineWithPast(metric, seen), line(metric, seen));
    }

    Points rawWithPast(Metric metric, Optional<Zoom.Range> seen) {
        return past(lines -> lines.rawWithPast(metric, seen), raw(metric, seen));
    }

    private Points past(Function<RunLines, Points> line, Points own) {
        if (run.parent().isEmpty()) {
            return own;
        }
        double fork = run.log().size() > 0 ? x(0) : Double.POSITIVE_INFINITY;
        Points before = line.apply(new RunLines(run.parent().get(), along));
        int kept = (int) Arrays.stream(before.x()).takeWhile(x -> x < fork).count();
        return new Points(Arrays.copyOf(before.x(), kept), Arrays.copyOf(before.y(), kept)).and(own);
    }

    /** Single batches: enough of them for a cloud, and the extremes. Nothing where it is measured after epochs. */
    public Points raw(Metric metric, Optional<Zoom.Range> seen) {
        if (metric.isHeldOut() || !metric.isLoss() && !run.frame().hasAccuracy()) {
            return points(List.of());
        }
        IntToDoubleFunction value = metric.isLoss() ? run.log()::loss : run.log()::accuracy;
        int[] range = range(seen);
        Thinned samples = new Thinned(MOST);
        Thinned extremes = new Thinned(EXTREMES);
        for (int i = range[0]; i < range[1]; i++) {
            samples.add(x(i), value.applyAsDouble(i));
            extremes.add(x(i), value.applyAsDouble(i));
        }
        return samples.lasts().and(extremes.points());
    }

    /** "step 1 310 · epoch 1.397". */
    public String place(double x) {
        RunLog log = run.log();
        for (EpochEnded end : log.epochs()) {
            if (x(end) == x) {
                return words(end.step(), end.epoch());
            }
        }
        if (log.size() == 0 || x < x(0)) {
            return run.parent().map(parent -> new RunLines(parent, along).place(x)).orElse("start");
        }
        int at = nearest(x);
        return words(log.step(at), log.epoch(at));
    }

    private String words(long step, double epoch) {
        String words = "step %s · epoch %s".formatted(Digits.count(step), Digits.shortest(Math.round(1000 * epoch) / 1000.0));
        return along == Along.SECONDS ? words + String.format(Locale.ROOT, " · %.1f s", run.seconds(step)) : words;
    }

    /** The last point of the parent before the branch left it. */
    private Optional<double[]> fork(Metric metric) {
        long step = run.log().begin();
        return run.parent().flatMap(parent -> new RunLines(parent, along).at(metric, step));
    }

    private Optional<double[]> at(Metric metric, long step) {
        if (metric.isHeldOut()) {
            Optional<double[]> own = run.log().epochs().stream().filter(end -> end.step() <= step)
                    .reduce((_, later) -> later).flatMap(end -> heldOut(end).filter(each -> isMeasured(metric, each))
                            .map(evaluation -> new double[] {x(end), metric.isLoss() ? evaluation.loss() : evaluation.accuracy()}));
            return own.or(() -> fork(metric));
        }
        int index = run.log().before(step);
        if (index < 0) {
            return fork(metric);
        }
        return metric.isLoss() ? Optional.of(new double[] {x(index), run.log().averageLoss(index)})
                : Optional.of(new double[] {x(index), run.log().averageAccuracy(index)}).filter(_ -> run.frame().hasAccuracy());
    }

    /** The kept steps from the last before what is seen to the first after it. */
    private int[] range(Optional<Zoom.Range> seen) {
        int size = run.log().size();
        return seen.map(range -> new int[] {Math.max(0, first(range.from()) - 1), Math.min(size, first(range.to()) + 1)})
                .orElse(new int[] {0, size});
    }

    /** The first kept step that is not before x. */
    private int first(double x) {
        int low = 0;
        int high = run.log().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x(middle) < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int nearest(double x) {
        int next = Math.min(first(x), run.log().size() - 1);
        return next > 0 && x - x(next - 1) <= x(next) - x ? next - 1 : next;
    }

    private double x(int index) {
        return switch (along) {
            case STEPS -> run.log().step(index);
            case EPOCHS -> run.log().epoch(index);
            case SECONDS -> run.seconds(run.log().step(index));
        };
    }

    private double x(EpochEnded end) {
        return switch (along) {
            case STEPS -> end.step();
            case EPOCHS -> end.epoch();
            case SECONDS -> run.seconds(end.step());
        };
    }

    private static Optional<Evaluation> heldOut(EpochEnded end) {
        return end.heldOut().map(HeldOut::evaluation);
    }

    private static boolean isMeasured(Metric metric, Evaluation evaluation) {
        return metric.isLoss() || evaluation.hasAccuracy();
    }

    private static Points points(List<double[]> places) {
        return new Points(places.stream().mapToDouble(each -> each[0]).toArray(), places.stream().mapToDouble(each -> each[1]).toArray());
    }
}
