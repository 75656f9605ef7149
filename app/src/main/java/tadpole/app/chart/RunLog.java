package tadpole.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.Stepped;

/**
 * The events of a run: every epoch, every change, and every step of the first 65 536; of a longer run every 2nd, 4th ... step, and its
 * last. At 64 bytes a step that is at most 4 MB. Belongs to one thread.
 */
public final class RunLog implements Consumer<TrainingEvent> {

    private static final int MOST = 1 << 16;
    private static final int FIRST_ROOM = 1 << 9;

    private final RunningAverage losses = new RunningAverage();
    private final RunningAverage accuracies = new RunningAverage();
    private final List<EpochEnded> epochs = new ArrayList<>();
    private final List<Changed> changes = new ArrayList<>();
    private long[] steps = new long[FIRST_ROOM];
    private double[] epoch = new double[FIRST_ROOM];
    private double[] loss = new double[FIRST_ROOM];
    private double[] averageLoss = new double[FIRST_ROOM];
    private double[] averageAccuracy = new double[FIRST_ROOM];
    private double[] rate = new double[FIRST_ROOM];
    private double[] momentum = new double[FIRST_ROOM];
    private int[] correct = new int[FIRST_ROOM];
    private int[] count = new int[FIRST_ROOM];
    private int size;
    private int every = 1;
    private long begin;

    /** Its averages and its lines go on where another run was after so many steps. */
    void goOnFrom(RunLog parent, long step) {
        begin = step;
        int at = parent.before(step);
        if (at >= 0) {
            losses.beginAt(parent.averageLoss[at], step);
            accuracies.beginAt(parent.averageAccuracy[at], step);
        }
    }

    @Override
    public void accept(TrainingEvent event) {
        switch (event) {
            case Stepped step -> add(step);
            case EpochEnded end -> epochs.add(end);
            case Changed change -> changes.add(change);
        }
    }

    private void add(Stepped step) {
        double averagedLoss = losses.add(step.loss());
        double averagedAccuracy = accuracies.add(step.accuracy());
        // The newest step is always there; it goes where it is not one of every n-th and the next one comes.
        int at = size > 0 && !isKept(steps[size - 1]) ? size - 1 : size;
        if (at == MOST) {
            every *= 2;
            thin();
            at = size > 0 && !isKept(steps[size - 1]) ? size - 1 : size;
        }
        if (at == steps.length) {
            grow();
        }
        steps[at] = step.step();
        epoch[at] = step.epoch();
        loss[at] = step.loss();
        averageLoss[at] = averagedLoss;
        averageAccuracy[at] = averagedAccuracy;
        rate[at] = step.rate();
        momentum[at] = step.momentum().orElse(Double.NaN);
        correct[at] = step.correct();
        count[at] = step.count();
        size = at + 1;
    }

    private boolean isKept(long step) {
        return (step - begin) % every == 0;
    }

    private void grow() {
        int room = 2 * steps.length;
        steps = Arrays.copyOf(steps, room);
        epoch = Arrays.copyOf(epoch, room);
        loss = Arrays.copyOf(loss, room);
        averageLoss = Arrays.copyOf(averageLoss, room);
        averageAccuracy = Arrays.copyOf(averageAccuracy, room);
        rate = Arrays.copyOf(rate, room);
        momentum = Arrays.copyOf(momentum, room);
        correct = Arrays.copyOf(correct, room);
        count = Arrays.copyOf(count, room);
    }

    private void thin() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (isKept(steps[i])) {
                steps[kept] = steps[i];
                epoch[kept] = epoch[i];
                loss[kept] = loss[i];
                averageLoss[kept] = averageLoss[i];
                averageAccuracy[kept] = averageAccuracy[i];
                rate[kept] = rate[i];
                momentum[kept] = momentum[i];
                correct[kept] = correct[i];
                count[kept++] = count[i];
            }
        }
        size = kept;
    }

    /** How many steps are kept. */
    public int size() {
        return size;
    }

    /** Of how many steps one is kept: 1 for all. */
    public int every() {
        return every;
    }

    /** After how many steps the run left another; 0 for one from the very start. */
    public long begin() {
        return begin;
    }

    public long step(int index) {
        return steps[index];
    }

    /** How many steps were made; 0 before the first. */
    public long last() {
        return size == 0 ? begin : steps[size - 1];
    }

    public List<EpochEnded> epochs() {
        return epochs;
    }

    public List<Changed> changes() {
        return changes;
    }

    double epoch(int index) {
        return epoch[index];
    }

    double loss(int index) {
        return loss[index];
    }

    /** Of a batch alone; NaN where there are no classes. */
    double accuracy(int index) {
        return stepped(index).accuracy();
    }

    double averageLoss(int index) {
        return averageLoss[index];
    }

    /** Exponential average of the batches' losses after the last step; NaN before the first. */
    public double averageLoss() {
        return size == 0 ? Double.NaN : averageLoss[size - 1];
    }

    double averageAccuracy(int index) {
        return averageAccuracy[index];
    }

    double rate(int index) {
        return rate[index];
    }

    /** The last kept step that is not after this one; -1 where there is none. */
    int before(long step) {
        int found = Arrays.binarySearch(steps, 0, size, step);
        return found >= 0 ? found : -found - 2;
    }

    /** The kept step whose epoch is nearest. */
    int nearestEpoch(double wanted) {
        int found = Arrays.binarySearch(epoch, 0, size, wanted);
        int next = Math.min(found < 0 ? -found - 1 : found, size - 1);
        return next > 0 && Math.abs(epoch[next - 1] - wanted) <= Math.abs(epoch[next] - wanted) ? next - 1 : next;
    }

    /**
     * Seconds of work after a step: measured at the ends of epochs, between them in proportion to the steps, and in the first epoch
     * at the pace given.
     *
     * @param stepsPerSecond of the epoch under way; 0 where it is not known
     * @param atBegin        where the log begins: ends of epochs tell the seconds since the very start, its parent's with them
     */
    double seconds(long step, double stepsPerSecond, double atBegin) {
        long fromStep = begin;
        double from = atBegin;
        double pace = stepsPerSecond;
        for (EpochEnded end : epochs) {
            if (step <= end.step()) {
                return from + (end.seconds() - from) * (step - fromStep) / Math.max(1.0, end.step() - fromStep);
            }
            pace = (end.step() - fromStep) / Math.max(1e-9, end.seconds() - from);
            fromStep = end.step();
            from = end.seconds();
        }
        return pace > 0 ? from + (step - fromStep) / pace : from;
    }

    /** All that is kept, in the order it happened. */
    public void replay(Consumer<TrainingEvent> listener) {
        int end = 0;
        int change = 0;
        for (int i = 0; i < size; i++) {
            while (change < changes.size() && changes.get(change).step() < steps[i]) {
                listener.accept(changes.get(change++));
            }
            while (end < epochs.size() && epochs.get(end).step() < steps[i]) {
                listener.accept(epochs.get(end++));
            }
            listener.accept(stepped(i));
        }
        while (change < changes.size()) {
            listener.accept(changes.get(change++));
        }
        while (end < epochs.size()) {
            listener.accept(epochs.get(end++));
        }
    }

    Stepped stepped(int i) {
        return new Stepped(steps[i], epoch[i], loss[i], correct[i], count[i], rate[i],
                Double.isNaN(momentum[i]) ? OptionalDouble.empty() : OptionalDouble.of(momentum[i]));
    }
}
