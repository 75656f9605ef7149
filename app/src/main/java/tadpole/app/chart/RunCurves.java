package tadpole.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.Value;

/**
 * All that the chart of a run shows, fed by the run's events. It stays at about a thousand points however long the run.
 * Belongs to one thread; {@link #now} may be drawn on another.
 */
public final class RunCurves implements Consumer<TrainingEvent> {

    private static final int EPOCHS_SHOWN = 100;
    private static final int FLAGS = 50;

    private final Optional<RunCurves> parent;
    private final RunLog log = new RunLog();
    private RunFrame frame;
    private final StepSeries loss = new StepSeries();
    private final StepSeries accuracy = new StepSeries();
    private final Thinned trainAccuracy = new Thinned(EPOCHS_SHOWN);
    private final Thinned heldOutLoss = new Thinned(EPOCHS_SHOWN);
    private final Thinned heldOutAccuracy = new Thinned(EPOCHS_SHOWN);
    private final List<Change> changes = new ArrayList<>();
    private boolean sameBatchSize = true;
    private double pace;

    private record Change(long step, double epoch, String label, Value from, Value to) {
        Flag flag() {
            return new Flag(epoch, "%s %s → %s".formatted(label, text(from), text(to)));
        }

        private static String text(Value value) {
            return switch (value) {
                case Value.Amount(double number) -> Digits.shortest(number);
                case Value.Word(String word) -> word;
            };
        }
    }

    public RunCurves(RunFrame frame) {
        this(frame, Optional.empty());
    }

    private RunCurves(RunFrame frame, Optional<RunCurves> parent) {
        this.frame = frame;
        this.parent = parent;
    }

    /** Of a branch: what came before it is its parent's. @param step how many the parent had made. @param epoch where it leaves the parent */
    public RunCurves(RunFrame frame, RunCurves parent, long step, double epoch) {
        this(frame, Optional.of(parent));
        log.goOnFrom(parent.log, step);
        loss.beginAs(parent.loss, epoch, step);
        accuracy.beginAs(parent.accuracy, epoch, step);
        trainAccuracy.beginAs(parent.trainAccuracy, epoch);
        heldOutLoss.beginAs(parent.heldOutLoss, epoch);
        heldOutAccuracy.beginAs(parent.heldOutAccuracy, epoch);
        parent.changes.stream().filter(each -> each.epoch() < epoch).forEach(changes::add);
        sameBatchSize = parent.sameBatchSize;
    }

    /** Another length was planned. */
    public void show(RunFrame other) {
        frame = other;
    }

    @Override
    public void accept(TrainingEvent event) {
        log.accept(event);
        switch (event) {
            case TrainingEvent.Stepped step -> {
                loss.add(step.epoch(), step.loss());
                if (frame.hasAccuracy()) {
                    accuracy.add(step.epoch(), step.accuracy());
                }
            }
            case TrainingEvent.EpochEnded end -> {
                if (frame.hasAccuracy()) {
                    trainAccuracy.add(end.epoch(), end.train().accuracy());
                }
                end.heldOut().ifPresent(heldOut -> {
                    heldOutLoss.add(end.epoch(), heldOut.evaluation().loss());
                    if (frame.hasAccuracy()) {
                        heldOutAccuracy.add(end.epoch(), heldOut.evaluation().accuracy());
                    }
                });
            }
            case TrainingEvent.Changed change -> mark(change);
        }
    }

    public RunFrame frame() {
        return frame;
    }

    /** All that happened in it. */
    public RunLog log() {
        return log;
    }

    /** The run that it left. */
    public Optional<RunCurves> parent() {
        return parent;
    }

    /** How fast the epoch under way goes; until its first epoch has ended there is no other clock. */
    public void setPace(double stepsPerSecond) {
        pace = stepsPerSecond > 0 ? stepsPerSecond : pace;
    }

    /** Seconds of work until after a step, pauses left out, those of its parent before it left it among them. */
    public double seconds(long step) {
        return log.seconds(step, pace, parent.map(each -> each.seconds(log.begin())).orElse(0.0));
    }

    public List<Flag> flags() {
        return changes.stream().map(Change::flag).toList();
    }

    /** A copy, for a chart drawn on another thread. */
    public Curves now() {
        return now(Zoom.EVERYTHING, List.of());
    }

    /**
     * What is seen of it, in detail.
     *
     * @param behind other runs, faintly behind it
     */
    public Curves now(Zoom zoom, List<Behind> behind) {
        RunLines lines = new RunLines(this, Along.EPOCHS);
        boolean whole = zoom.across().isEmpty();
        return new Curves(
                frame,
                whole ? loss.raw() : lines.rawWithPast(Metric.LOSS, zoom.across()),
                whole ? loss.average() : lines.lineWithPast(Metric.LOSS, zoom.across()),
                whole ? accuracy.average() : lines.lineWithPast(Metric.ACCURACY, zoom.across()),
                trainAccuracy.points(),
                heldOutLoss.points(),
                heldOutAccuracy.points(),
                flags(),
                sameBatchSize,
                zoom,
                behind,
                lines::place);
    }

    /** Changes before the same step become one. */
    private void mark(TrainingEvent.Changed change) {
        sameBatchSize &= !change.label().equals("batch size");
        Value from = change.from();
        int last = changes.size() - 1;
        if (last >= 0 && changes.get(last).step() == change.step() && changes.get(last).label().equals(change.label())) {
            from = changes.remove(last).from();
        }
        if (!from.equals(change.to())) {
            changes.add(new Change(change.step(), change.epoch(), change.label(), from, change.to()));
        }
        if (changes.size() > FLAGS) {
            changes.removeFirst();
        }
    }
}
