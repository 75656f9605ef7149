package tadpole.app.chart;

import java.util.ArrayList;
import java.util.List;
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

    private RunFrame frame;
    private final StepSeries loss = new StepSeries();
    private final StepSeries accuracy = new StepSeries();
    private final Thinned trainAccuracy = new Thinned(EPOCHS_SHOWN);
    private final Thinned heldOutLoss = new Thinned(EPOCHS_SHOWN);
    private final Thinned heldOutAccuracy = new Thinned(EPOCHS_SHOWN);
    private final List<Change> changes = new ArrayList<>();
    private boolean sameBatchSize = true;

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
        this.frame = frame;
    }

    /** Of a branch: what came before it is its parent's. @param epoch where it leaves the parent */
    public RunCurves(RunFrame frame, RunCurves parent, double epoch) {
        this(frame);
        loss.beginAs(parent.loss, epoch);
        accuracy.beginAs(parent.accuracy, epoch);
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

    public List<Flag> flags() {
        return changes.stream().map(Change::flag).toList();
    }

    /** A copy, for a chart drawn on another thread. */
    public Curves now() {
        return new Curves(
                frame,
                loss.raw(),
                loss.average(),
                accuracy.average(),
                trainAccuracy.points(),
                heldOutLoss.points(),
                heldOutAccuracy.points(),
                flags(),
                sameBatchSize);
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
