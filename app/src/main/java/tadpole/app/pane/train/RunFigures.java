package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.HeldOut;

/** Makes a run's live figures of its events. */
final class RunFigures {

    private static final double BETA = 0.98;
    private static final double LEAST_SECONDS = 0.5;

    private final LongSupplier nanoTime;
    private int epochs;
    private double lossSum;
    private double accuracySum;
    private double weight;
    private double lastLoss;
    private long step;
    private double epoch;
    private int wholeEpochs;
    private Optional<HeldOut> heldOut = Optional.empty();
    private long countedFrom;
    private long countedSince;
    private double speed;
    private boolean working = true;

    RunFigures(int epochs, LongSupplier nanoTime) {
        this.epochs = epochs;
        this.nanoTime = nanoTime;
        this.countedSince = nanoTime.getAsLong();
    }

    /** Another length was planned. */
    void setEpochs(int planned) {
        epochs = planned;
    }

    /** As after a moment of another run. */
    void beginAt(Figures figures) {
        weight = 1 - Math.pow(BETA, figures.step());
        lossSum = figures.loss() * weight;
        accuracySum = figures.accuracy() * weight;
        lastLoss = figures.lastLoss();
        step = figures.step();
        epoch = figures.epoch();
        wholeEpochs = figures.wholeEpochs();
        heldOut = figures.heldOut();
        countFromHere();
    }

    void accept(List<TrainingEvent> events) {
        events.forEach(this::accept);
        if (!working) {
            return;
        }
        double seconds = (nanoTime.getAsLong() - countedSince) / 1e9;
        if (seconds >= LEAST_SECONDS && step > countedFrom) {
            speed = (step - countedFrom) / seconds;
            countFromHere();
        }
    }

    /** Steps are counted only while it works by itself: between single steps a person thinks. */
    void setWorking(boolean now) {
        working = now;
        countFromHere();
    }

    /** Once it is over the speed is that of all its training, measuring between epochs with it. @param seconds of work */
    void end(long steps, double seconds) {
        setWorking(false);
        if (steps > 0 && seconds > 0) {
            speed = steps / seconds;
        }
    }

    private void countFromHere() {
        countedFrom = step;
        countedSince = nanoTime.getAsLong();
    }

    Figures now() {
        return new Figures(
                step, Figures.epoch(epoch, epochs), epochs, lossSum / weight, accuracySum / weight, lastLoss, heldOut,
                wholeEpochs, speed);
    }

    private void accept(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Stepped stepped -> {
                lossSum = BETA * lossSum + (1 - BETA) * stepped.loss();
                accuracySum = BETA * accuracySum + (1 - BETA) * stepped.accuracy();
                weight = BETA * weight + (1 - BETA);
                lastLoss = stepped.loss();
                step = stepped.step();
                epoch = stepped.epoch();
            }
            case TrainingEvent.EpochEnded ended -> {
                wholeEpochs = ended.epoch();
                heldOut = ended.heldOut().or(() -> heldOut);
            }
            case TrainingEvent.Changed _ -> { }
        }
    }
}
