package tadpole.app.pane.text.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import tadpole.engine.language.LanguageEvent;

/** What a run has told so far, ready to be drawn. On the JavaFX thread. */
final class LearnCurves {

    private static final int MOST_SAMPLES = 300;
    private static final double SPEED_SECONDS = 3;

    /** @param epoch counted from 1: the end of that one */
    record EpochEnd(int epoch, double validation) {}

    private final Curve training = new Curve();
    private final List<EpochEnd> ends = new ArrayList<>();
    private final List<SampleGroup> samples = new ArrayList<>();
    private final LongSupplier nanos;
    private final double tokensInStep;
    private LearnFigures figures = LearnFigures.NONE;
    private long markedStep;
    private long markedNanos;

    /** @param tokensInStep how many tokens one step reads */
    LearnCurves(double tokensInStep, LongSupplier nanos) {
        this.tokensInStep = tokensInStep;
        this.nanos = nanos;
        this.markedNanos = nanos.getAsLong();
    }

    /** It went on after a pause: the time in between does not count. */
    void goOn() {
        markedStep = figures.step();
        markedNanos = nanos.getAsLong();
    }

    void add(LanguageEvent event) {
        switch (event) {
            case LanguageEvent.Stepped stepped -> {
                training.add(stepped.epoch(), stepped.loss());
                figures = new LearnFigures(stepped.step(), stepped.epoch(), training.last(), figures.validation(), figures.best(), speed(stepped.step()), stepped.rate());
            }
            case LanguageEvent.EpochEnded ended -> {
                ends.add(new EpochEnd(ended.epoch(), ended.validation()));
                double best = Double.isNaN(figures.best()) ? ended.validation() : Math.min(figures.best(), ended.validation());
                figures = new LearnFigures(ended.step(), ended.epoch(), figures.loss(), ended.validation(), best, figures.speed(), figures.rate());
            }
            case LanguageEvent.Wrote wrote -> put(wrote);
        }
    }

    private double speed(long step) {
        long now = nanos.getAsLong();
        double seconds = (now - markedNanos) / 1e9;
        boolean tellable = step > markedStep && seconds > 0.2;
        double speed = tellable ? (step - markedStep) * tokensInStep / seconds : figures.speed();
        if (seconds > SPEED_SECONDS) {
            markedStep = step;
            markedNanos = now;
        }
        return speed;
    }

    private void put(LanguageEvent.Wrote wrote) {
        SampleGroup.Sample sample = new SampleGroup.Sample(wrote.temperature(), wrote.text());
        if (!samples.isEmpty() && samples.getFirst().step() == wrote.step()) {
            List<SampleGroup.Sample> more = new ArrayList<>(samples.getFirst().samples());
            more.add(sample);
            samples.set(0, new SampleGroup(wrote.step(), wrote.epoch(), more));
            return;
        }
        samples.addFirst(new SampleGroup(wrote.step(), wrote.epoch(), List.of(sample)));
        if (samples.size() > MOST_SAMPLES) {
            samples.removeLast();
        }
    }

    Curve training() {
        return training;
    }

    List<EpochEnd> ends() {
        return ends;
    }

    /** The newest first. */
    List<SampleGroup> samples() {
        return samples;
    }

    LearnFigures figures() {
        return figures;
    }
}
